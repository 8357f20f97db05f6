import { answersOf, contradictedBy, type Instant, LOG_FILE, type Survey } from '#geo'
import type { Body } from '../log/events'
import { fold } from '../log/fold/fold'
import { firstUnwritable } from '../log/well-formed'
import { drafted } from './foresee-unplaced'
import type { ReadLog } from './logs'
import type { ForeseenActs } from './messages'

/** Whose facts, and when they are looked at. */
export interface ActsForeseeing {
  readonly log: Pick<ReadLog, 'ordered' | 'blocks'>
  readonly before: Survey
  readonly effective: Instant
  /** ms */
  readonly clock: Instant
}

/** The acts folded into the log, and the zones compared with what they are without; null for acts that no log takes. */
export function foreseeActs(
  drafts: readonly Body[],
  { log, before, effective, clock }: ActsForeseeing,
): ForeseenActs | null {
  if (drafts.length === 0 || firstUnwritable({ drafts })) return null
  const events = [...log.ordered, ...drafted({ drafts }, log.ordered, clock)]
  const facts = fold(events, new Map(log.blocks), { known: null, clock })
  if (!facts) return null
  const { survey, assess } = answersOf(facts, { asOf: effective, known: null })
  const contradicted = contradictedBy(assess, { file: LOG_FILE, row: events.length })
  return {
    ...compared(before, survey),
    contradicted: contradicted.map(({ zone, finding: { zh, en } }) => ({ zone, why: { zh, en } })),
  }
}

function compared(before: Survey, after: Survey): Omit<ForeseenActs, 'contradicted'> {
  const then = new Map(after.zones.map((zone) => [zone.id, zone]))
  const held = before.zones.filter((zone) => zone.held)
  const isHeld = (id: string): boolean => (then.get(id)?.held ?? null) !== null
  return {
    freed: held.filter(({ id }) => !isHeld(id)).map(({ id }) => id),
    still: held.filter(({ id }) => isHeld(id)).map(({ id }) => id),
    unmet: before.zones.flatMap((zone) => {
      const was = new Set(unmetOf(zone).map(({ id }) => id))
      const leaves = unmetOf(then.get(zone.id)).filter(({ id }) => !was.has(id))
      return leaves.length === 0 ? [] : [{ zone: zone.id, leaves: leaves.map(({ zh, en }) => ({ zh, en })) }]
    }),
  }
}

const unmetOf = (zone: Survey['zones'][number] | undefined): Survey['zones'][number]['missing'] =>
  (zone?.missing ?? []).filter(({ state }) => state === 'unmet')
