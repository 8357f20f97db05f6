import { hypothesisFiles } from '../export/hypotheses'
import { useClocks } from '../stores/use-clocks'
import { useImport } from '../stores/use-import'
import { useSuppositions } from '../stores/use-suppositions'
import { useWorkspaces } from '../stores/use-workspaces'
import type { Operation } from './operation'

/** What was supposed has come to be: it is laid before the import as files, where a person looks at it and writes it. */
export const takeOver: Operation = {
  id: 'suppositions.takeOver',
  label: 'what-if.takeOver',
  available: () => useSuppositions().hypotheses.length > 0,
  disabled: () => (useWorkspaces().current?.readOnly === false ? null : { code: 'read-only' }),
  async run() {
    const suppositions = useSuppositions()
    const files = [...hypothesisFiles(suppositions.hypotheses, useClocks().zone)].map(([path, text]) => ({
      path,
      bytes: new TextEncoder().encode(text),
    }))
    suppositions.clear()
    suppositions.panel = null
    await useImport().look(files)
  },
}
