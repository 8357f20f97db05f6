import type { Facts } from '../../facts'
import { BoxIndex } from '../../geometry/box-index'
import { boundsOf } from '../../geometry/rings/bounds'
import { contains } from '../../geometry/rings/contains'
import type { Position } from '../../geometry/rings/shape'
import { type Hierarchy, hierarchyOf } from '../../places/hierarchy'
import type { Instant } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import { arrange, byStrictness, isReleased, type PolicyOf, rankOf, type ZoneGround } from '../ground/ground'
import { type Heir, heirsAfter, heirsOf } from '../stays/heirs'
import type { Whereabouts } from './whereabouts'

/** Row in no zone. */
export const UNATTRIBUTED = -1
/** Row of a zone that is no longer in force. */
export const OF_ENDED_ZONE = -2

/** Tells which zone a row counts for. */
export interface Finder {
  readonly find: (where: Whereabouts) => number
  /** of these zones in force those whose clock runs on from an ended zone that is named: all but the weaker ones that lay around it */
  readonly besideEnded: (where: Whereabouts, grounds: readonly number[]) => readonly number[]
  /** what its answers rest on beside facts and zones in force */
  readonly basis: FinderBasis
}

/** Zones that are over, what runs on in which, and the policies: they may change though the zones in force do not. */
interface FinderBasis {
  readonly ended: readonly ZoneGround[]
  readonly heirs: ReadonlyMap<string, readonly Heir[]>
  readonly policyOf: PolicyOf
}

/** Whether two finders of the same facts and zones in force answer alike. */
export function answersAlike(one: Finder, other: Finder): boolean {
  const [{ ended, heirs }, { ended: others, heirs: otherHeirs }] = [one.basis, other.basis]
  return (
    one.basis.policyOf === other.basis.policyOf &&
    ended.length === others.length &&
    ended.every(({ stay }, at) => stay === others[at]!.stay) &&
    JSON.stringify([...heirs]) === JSON.stringify([...otherHeirs])
  )
}

interface Candidate extends ZoneGround {
  /** index into the zones in force; the negative code for an ended one */
  readonly index: number
  readonly from: Instant
  readonly to: Instant
}

/** The finder of the zones in force, by strictness, and of those that are over. */
export function finderOf(
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
  return { find, besideEnded, basis: { ended, heirs, policyOf } }
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
