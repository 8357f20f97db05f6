import type { PlaceKind } from '../../facts'
import { boundsMeet, boundsOf } from '../../geometry/rings/bounds'
import { plain } from '../../geometry/rings/plain'
import { metresPerDegree } from '../../geometry/rings/plane'
import type { Bounds, Position, Shape } from '../../geometry/rings/shape'
import type { Hierarchy } from '../../places/hierarchy'
import { DEPTH } from '../../places/tree'
import type { Unit } from '../policy/policy'

/** Words of the texts for kinds of places. What is narrower than any place is drawn as the narrowest there is. */
const KIND_OF: Readonly<Record<Unit, PlaceKind>> = {
  ...{ household: 'unit', floor: 'unit', unit: 'unit', building: 'building' },
  ...{ compound: 'compound', farm: 'compound', premises: 'compound', grid: 'grid' },
  ...{ village: 'village', community: 'village', town: 'town', street: 'town' },
  ...{ county: 'district', district: 'district', city: 'district', region: 'district', province: 'district' },
}

/** `wide`: the place is wider than the unit. `coarse`: no such unit is told, the next wider one stands for it. */
export interface UnitFound {
  readonly code: string
  readonly fit: 'exact' | 'coarse' | 'wide'
}

export function kindOfUnit(unit: Unit): PlaceKind {
  return KIND_OF[unit]
}

/**
 * The unit that a place belongs to: itself or the ancestor of that kind; else the next wider one it lies in. A village
 * without compounds is a natural village and stands for a compound.
 */
export function unitOf(hierarchy: Hierarchy, unit: Unit, place: string): UnitFound {
  const kind = KIND_OF[unit]
  const exact = hierarchy.upTo(kind, place)
  if (exact !== null) return { code: exact, fit: 'exact' }
  const line = [place, ...hierarchy.ancestorsOf(place)]
  const depthOf = (code: string): number => DEPTH[hierarchy.place(code)!.kind]
  const wider = line.find((code) => depthOf(code) < DEPTH[kind]) ?? place
  if (wider !== place) return { code: wider, fit: 'coarse' }
  if (
    kind === 'compound' &&
    hierarchy.place(place)!.kind === 'village' &&
    !holds(hierarchy, place, 'compound')
  )
    return { code: place, fit: 'exact' }
  return { code: place, fit: holds(hierarchy, place, kind) ? 'wide' : 'coarse' }
}

function holds(hierarchy: Hierarchy, place: string, kind: PlaceKind): boolean {
  return hierarchy
    .childrenOf(place)
    .some((child) => hierarchy.place(child)!.kind === kind || holds(hierarchy, child, kind))
}

/** m within which two borders that were drawn apart are one. */
const TOUCH_M = 0.5

/** Whether two grounds have a stretch of border in common, not only a corner: two places of one within 0.5 m of the other. */
export function touch(a: Shape, b: Shape): boolean {
  const [one, other] = [boundsOf(a), boundsOf(b)]
  if (!one || !other || !boundsMeet(widened(one), other)) return false
  const found = new Set<string>()
  placesNear(a, b, { box: widened(other), found })
  placesNear(b, a, { box: widened(one), found })
  return found.size > 1
}

function widened([west, south, east, north]: Bounds): Bounds {
  const { lon, lat } = metresPerDegree((south + north) / 2)
  return [west - TOUCH_M / lon, south - TOUCH_M / lat, east + TOUCH_M / lon, north + TOUCH_M / lat]
}

/** Distinct vertices of `a` on the line of `b`, until there are two. */
function placesNear(a: Shape, b: Shape, { box, found }: { box: Bounds; found: Set<string> }): void {
  for (const ring of plain(a).flat())
    for (let i = 0; i + 3 < ring.length; i += 2) {
      if (found.size > 1) return
      const at: Position = [ring[i]!, ring[i + 1]!]
      if (boundsMeet([...at, ...at], box) && isNear(at, b)) found.add(at.map((one) => one.toFixed(6)).join())
    }
}

function isNear([x, y]: Position, shape: Shape): boolean {
  const { lon, lat } = metresPerDegree(y)
  return plain(shape)
    .flat()
    .some((ring) => {
      for (let i = 0; i + 3 < ring.length; i += 2) {
        const [ax, ay] = [(ring[i]! - x) * lon, (ring[i + 1]! - y) * lat]
        const [dx, dy] = [(ring[i + 2]! - ring[i]!) * lon, (ring[i + 3]! - ring[i + 1]!) * lat]
        const size = dx * dx + dy * dy
        const share = size === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / size))
        if (Math.hypot(ax + share * dx, ay + share * dy) <= TOUCH_M) return true
      }
      return false
    })
}
