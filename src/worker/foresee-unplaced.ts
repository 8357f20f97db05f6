import {
  assess,
  type Facts,
  hasUnplaced,
  heldZones,
  type Instant,
  namesToldApart,
  type UnplacedRow,
} from '#geo'
import { readLog } from '../import/files/read-log'
import type { ImportPlan } from '../import/plan'
import { append, tailOf } from '../log/append'
import type { LogEvent } from '../log/events'
import { fold } from '../log/fold/fold'
import { openingOf } from '../log/fold/opening'
import type { Register } from '../log/fold/register'
import { inOrder } from '../log/order'
import { firstUnwritable } from '../log/well-formed'
import type { ReadLog } from './logs'
import type { ForeseenUnplaced } from './messages'

/** What the plan goes to, and when it is looked at. */
export interface Foreseeing {
  readonly log: Pick<ReadLog, 'ordered' | 'blocks'>
  /** what the log says without the plan; null for a new workspace */
  readonly existing: Facts | null
  /** ms; null is the instant at which the facts would open */
  readonly effective: Instant | null
  /** ms */
  readonly clock: Instant
  /** called between its steps; may throw to end it */
  readonly look?: () => void
}

/**
 * Rows that would be unplaced by the import and are not so before it, and the zones that they would hold. Null where
 * there are none, and where nothing would be written.
 */
export function foreseeUnplaced(
  plan: Pick<ImportPlan, 'drafts' | 'blocks' | 'log' | 'isEmpty'>,
  { log, existing, effective, clock, look = () => {} }: Foreseeing,
): ForeseenUnplaced | null {
  if (plan.drafts.length === 0 && (plan.log === null || plan.isEmpty)) return null
  const facts = factsWith(plan, { log, clock })
  if (!facts) return null
  look()
  const asOf = effective ?? openingOf(facts, clock).at
  const after = openRows(facts, asOf, look)
  look()
  if (after.rows.length === 0) return null
  const before = existing ? openRows(existing, asOf, look) : NOTHING
  const known = new Set(before.rows.map(keyOf))
  const rows = after.rows.filter((row) => !known.has(keyOf(row)))
  if (rows.length === 0) return null
  return {
    asOf,
    rows,
    zones: after.held.filter((id) => !before.held.includes(id)),
    heldBefore: zonesOf(rows).filter((id) => before.held.includes(id)),
    names: namesIn(facts, rows),
  }
}

/** Rows that nobody has placed or ruled out, and ids of the zones that they hold, as wall and desk count them. */
interface OpenRows {
  readonly rows: readonly UnplacedRow[]
  readonly held: readonly string[]
}

const NOTHING: OpenRows = { rows: [], held: [] }

function openRows(facts: Facts, asOf: Instant, look: () => void): OpenRows {
  if (!hasUnplaced(facts, asOf, look)) return NOTHING
  look()
  const { zones, unplaced = [] } = assess(facts, { asOf })
  return {
    rows: unplaced.filter(({ ruledOut }) => ruledOut === null),
    held: [...heldZones(zones).keys()].sort(),
  }
}

/** The facts as they would be once the plan is written; null where it cannot be. */
export function factsWith(
  plan: Pick<ImportPlan, 'drafts' | 'blocks' | 'log'>,
  { log, clock }: Pick<Foreseeing, 'log' | 'clock'>,
): Register | null {
  if (!plan.log && firstUnwritable({ drafts: plan.drafts })) return null
  const brought = plan.log
    ? readLog(plan.log)
    : { events: drafted(plan, log.ordered, clock), blocks: plan.blocks }
  const ids = new Set(log.ordered.map(({ id }) => id))
  const news = brought.events.filter(({ id }) => !ids.has(id))
  return fold([...log.ordered, ...news], new Map([...log.blocks, ...brought.blocks]), { known: null, clock })
}

export function drafted(
  { drafts }: Pick<ImportPlan, 'drafts'>,
  ordered: readonly LogEvent[],
  now: Instant,
): readonly LogEvent[] {
  const nobody = { by: { name: '', unit: '' }, device: 'foreseen', now }
  return append(drafts, tailOf(inOrder(ordered)), nobody)
}

/** A row that comes again with the same fault is the same row, whatever segment brings it. */
const keyOf = ({ list, file, row, id, why }: UnplacedRow): string => [list, file, row, id, why].join('\n')

const zonesOf = (rows: readonly UnplacedRow[]): string[] =>
  [...new Set(rows.flatMap(({ holds }) => holds.map(({ zone }) => zone)))].sort()

function namesIn({ zones, places }: Facts, rows: readonly UnplacedRow[]): Record<string, string> {
  const named = new Set(rows.flatMap(({ near, holds }) => [...near, ...holds.map(({ zone }) => zone)]))
  return Object.fromEntries([
    ...namesToldApart(
      places,
      rows.flatMap(({ near }) => near),
    ),
    ...zones.filter(({ id }) => named.has(id)).map(({ id, name }) => [id, name]),
  ])
}
