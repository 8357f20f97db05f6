import type { Facts } from '../../facts'
import type { Instant } from '../../time/calendar'
import { groundOf, type PolicyOf, type ZoneGround } from '../ground/ground'
import { Holding } from '../ground/holding'
import { keptLast } from '../kept-slice'
import { resolvedOf } from '../unplaced/references'
import type { TimelessRows, UnplacedEvent } from '../unplaced/unplaced-event'
import { locateRows } from '../unplaced/unplaced-events'
import { finderOf } from './row-finder'
import { type Settled, settle, UNPLACED } from './settled-rows'
import { whereaboutsOfCase, whereaboutsOfContact } from './whereabouts'

/** Which zone each row counts for: an index into `zones`, or one of the negative codes. */
export interface Attribution {
  readonly zones: readonly ZoneGround[]
  readonly cases: Int32Array
  readonly contacts: Int32Array
  readonly statedFacts: Int32Array
  /** by row of the rounds, the zones that it names or in which its place lies whole, those that a stricter one there is cut out of left out */
  readonly rounds?: readonly (readonly number[])[]
  /** by row, the other zones on whose ground it lies: it counts once and holds each */
  readonly held?: {
    readonly cases: ReadonlyMap<number, readonly number[]>
    readonly contacts: ReadonlyMap<number, readonly number[]>
  }
  /** rows counted where a point of their place lies, for a zone cuts it: they hold the zones only as they may lie in them */
  readonly likely?: {
    readonly cases: ReadonlySet<number>
    readonly contacts: ReadonlySet<number>
  }
  /** rows that count with an event left out, because its time is not known */
  readonly timeless?: TimelessRows
  /** rows that cannot be given to their ground or time */
  readonly unplaced?: readonly UnplacedEvent[]
}

/**
 * Gives each case, contact and stated fact to one zone in force at `asOf`: the one it names; else the one that has
 * its place, or an ancestor, as member; else the one its position lies in (of a place up to a compound, a point of
 * its ground). Of several the strictest, then the smallest, then the smaller id. What happened in a zone that has
 * since been lowered into the one around it stays with the ended zone: the outer clock does not restart. What names a
 * zone that was split later goes to the part its place or position lies in, else stays; what names one that was merged
 * goes to the zone it runs on in. `look` is called amid the rows and may throw to end it.
 */
export function attribute(given: Facts, asOf: Instant, policyOf: PolicyOf, look?: () => void): Attribution {
  return attributed(resolvedOf(given).facts, asOf, policyOf, look)
}

const attributed = keptLast(attributeRows)

function attributeRows(facts: Facts, asOf: Instant, policyOf: PolicyOf, look?: () => void): Attribution {
  look?.()
  const zones = groundOf(facts, asOf, policyOf)
  const finder = finderOf(facts, { zones, asOf, policyOf })
  const located = locateRows(facts, zones, asOf, look)
  look?.()
  const holding = new Holding(zones, { facts, policyOf })
  const { cases, contacts, statedFacts } = facts
  const ofCases = settle({
    ...{ locations: located.cases, where: (row) => whereaboutsOfCase(cases, row) },
    ...{ finder, holding, zones, ruledOut: located.ruledOut.get('cases')! },
  })
  look?.()
  const ofContacts = settle({
    ...{ locations: located.contacts, where: (row) => whereaboutsOfContact(contacts, row) },
    ...{ finder, holding, zones, ruledOut: located.ruledOut.get('contacts')! },
  })
  const ruledFacts = located.ruledOut.get('facts')!
  return {
    zones,
    cases: ofCases.counted,
    contacts: ofContacts.counted,
    statedFacts: Int32Array.from(statedFacts, ({ zone, place, at }, row) =>
      ruledFacts.has(row) ? UNPLACED : finder.find({ zone, place, position: null, at: at.at }),
    ),
    rounds: located.rounds.map((inside, row) => holding.beside(-1, inside, facts.rounds[row]!.startedAt.at)),
    held: { cases: ofCases.held, contacts: ofContacts.held },
    likely: { cases: ofCases.likely, contacts: ofContacts.likely },
    timeless: located.timeless,
    unplaced: placedByHeirs(located.unplaced, { cases: ofCases, contacts: ofContacts }),
  }
}

/** Without the grounds that the zones named, or those they run on in, have told. */
function placedByHeirs(
  events: readonly UnplacedEvent[],
  settled: { readonly cases: Settled; readonly contacts: Settled },
): UnplacedEvent[] {
  return events.flatMap((event): UnplacedEvent[] => {
    const { list, index, refused } = event
    const may =
      refused || (list !== 'cases' && list !== 'contacts') ? undefined : settled[list].told.get(index)
    if (!may) return [event]
    if (may.length > 0) return [{ ...event, in: [], may }]
    if (event.time === null) return []
    const zone = settled[list as 'cases' | 'contacts'].counted[index]!
    return [{ ...event, why: event.time.why, in: zone >= 0 ? [zone] : [], may: [] }]
  })
}
