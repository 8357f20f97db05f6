import type { Facts, Place, ZoneStay } from '../../facts'
import { BoxIndex } from '../../geometry/box-index'
import { cutExactly } from '../../geometry/overlay/exact-cut'
import { difference } from '../../geometry/overlay/overlay'
import { areaM2 } from '../../geometry/rings/area'
import { boundsOf } from '../../geometry/rings/bounds'
import type { Shape } from '../../geometry/rings/shape'
import type { Instant } from '../../time/calendar'
import type { Policy } from '../policy/policy'
import { staysInForce } from '../stays/stays'
import { type Beside, besideLine, ownedShares } from './enclosure'
import { zoneShape } from './zone-shape'

/** A zone in force and its ground. */
export interface ZoneGround {
  readonly id: string
  readonly stay: ZoneStay
  readonly level: string
  /** of its level in its policy; 0 where policy or level is unknown. Higher = stricter */
  readonly rank: number
  readonly members: readonly string[]
  /** its own ground, stricter zones not cut out */
  readonly outline: Shape
  /** of the outline */
  readonly areaM2: number
  /** the ground it holds: the outline with a hole where a stricter zone lies */
  readonly shape: Shape
  /** which zones lie outside its line, whatever their level */
  readonly beside: readonly Beside[]
  /** id of the weaker zone around it */
  readonly enclosedBy: string | null
}

/** The policy a stay follows; null where it is unknown. */
export type PolicyOf = (stay: ZoneStay) => Policy | null

/** Stays in force at that instant, by id: `from` is included, `to` excluded; a day begins after its 00:00. */
export function staysAt(facts: Facts, asOf: Instant): ZoneStay[] {
  return staysInForce(facts.zones, asOf)
}

/** Rank of the level in the policy, 0 where either is unknown. */
export function rankOf(policy: Policy | null, level: string): number {
  return policy?.levels.find((one) => one.id === level)?.rank ?? 0
}

/**
 * The zones in force at `asOf` and their ground, by id. Where zones overlap the strictest takes the ground, then the
 * smallest, then the smaller id. What was lowered to rank 0 is no zone. A zone is enclosed by the weaker one it names as
 * `parent`, else by the weaker one that, cut out, has more than half of its line.
 */
export function groundOf(facts: Facts, asOf: Instant, policyOf: PolicyOf): ZoneGround[] {
  const stays = staysAt(facts, asOf).filter((stay) => !isReleased(policyOf(stay), stay.level))
  return arrange(
    stays.map((stay) => ({ stay, level: stay.level, rank: rankOf(policyOf(stay), stay.level) })),
    facts.places,
  )
}

/** At rank 0, below which nothing lies, a zone is none any more: its ground is in routine prevention again. */
export function isReleased(policy: Policy | null, level: string): boolean {
  const own = policy?.levels.find(({ id }) => id === level)
  return own?.rank === 0 && policy!.levels.every(({ id, rank }) => id === level || rank > 0)
}

/** A stay at the level it is taken to have. */
export interface Ranked {
  readonly stay: ZoneStay
  readonly level: string
  readonly rank: number
}

/** Ground and enclosure of zones at the levels given; see `groundOf`. */
export function arrange(zones: readonly Ranked[], places: readonly Place[]): ZoneGround[] {
  let known = arranged.get(places)
  if (!known) arranged.set(places, (known = new Map()))
  const key = zones.map(({ stay, rank }) => `${numberOf(stay)}:${rank}`).join(' ')
  const found = known.get(key)
  if (found) return found
  const ground = layOut(zones, places)
  if (known.size >= KEPT) known.delete(known.keys().next().value!)
  known.set(key, ground)
  return ground
}

/** Arrangements kept for one list of places: moving through time asks for the same ones again. */
const KEPT = 64
const arranged = new WeakMap<readonly Place[], Map<string, ZoneGround[]>>()
const numbers = new WeakMap<ZoneStay, number>()
let numbered = 0

function numberOf(stay: ZoneStay): number {
  let number = numbers.get(stay)
  if (number === undefined) numbers.set(stay, (number = numbered++))
  return number
}

