import { dissolve } from '../geometry/overlay/dissolve'
import type { Shape } from '../geometry/rings/shape'
import type { Hierarchy } from '../places/hierarchy'
import type { Residents, ResidentUnit } from '../places/people'
import { residentsOf } from '../places/people'
import { addStated, noStatedParts, type StatedParts, type StatedPartsDraft } from '../places/stated-whole'
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
  /** members that are not asked, and of which no people are known */
  readonly untold: number
  readonly householdsUntold: number
  /** of what is not known here, which stated figures around it hold it, and how much of them lies here */
  readonly stated: StatedParts
  /** zones that have members whose people (households), known to nobody, are among those here */
  readonly holdsOf: Readonly<Record<keyof Residents, ReadonlySet<string>>>
}

interface Draft extends Mutable<Omit<Share, 'holdsOf' | 'stated'>> {
  readonly stated: StatedPartsDraft
  readonly holdsOf: Readonly<Record<keyof Residents, Set<string>>>
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] }

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
        untold: 0,
        householdsUntold: 0,
        stated: noStatedParts(),
        holdsOf: { people: new Set(), households: new Set() },
      }
      shares.set(key, share)
    }
    return share
  }
  for (const { zone, town, areaM2 } of areaShares(hierarchy, zones)) shareOf(zone, town).areaM2 += areaM2
  shareResidents(hierarchy, zones, shareOf)
  return [...shares.values()].filter((one) => one.areaM2 !== 0 || !isEmpty(one))
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
  const memberOf = new Map<string, string>()
  const holding: { readonly share: Draft; readonly holds: ResidentUnit['holds'] }[] = []
  for (const unit of residentsOf(hierarchy, members).units) {
    const line = [unit.code, ...hierarchy.ancestorsOf(unit.code)]
    const town = unit.town()
    let left = 1
    const put = (zone: string | null, part: number): void => {
      const share = shareOf(zone, town)
      give(share, unit, part)
      if (unit.holds.people.length + unit.holds.households.length > 0)
        holding.push({ share, holds: unit.holds })
    }
    const around = unit.part === 'rest' ? hierarchy.shapeOf(unit.code) : null
    const groundOf = (): Shape | null => around ?? unit.ground()
    for (const taker of near.of(line, isEmpty(unit) ? null : groundOf)) {
      if (left <= 0) break
      const isMember = line.some((code) => taker.members.has(code))
      const share = isMember
        ? left
        : taker.cover && !isEmpty(unit) && isOpen(hierarchy, line, taker.heirs)
          ? Math.min(left, byGround(unit, taker.cover.shareOf(unit.ground, around)))
          : 0
      if (isMember && !memberOf.has(unit.code)) memberOf.set(unit.code, taker.id)
      if (share > 0) put(taker.id, share)
      left -= share
    }
    if (left > 0) put(null, left)
  }
  for (const { share, holds } of holding)
    for (const figure of ['people', 'households'] as const)
      for (const code of holds[figure]) {
        const zone = memberOf.get(code)
        if (zone !== undefined && zone !== share.zone) share.holdsOf[figure].add(zone)
      }
}

/** What has no ground of its own lies in what holds the whole place, else in none. */
const byGround = (unit: ResidentUnit, share: number): number =>
  share > 0 && share < 1 && unit.goesWhole() ? 0 : share

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

function isEmpty(unit: Residents & Pick<Share, 'asked' | 'untold' | 'householdsUntold'>): boolean {
  return !unit.people && !unit.households && unit.asked + unit.untold + unit.householdsUntold === 0
}

function give(
  to: Draft,
  unit: Residents &
    Pick<Share, 'places' | 'asked' | 'known' | 'householdsKnown' | 'untold' | 'householdsUntold'> &
    Pick<ResidentUnit, 'held'>,
  share: number,
): void {
  to.people = plus(to.people, unit.people, share)
  to.households = plus(to.households, unit.households, share)
  to.places += unit.places * share
  to.asked += unit.asked * share
  to.known += unit.known * share
  to.householdsKnown += unit.householdsKnown * share
  to.untold += unit.untold * share
  to.householdsUntold += unit.householdsUntold * share
  addStated(to.stated, unit, share)
}

/** Unknown adds nothing and leaves unknown what was unknown. */
function plus(sum: number | null, value: number | null, share: number): number | null {
  return value === null ? sum : (sum ?? 0) + value * share
}
