import { rowRefOf } from '../../columns'
import type { UnreadRow } from '../../facts'
import { printMoment } from '../moves/days'
import { type Asked, type LeafAnswer, type Others, unknown } from './asked'

const ZONE_ROW_UNREAD = 'zone-row-unread'
const STEP_ROW_UNREAD = 'step-row-unread'

/** Reasons of leaves that wait for rows which a person can place, mend or rule out. */
export const HELD_BY_ROWS: ReadonlySet<string | null> = new Set([
  'unplaced',
  ZONE_ROW_UNREAD,
  STEP_ROW_UNREAD,
])

/** Unknown by zones of which nobody knows how strict they are; null where there is none. */
export function askUnread({ timezone }: Asked, unread: Others['unread']): LeafAnswer | null {
  if (unread.length === 0) return null
  const evidence = unread.map((one) => ({
    ...rowRefOf(one),
    at: printMoment(timezone, one.enteredAt),
    value: one.level,
  }))
  const ids = unread.map(({ id }) => id).join(' ')
  return unknown('level-unknown', { figures: { have: null, unread: ids }, evidence })
}

/**
 * Unknown by rows of zones that nobody could read, any of which may be a stricter zone, or be of this zone and say what
 * it is like; null where there is none.
 */
export function askUnreadStays(asked: Asked, without: LeafAnswer): LeafAnswer | null {
  const { policy, zone, unreadStays, ownStays } = asked
  if (unreadStays.length === 0) return null
  const rank = policy.levels.find(({ id }) => id === zone.level)?.rank ?? 0
  const rows = policy.levels.some((one) => one.rank > rank) ? unreadStays : ownStays
  if (rows.length === 0) return null
  const isContradicted = ownStays.some((row) => row.zone === zone.id)
  return { ...zoneRowsUnread(rows, without), ...(isContradicted ? { isContradicted } : {}) }
}

/** Unknown by rows of zones that an import refused. */
export const zoneRowsUnread = (rows: readonly UnreadRow[], without: LeafAnswer): LeafAnswer =>
  rowsUnread(ZONE_ROW_UNREAD, { rows, have: null }, without)

/** Unknown by rows of steps that an import refused. */
export const stepRowsUnread = (rows: readonly UnreadRow[], without: LeafAnswer): LeafAnswer =>
  rowsUnread(STEP_ROW_UNREAD, { rows, have: rows.length }, without)

/** `have` is how many there are of what the leaf counts: of zones nobody knows, of steps the rows themselves. */
function rowsUnread(
  reason: string,
  { rows, have }: { readonly rows: readonly UnreadRow[]; readonly have: number | null },
  without: LeafAnswer,
): LeafAnswer {
  const evidence = rows.map(({ file, row, why }) => ({ file, row: row ?? 0, at: null, value: why }))
  return unknown(reason, { figures: { have }, evidence, heldBy: [], heldByRows: rows, without })
}
