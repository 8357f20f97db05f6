import type { Hierarchy } from '../places/hierarchy'
import type { Residents } from '../places/people'
import { residentsOf } from '../places/people'
import { byCode } from '../places/tree'
import type { ZoneGround } from '../zones/ground'
import { areaShares } from './area-shares'
import { ZoneCover } from './zone-cover'

/** What one zone (null: no zone) has of one town (null: no town). Shares are not rounded. */
export interface Share {
  readonly zone: string | null
  readonly town: string | null
  areaM2: number
  people: number | null
  households: number | null
  /** compounds, or villages where a village has none; by area where a line cuts one */
  places: number
  /** of `places`, those whose people are known */
  known: number
}

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
export function sharesOf(hierarchy: Hierarchy, zones: readonly ZoneGround[]): Share[] {
  const shares = new Map<string, Share>()
  const shareOf = (zone: string | null, town: string | null): Share => {
    const key = `${zone ?? ''}\n${town ?? ''}`
    let share = shares.get(key)
    if (!share) {
      share = { zone, town, areaM2: 0, people: null, households: null, places: 0, known: 0 }
      shares.set(key, share)
    }
    return share
  }
  for (const { zone, town, areaM2 } of areaShares(hierarchy, zones)) shareOf(zone, town).areaM2 += areaM2
  shareResidents(hierarchy, zones, shareOf)
  return [...shares.values()].filter(
    (one) => one.areaM2 !== 0 || one.places !== 0 || one.people || one.households,
  )
}

type ShareOf = (zone: string | null, town: string | null) => Share

function shareResidents(hierarchy: Hierarchy, zones: readonly ZoneGround[], shareOf: ShareOf): void {
  const members = new Set(zones.flatMap((zone) => zone.members))
  const takers = inTakingOrder(zones, (zone) => zone.areaM2).map((zone) => ({
    id: zone.id,
    members: new Set(zone.members),
    cover: zone.members.length === 0 ? new ZoneCover(zone.shape) : null,
  }))
  for (const unit of residentsOf(hierarchy, members).units) {
    const line = [unit.code, ...hierarchy.ancestorsOf(unit.code)]
    const town = hierarchy.townOf(unit.code)
    let left = 1
    for (const taker of takers) {
      if (left <= 0) break
      const ground = taker.cover && !isEmpty(unit) ? unit.ground() : null
      const share = taker.cover
        ? Math.min(left, ground ? taker.cover.shareOf(ground) : 0)
        : line.some((code) => taker.members.has(code))
          ? left
          : 0
      if (share > 0) give(shareOf(taker.id, town), unit, share)
      left -= share
    }
    if (left > 0) give(shareOf(null, town), unit, left)
  }
}

function isEmpty(unit: Residents & { readonly places: number }): boolean {
  return !unit.people && !unit.households && unit.places === 0
}

function give(
  to: Share,
  unit: Residents & { readonly places: number; readonly known: number },
  share: number,
): void {
  to.people = plus(to.people, unit.people, share)
  to.households = plus(to.households, unit.households, share)
  to.places += unit.places * share
  to.known += unit.known * share
}

/** Unknown adds nothing and leaves unknown what was unknown. */
function plus(sum: number | null, value: number | null, share: number): number | null {
  return value === null ? sum : (sum ?? 0) + value * share
}
