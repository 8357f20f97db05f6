import { mayBeAlias } from '../../log/hand/alias-taught'
import { useImport } from '../../stores/use-import'
import type { Operation } from '../operation'

/** A name of files that are not taken yet, the place it means as a person says it, and the reason that is kept. */
export interface Teaching {
  readonly name: string
  /** a code, or what the place is called; null takes back what was said */
  readonly place: string | null
  readonly because: string
}

/** 记地名: the plan is made again with the name; its rows go to the place, and the alias is written with the import. */
export const teachName: Operation<Teaching> = {
  id: 'import.teach',
  label: 'remedies.names.teach',
  available: ({ name }) => mayBeAlias(name) && useImport().plan !== null,
  disabled: ({ place }) => {
    if (place !== null && place.trim() === '') return { code: 'no-ground' }
    return useImport().status === 'writing' ? { code: 'writing' } : null
  },
  run: ({ name, place, because }) => useImport().teach(name, place?.trim() ?? null, because),
}
