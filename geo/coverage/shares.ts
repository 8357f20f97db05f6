import { dissolve } from '../geometry/overlay/dissolve'
import type { Shape } from '../geometry/rings/shape'
import type { Hierarchy } from '../places/hierarchy'
import type { Residents } from '../places/people'
import { residentsOf } from '../places/people'
import { byCode } from '../places/tree'
import type { ZoneGround } from '../zones/ground/ground'
import { areaShares } from './area-shares'
import { NearTakers } from './near-takers'
import { ZoneCover } from './zone-cover'

/** What one zone (null: no zone) has of one town (null: no town). Shares are not rounded. */
export interface Share {
  readonly zone: string | null
  readonly town: string | null
  readonly areaM2: number
  readonly people: number | null
  readonly households: number | null
  /** compounds, or villages where a village has none; by area where a line cuts one */
  readonly places: number
  /** `places`, and wider ones in which no list tells any */
  readonly asked: number
  /** of `asked`, those whose people are known */
  readonly known: number
  /** of `asked`, those whose households are known */
  readonly householdsKnown: number
}

type Draft = { -readonly [K in keyof Share]: Share[K] }

/** Zones in the order in which they take the ground: strictest, then smallest, then smaller id. */
export function inTakingOrder(
  zones: readonly ZoneGround[],
  areaOf: (zone: ZoneGround) => number,
): ZoneGround[] {
  return [...zones].sort((a, b) => b.rank - a.rank || areaOf(a) - areaOf(b) || byCode(a.id, b.id))
}

/**
 * The district shared out among zones and towns. Every square metre, person, household and place is in exactly one
 * share, so that any sum over zones and towns is the district's.
 */
export function sharesOf(hierarchy: Hierarchy, zones: readonly ZoneGround[]): readonly Share[] {
  let kept = answered.get(hierarchy)
  if (!kept) answered.set(hierarchy, (kept = []))
  const known = kept.find((one) => areSame(one.zones, zones))
  if (known) return known.shares
  const shares = makeShares(hierarchy, zones)
  kept.push({ zones, shares })
  if (kept.length > KEPT) kept.shift()
  return shares
}

/** Answers kept of each hierarchy: moving the time changes the shares only when a zone changes, and goes back too. */
const KEPT = 32
const answered = new WeakMap<Hierarchy, { zones: readonly ZoneGround[]; shares: readonly Share[] }[]>()

function areSame(a: readonly ZoneGround[], b: readonly ZoneGround[]): boolean {
  const same = (one: ZoneGround, other: ZoneGround | undefined): boolean =>
    one.id === other?.id && one.shape === other.shape && one.stay === other.stay && one.rank === other.rank
  return a.length === b.length && a.every((one, at) => same(one, b[at]))
}

function makeShares(hierarchy: Hierarchy, zones: readonly ZoneGround[]): Share[] {
  const shares = new Map<string, Draft>()
  const shareOf = (zone: string | null, town: string | null): Draft => {
    const key = `${zone ?? ''}\n${town ?? ''}`
    let share = shares.get(key)
    if (!share) {
      share = {
        zone,
        town,
        areaM2: 0,
        people: null,
        households: null,
        places: 0,
        asked: 0,
        known: 0,
        householdsKnown: 0,
      }
      shares.set(key, share)
    }
    return share
  }
  for (const { zone, town, areaM2 } of areaShares(hierarchy, zones)) shareOf(zone, town).areaM2 += areaM2
  shareResidents(hierarchy, zones, shareOf)
  return [...shares.values()].filter(
    (one) => one.areaM2 !== 0 || one.asked !== 0 || one.people || one.households,
  )
}

type ShareOf = (zone: string | null, town: string | null) => Draft

function shareResidents(hierarchy: Hierarchy, zones: readonly ZoneGround[], shareOf: ShareOf): void {
  const members = new Set(zones.flatMap((zone) => zone.members))
  const takers = inTakingOrder(zones, (zone) => zone.areaM2).map((zone) => ({
    id: zone.id,
    members: new Set(zone.members),
    ...coverOf(hierarchy, zone),
  }))
  const near = new NearTakers(takers)
  for (const unit of residentsOf(hierarchy, members).units) {
    const line = [unit.code, ...hierarchy.ancestorsOf(unit.code)]
    const town = hierarchy.townOf(unit.code)
    let left = 1
    const around = unit.part === 'rest' ? hierarchy.shapeOf(unit.code) : null
    const groundOf = (): Shape | null => around ?? unit.ground()
    for (const taker of near.of(line, isEmpty(unit) ? null : groundOf)) {
      if (left <= 0) break
      const isMember = line.some((code) => taker.members.has(code))
      const share = isMember
        ? left
        : taker.cover && !isEmpty(unit) && isOpen(hierarchy, line, taker.heirs)
          ? Math.min(left, taker.cover.shareOf(unit.ground, around))
          : 0
      if (share > 0) give(shareOf(taker.id, town), unit, share)
      left -= share
    }
    if (left > 0) give(shareOf(null, town), unit, left)
  }
}

interface ByGround {
  readonly cover: ZoneCover | null
  /** the places of which it takes its share; null: of all */
  readonly heirs: ReadonlySet<string> | null
}

/** What is given by ground: a zone without members, and of members that are no places any more what they became. */
function coverOf(hierarchy: Hierarchy, zone: ZoneGround): ByGround {
  if (zone.members.length === 0) return { cover: new ZoneCover(zone.shape), heirs: null }
  const former = zone.members.filter((code) => hierarchy.isFormer(code))
  const shapes = former.flatMap((code) => hierarchy.shapeOf(code) ?? [])
  return {
    cover: shapes.length > 0 ? new ZoneCover(dissolve([shapes])) : null,
    heirs: new Set(former.flatMap((code) => hierarchy.place(code)!.former!.heirs)),
  }
}

/** Whether only the ground tells what of a unit is given: not where a former place of its own says so. */
function isOpen(hierarchy: Hierarchy, line: readonly string[], heirs: ByGround['heirs']): boolean {
  const first = line.find((code) => heirs === null || heirs.has(code) || hierarchy.isFormer(code))
  return first !== undefined && (heirs === null || heirs.has(first))
}

function isEmpty(unit: Residents & { readonly asked: number }): boolean {
  return !unit.people && !unit.households && unit.asked === 0
}

function give(
  to: Draft,
  unit: Residents & Pick<Share, 'places' | 'asked' | 'known' | 'householdsKnown'>,
  share: number,
): void {
  to.people = plus(to.people, unit.people, share)
  to.households = plus(to.households, unit.households, share)
  to.places += unit.places * share
  to.asked += unit.asked * share
  to.known += unit.known * share
  to.householdsKnown += unit.householdsKnown * share
}

/** Unknown adds nothing and leaves unknown what was unknown. */
function plus(sum: number | null, value: number | null, share: number): number | null {
  return value === null ? sum : (sum ?? 0) + value * share
}
