import type { UnplacedRow } from '#geo'
import type { Body } from '../../log/events'
import { useWorkspaces } from '../../stores/use-workspaces'
import type { Disabled, Operation } from '../operation'
import { heldBack } from './held-back'
import { isGroundOpen } from './place-rows'
import { draftsOf, isOfUnread } from './row-drafts'

/** Rows of one cause and file, and the place in which they lie somewhere. */
export interface Narrowing {
  readonly rows: readonly UnplacedRow[]
  /** code of a place; null is not said yet */
  readonly place: string | null
}

/** 缩小: tells of rows in which place they lie somewhere; what lies elsewhere they no longer hold. */
export const narrowRows: Operation<Narrowing> = {
  id: 'unplaced.narrow',
  label: 'placing.verb.narrow',
  available: ({ rows }) => isGroundOpen(rows) && !rows.some(isOfUnread),
  disabled: (narrowing) => heldBack() ?? notNarrowed(narrowing),
  run: async (narrowing) => {
    await useWorkspaces().append(narrowingDrafts(narrowing))
  },
}

/** What is missing, or is so already. */
export function notNarrowed({ rows, place }: Narrowing): Disabled | null {
  if (place === null) return { code: 'no-place' }
  return rows.every(({ near }) => near.length === 1 && near[0] === place)
    ? { code: 'narrowed-already' }
    : null
}

/** The events of a narrowing. */
export function narrowingDrafts({ rows, place }: Narrowing): Body[] {
  if (place === null) return []
  return draftsOf(rows, (subject, named) => ({
    type: `${subject}.narrowed@1`,
    rows: named,
    place,
    because: null,
  }))
}
