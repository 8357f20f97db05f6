import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { theKernel } from '../../../stores/kernel'
import { useWorkspaces } from '../../../stores/use-workspaces'
import { type DraftFields, keptDraft } from './kept-draft'

/** ms after the last key before a draft is kept */
const PAUSE = 300

/** What was typed in the forms of entry by hand and not written yet: it outlives the sheet, and a reload in a workspace of one's own. */
export const useHandDrafts = defineStore('handDrafts', () => {
  const kernel = theKernel()
  const workspaces = useWorkspaces()
  const drafts = shallowRef<Readonly<Record<string, DraftFields>>>({})
  /** true once what was kept has been read */
  const isRead = shallowRef(false)
  let waiting: ReturnType<typeof setTimeout> | undefined

  const own = (): string | null => {
    const open = workspaces.current
    return open && !open.readOnly ? open.id : null
  }
  async function look(): Promise<void> {
    const workspace = own()
    isRead.value = false
    const kept = workspace ? await kernel.ask('drafts', { workspace }).catch(() => ({})) : {}
    if (workspace !== own()) return
    drafts.value = { ...(kept as Record<string, DraftFields>), ...(workspace ? {} : drafts.value) }
    isRead.value = true
  }
  function change(form: string, fields: DraftFields | null): void {
    const { [form]: _, ...others } = drafts.value
    drafts.value = fields === null ? others : { ...others, [form]: fields }
    clearTimeout(waiting)
    waiting = setTimeout(() => void keep(), PAUSE)
  }
  async function keep(): Promise<void> {
    const workspace = own()
    if (workspace === null) return
    const plain = Object.fromEntries(
      Object.entries(drafts.value).map(([form, fields]) => [form, keptDraft(fields)]),
    )
    await kernel.ask('keepDrafts', { workspace, drafts: plain }).catch(() => null)
  }
  watch(() => workspaces.current?.id, look, { immediate: true })
  return {
    drafts,
    isRead,
    put: (form: string, fields: DraftFields) => change(form, fields),
    drop: (form: string) => {
      if (form in drafts.value) change(form, null)
    },
  }
})
