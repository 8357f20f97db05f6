import type { Facts } from '../facts'
import { boundsOf } from '../geometry/bounds'
import { BoxIndex } from '../geometry/box-index'
import { contains } from '../geometry/contains'
import type { Position } from '../geometry/shape'
import { type Hierarchy, hierarchyOf } from '../places/hierarchy'
import type { Instant } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { arrange, byStrictness, groundOf, isReleased, type PolicyOf, rankOf, type ZoneGround } from './ground'
import { heirsAfter, heirsOf } from './heirs'
import { Holding } from './holding'
import { resolvedOf } from './unplaced/references'
import type { Location } from './unplaced/said'
import type { TimelessRows, UnplacedEvent } from './unplaced/unplaced-event'
import { locateRows } from './unplaced/unplaced-events'
import { type Whereabouts, whereaboutsOfCase, whereaboutsOfContact } from './whereabouts'

/** Row in no zone. */
export const UNATTRIBUTED = -1
/** Row of a zone that is no longer in force. */
export const OF_ENDED_ZONE = -2
/** Row of which nobody can tell in which zone it is, or that a person has ruled out. */
export const UNPLACED = -3

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
 * goes to the zone it runs on in.
 */
export function attribute(given: Facts, asOf: Instant, policyOf: PolicyOf): Attribution {
  const { facts } = resolvedOf(given)
  const last = latest.get(facts)
  if (last?.asOf === asOf && last.policyOf === policyOf) return last.answer
  const answer = attributeRows(facts, asOf, policyOf)
  latest.set(facts, { asOf, policyOf, answer })
  return answer
}

/** The last answer about each facts: assessment and survey of one slice ask the same. */
const latest = new WeakMap<Facts, { asOf: Instant; policyOf: PolicyOf; answer: Attribution }>()

