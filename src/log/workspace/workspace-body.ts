import type { DutyTurn, PackDescription } from '#geo'

/** What a person states of the workspace as a whole, beside its edition and until when its lists speak. */
export interface WorkspaceSettings {
  readonly title: PackDescription['title']
  readonly reporting: PackDescription['reporting']
  readonly guardDistanceM: number
  /** 发布单位; null: the one that the district gives */
  readonly issuer: string | null
  /** the whole roster */
  readonly duty: readonly DutyTurn[]
}

/** Only what is said changes; what is said by hand stands when a description comes again with a file. */
export interface WorkspaceBody extends Partial<WorkspaceSettings> {
  readonly type: 'workspace.stated@1'
}

/** True for a statement of the workspace as a whole. */
export const isWorkspaceType = (type: string): type is WorkspaceBody['type'] => type === 'workspace.stated@1'
