import type { Comparison } from '../policy/policy'
import { BESIDE } from '../policy/units'
import { type Asked, type LeafAnswer, met, unknown, unmet } from './asked'
import { limitOf, satisfies } from './compare'
import { askUnread, zoneRowsUnread } from './unread'

interface Zones {
  readonly zones: { readonly within: string; readonly levels: readonly string[] } & Comparison
}

/**
 * How many other zones of the same unit, or beside this one (`within: "beside"`), stand at these levels. Time alone never
 * settles it: people move zones. A zone of a level that this one's edition does not have may stand there too, and so may
 * one of a row that an import refused.
 */
export function askZones(asked: Asked, { zones }: Zones): LeafAnswer {
  const { count, ids, lastLeft, unsure = 0, unread = [] } = asked.siblings(zones.within, zones.levels)
  const figures = { n: limitOf(zones), have: count, of: limitOf(zones), zones: ids.join(' ') }
  const holds = satisfies(count, zones)
  const awaits = { ids, atLeast: leavingToTurn(count, zones), until: { isNotAt: zones.levels } }
  const { zones: _, ...counted } = figures
  const withFigures = (answer: LeafAnswer): LeafAnswer => ({
    ...answer,
    figures: { ...answer.figures, ...counted },
  })
  if (holds !== satisfies(count + unread.length, zones)) return withFigures(askUnread(asked, unread)!)
  const plain =
    unsure > 0 && holds !== satisfies(count + unsure, zones)
      ? unknown('not-stated', { figures, awaits })
      : holds
        ? met(lastLeft, { figures, awaits })
        : unmet('zones-remain', { figures, awaits })
  const rows = asked.isPlace && zones.within === BESIDE ? [] : asked.unreadStays
  if (rows.length === 0 || !mayTurn(count + unread.length, rows, zones)) return plain
  return withFigures(zoneRowsUnread(rows, plain))
}

/** How many of the zones counted have to leave before the answer turns; more than there are where none can turn it. */
function leavingToTurn(count: number, limits: Comparison): number {
  const holds = satisfies(count, limits)
  for (let left = 1; left <= count; left++) if (satisfies(count - left, limits) !== holds) return left
  return count + 1
}

/** Whether as many more zones as the rows may be, one a row and any number in a file, would turn the answer. */
function mayTurn(count: number, rows: Asked['unreadStays'], limits: Comparison): boolean {
  const most = rows.some(({ row }) => row === null) ? MANY : rows.length
  const holds = satisfies(count, limits)
  for (let more = 1; more <= Math.min(most, MANY); more++)
    if (satisfies(count + more, limits) !== holds) return true
  return false
}

/** More zones than any limit of an edition. */
const MANY = 1_000