function attributeRows(facts: Facts, asOf: Instant, policyOf: PolicyOf): Attribution {
  const zones = groundOf(facts, asOf, policyOf)
  const finder = finderOf(facts, { zones, asOf, policyOf })
  const located = locateRows(facts, zones, asOf)
  const holding = new Holding(zones, { facts, policyOf })
  const { cases, contacts, statedFacts } = facts
  const ofCases = settle(located.cases, (row) => whereaboutsOfCase(cases, row), {
    ...{ finder, holding, zones, ruledOut: located.ruledOut.get('cases')! },
  })
  const ofContacts = settle(located.contacts, (row) => whereaboutsOfContact(contacts, row), {
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

interface Settled {
  readonly counted: Int32Array
  readonly held: ReadonlyMap<number, readonly number[]>
  readonly likely: ReadonlySet<number>
  /** rows whose ground the zones they name tell, though the row itself leaves it open, and zones in which they may lie all the same */
  readonly told: ReadonlyMap<number, readonly number[]>
}

interface Settling {
  readonly finder: Finder
  readonly holding: Holding
  readonly ruledOut: ReadonlySet<number>
  readonly zones: readonly ZoneGround[]
}

/** The zone each row counts for and the others that it holds. */
function settle(
  locations: readonly Location[],
  where: (row: number) => Whereabouts,
  { finder, holding, ruledOut, zones }: Settling,
): Settled {
  const counted = new Int32Array(locations.length)
  const held = new Map<number, readonly number[]>()
  const told = new Map<number, readonly number[]>()
  const likely = new Set<number>()
  locations.forEach((location, row) => {
    if (ruledOut.has(row)) {
      counted[row] = UNPLACED
      return
    }
    const whereabouts = where(row)
    const found = finder.find(whereabouts)
    const isNamed = whereabouts.zone !== null && (found >= 0 || found === OF_ENDED_ZONE)
    const isInForce = found >= 0 && zones[found]!.id === whereabouts.zone
    const spared = (grounds: readonly number[]) =>
      found === OF_ENDED_ZONE ? finder.besideEnded(whereabouts, grounds) : []
    if (isNamed && !isInForce && location.why !== null) told.set(row, spared(location.may))
    const isCertain = location.why === null || isNamed || location.in.includes(found)
    const isLikely = !isCertain && found >= 0 && location.why === 'partly-in-zone'
    if (isLikely) likely.add(row)
    counted[row] = isCertain || isLikely ? found : UNPLACED
    const grounds = found === OF_ENDED_ZONE ? spared(location.in) : location.in
    const others = holding.beside(isCertain ? found : -1, grounds, whereabouts.at)
    if (others.length > 0) held.set(row, others)
  })
  return { counted, held, likely, told }
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

interface Finder {
  readonly find: (where: Whereabouts) => number
  /** of these zones in force those whose clock runs on from an ended zone that is named: all but the weaker ones that lay around it */
  readonly besideEnded: (where: Whereabouts, grounds: readonly number[]) => readonly number[]
}

interface Candidate extends ZoneGround {
  /** index into the zones in force; the negative code for an ended one */
  readonly index: number
  readonly from: Instant
  readonly to: Instant
}

function finderOf(
  facts: Facts,
  { zones, asOf, policyOf }: { zones: readonly ZoneGround[]; asOf: Instant; policyOf: PolicyOf },
): Finder {
  const hierarchy = hierarchyOf(facts.places)
  const inForce = zones
    .map((zone, index) => ({ ...zone, index, from: beganOf(facts, zone), to: Number.POSITIVE_INFINITY }))
    .sort(byStrictness)
  const heirs = heirsOf(facts.zones, asOf)
  const isAlive = new Set(zones.map((zone) => zone.id))
  const runsOn = ({ id, to }: Candidate): boolean =>
    (heirs.get(id) ?? []).some(
      (heir) =>
        heir.from >= to && [heir.id, ...heirsAfter(heirs, heir.id, null)].some((one) => isAlive.has(one)),
    )
  const ended = endedZones(facts, { zones, asOf, policyOf }).filter((zone) => !runsOn(zone))
  const byId = new Map([...ended, ...inForce].map((zone) => [zone.id, zone]))
  const claimAny = claimOf(inForce, hierarchy)
  const claim = onceAPlace(claimAny)
  const claimEnded = claimOf(ended, hierarchy)
  /** The part that holds it, else the zone named, else the first of those it runs on in. */
  const heirFor = (where: Whereabouts, at: Instant | null): Candidate | null => {
    const running = heirsAfter(heirs, where.zone!, at)
    if (running.size === 0) return null
    const part = claimAny(where, ({ id }) => id === where.zone || running.has(id))
    return part ?? byId.get(where.zone!) ?? inForce.find(({ id }) => running.has(id)) ?? null
  }
  const besideEnded: Finder['besideEnded'] = (where, grounds) => {
    const named = where.zone === null ? undefined : byId.get(where.zone)
    if (!named || named.index >= 0) return []
    return grounds.filter((at) => beganOf(facts, zones[at]!) >= named.to || zones[at]!.rank >= named.rank)
  }
  const find: Finder['find'] = (where) => {
    const named = where.zone === null ? undefined : byId.get(where.zone)
    const heir = heirs.size > 0 && where.zone !== null ? heirFor(where, where.at) : null
    if (heir) return heir.index
    if (named && (named.index >= 0 || where.at === null || where.at < named.to)) return named.index
    const found = claim(where)
    if (!found) return (where.zone === null ? null : heirFor(where, null))?.index ?? UNATTRIBUTED
    const { at } = where
    if (at === null || ended.length === 0) return found.index
    const earlier = claimEnded(
      where,
      (zone) => zone.from <= at && at < zone.to && found.from < zone.to && zone.rank > found.rank,
    )
    return earlier ? OF_ENDED_ZONE : found.index
  }
  return { find, besideEnded }
}

const began = new WeakMap<Facts['zones'], ReadonlyMap<string, Instant>>()

/** When the first stay of the zone began. */
function beganOf({ zones }: Facts, { id }: ZoneGround): Instant {
  let first = began.get(zones)
  if (!first) {
    const all = new Map<string, Instant>()
    for (const stay of zones) all.set(stay.id, Math.min(all.get(stay.id) ?? stay.from.at, stay.from.at))
    began.set(zones, (first = all))
  }
  return first.get(id) ?? Number.POSITIVE_INFINITY
}

/** Zones that were in force before `asOf` and are not any more (or are released), at their last level as a zone. */
function endedZones(
  facts: Facts,
  { zones, asOf, policyOf }: { zones: readonly ZoneGround[]; asOf: Instant; policyOf: PolicyOf },
): Candidate[] {
  const running = new Set(zones.map((zone) => zone.id))
  const last = new Map<string, (typeof facts.zones)[number]>()
  for (const stay of facts.zones) {
    if (running.has(stay.id) || !isSeenMoment(stay.to, asOf)) continue
    if (isReleased(policyOf(stay), stay.level)) continue
    if (!last.has(stay.id) || last.get(stay.id)!.from.at < stay.from.at) last.set(stay.id, stay)
  }
  const ranked = [...last.values()].map((stay) => ({
    stay,
    level: stay.level,
    rank: rankOf(policyOf(stay), stay.level),
  }))
  return arrange(ranked, facts.places)
    .map((zone) => ({ ...zone, index: OF_ENDED_ZONE, from: beganOf(facts, zone), to: zone.stay.to!.at }))
    .sort(byStrictness)
}

/** Finds the first of the zones, in their order, that has the place or an ancestor as member, else the position. */
function claimOf(zones: readonly Candidate[], hierarchy: Hierarchy) {
  const byMember = new Map<string, Candidate[]>()
  for (const zone of zones)
    for (const code of zone.members) {
      const holders = byMember.get(code)
      if (holders) holders.push(zone)
      else byMember.set(code, [zone])
    }
  const boxes = new BoxIndex(zones.map(({ outline }) => boundsOf(outline)))
  return (where: Whereabouts, counts: (zone: Candidate) => boolean): Candidate | null => {
    const lineage = where.place === null ? [] : [where.place, ...hierarchy.ancestorsOf(where.place)]
    const holders = lineage.flatMap((code) => byMember.get(code) ?? []).filter(counts)
    if (holders.length > 0) return holders.sort(byStrictness)[0]!
    const position = where.position ?? pointOfPlace(where.place, hierarchy)
    if (!position) return null
    const [x, y] = position
    const near = boxes.near([x, y, x, y]).sort((a, b) => a - b)
    const holder = near.find((at) => counts(zones[at]!) && contains(zones[at]!.outline, position))
    return holder === undefined ? null : zones[holder]!
  }
}

/** The same of any zone, found once for each place that comes without a position. */
function onceAPlace(claim: ReturnType<typeof claimOf>): (where: Whereabouts) => Candidate | null {
  const claimed = new Map<string, Candidate | null>()
  return (where) => {
    if (where.position || where.place === null) return claim(where, () => true)
    let found = claimed.get(where.place)
    if (found === undefined) claimed.set(where.place, (found = claim(where, () => true)))
    return found
  }
}

const SMALL: ReadonlySet<string> = new Set(['compound', 'building', 'unit'])

export function pointOfPlace(code: string | null, hierarchy: Hierarchy): Position | null {
  if (code === null || !SMALL.has(hierarchy.place(code)?.kind ?? '')) return null
  const drawn = [code, ...hierarchy.ancestorsOf(code)].find((one) => hierarchy.shapeOf(one) !== null)
  return drawn && SMALL.has(hierarchy.place(drawn)!.kind) ? hierarchy.pointOf(drawn) : null
}
