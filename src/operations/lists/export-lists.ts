import type { Instant, ListName } from '#geo'
import type { ListFormat } from '../../export/tables/file-name'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Operation } from '../operation'

/** Which lists of the open workspace leave, how, and who takes the file. */
export interface ExportingLists {
  readonly format: ListFormat
  readonly written: 'zh' | 'en'
  /** null: every row */
  readonly asOf: Instant | null
  readonly lists: readonly ListName[]
  /** hands the file on; why there is none otherwise */
  readonly done: (made: ListsMade) => void
}

export type ListsMade = Awaited<ReturnType<ReturnType<typeof useWorkspaces>['exportLists']>>

/** Writes lists of the open workspace as a file. */
export const exportLists: Operation<ExportingLists> = {
  id: 'lists.export',
  label: 'shell.lists.run',
  available: () => useWorkspaces().current !== null,
  disabled: ({ lists }) => (lists.length === 0 ? { code: 'no-list' } : null),
  run: async ({ lists, done, ...wanted }) =>
    done(await useWorkspaces().exportLists({ ...wanted, lists: new Set(lists) })),
}
