import type { WorkspaceEntry } from '../storage/port'

export interface CurrentWorkspace {
  readonly id: string
  readonly title: string
  readonly readOnly: boolean
  readonly origin: WorkspaceEntry['origin']
  readonly use: WorkspaceEntry['use']
  readonly persistent: boolean
}

/** An open workspace that takes nothing more. What was read or written of it here can still be taken out. */
export interface Halt {
  readonly workspace: CurrentWorkspace
  /** deleted in another tab or with the data of the site; or taken over by a newer release */
  readonly why: 'gone' | 'newer-release'
}

/** Whether the open workspace has come to a halt, by the list as it is now; `null` where a newer release has the list. */
export function haltOf(workspace: CurrentWorkspace, list: readonly WorkspaceEntry[] | null): Halt | null {
  const entry = list?.find(({ id }) => id === workspace.id)
  if (!list || entry?.fault === 'newer-release') return { workspace, why: 'newer-release' }
  return entry ? null : { workspace, why: 'gone' }
}