function layOut(zones: readonly Ranked[], places: readonly Place[]): ZoneGround[] {
  const bare = zones.map((zone) => {
    const outline = zoneShape(zone.stay, places)
    return { ...zone, id: zone.stay.id, members: zone.stay.members, outline, areaM2: areaM2(outline) }
  })
  const nearIn = nearby(bare)
  const all = bare
    .map((zone) => {
      const near = nearIn(zone.outline)
      return {
        ...zone,
        beside: besideLine(
          zone.outline,
          near.filter((other) => other !== zone),
        ),
      }
    })
    .sort(byStrictness)
  const placeIn = new Map(all.map(({ id }, order) => [id, order]))
  const strictestNear = nearby(all)
  return all
    .map((zone, order) => ({
      ...zone,
      shape: cutOut(
        zone.outline,
        strictestNear(zone.outline).filter(({ id }) => placeIn.get(id)! < order),
      ),
      enclosedBy: encloserOf({ ...zone, parent: zone.stay.parent }, aroundOf(zone, { all, placeIn })),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** Finds those that may have ground in common with an outline or share a line with it, in their order. */
function nearby<One extends { readonly outline: Shape }>(zones: readonly One[]): (outline: Shape) => One[] {
  const boxes = new BoxIndex(zones.map(({ outline }) => boundsOf(outline)))
  return (outline) => {
    const bounds = boundsOf(outline)
    if (!bounds) return []
    const [west, south, east, north] = bounds
    const reach = [west - REACH, south - REACH, east + REACH, north + REACH] as const
    return boxes
      .near(reach)
      .sort((a, b) => a - b)
      .map((at) => zones[at]!)
  }
}

/** Degrees, more than is looked beside a line. */
const REACH = 1e-6

/** The zones of which its enclosure is asked, in the order of strictness: itself, its parent, and those beside its line. */
function aroundOf<
  One extends { readonly id: string; readonly stay: ZoneStay; readonly beside: readonly Beside[] },
>(
  zone: One,
  { all, placeIn }: { readonly all: readonly One[]; readonly placeIn: ReadonlyMap<string, number> },
): One[] {
  const ids = new Set([zone.id, zone.stay.parent, ...zone.beside.flatMap(({ zones }) => zones)])
  const orders = [...ids].flatMap((id) => (id === null ? [] : (placeIn.get(id) ?? [])))
  return orders.sort((a, b) => a - b).map((order) => all[order]!)
}

/** What strictness is decided by. */
export interface Ordered {
  readonly rank: number
  readonly areaM2: number
  readonly id: string
}

/** The order in which zones take ground and events: the strictest, then the smallest, then the smaller id. */
export function byStrictness(a: Ordered, b: Ordered): number {
  return b.rank - a.rank || a.areaM2 - b.areaM2 || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/**
 * The weaker zone around this one: the one it names as `parent`, else the one that holds more than half of the ground
 * beside its line. `all` in the order of strictness; null where there is none.
 */
export function encloserOf(
  zone: Ordered & { readonly parent: string | null; readonly beside: readonly Beside[] },
  all: readonly Ordered[],
): string | null {
  const weaker = new Set(all.filter((other) => other.rank < zone.rank).map((other) => other.id))
  if (zone.parent !== null && weaker.has(zone.parent)) return zone.parent
  if (weaker.size === 0) return null
  const order = all.filter((other) => other.id !== zone.id).map((other) => other.id)
  for (const [id, share] of ownedShares(zone.beside, order)) if (share > 0.5 && weaker.has(id)) return id
  return null
}

/** The outline less the stricter ones: every cut a vertex, to the last bit, so that what only touches a line touches it here too; to 0.1 mm where lines lie too close for that. */
function cutOut(outline: Shape, stricter: readonly { readonly outline: Shape }[]): Shape {
  let left = outline
  for (const { outline: theirs } of stricter) {
    const parts = cutExactly(left, theirs)
    if (!parts)
      return difference(
        outline,
        stricter.map((zone) => zone.outline),
      )
    left = parts.outside
  }
  return left
}
