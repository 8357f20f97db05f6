import type { Facts, PlaceKind } from '../../facts'
import { contains } from '../../geometry/rings/contains'
import { representativePoint } from '../../geometry/rings/representative-point'
import { hierarchyOf } from '../../places/hierarchy'
import type { Instant } from '../../time/calendar'
import type { Siblings } from '../conditions/asked'
import { kindOfUnit } from '../policy/units'
import { besideLine } from './enclosure'
import { staysAt } from './ground'
import { zoneShape } from './zone-shape'

/**
 * Zones in force at the instant, at one of the levels, in the unit in which the place lies: by their members, else by a
 * point of their ground. One of which neither is known counts everywhere.
 */
export function zonesNear(
  facts: Facts,
  { code, within, levels, at }: { code: string; within: string; levels: readonly string[]; at: Instant },
): Siblings {
  const hierarchy = hierarchyOf(facts.places)
  const kind = kindOfUnit(within)
  const unit = hierarchy.upTo(kind, code)
  const ground = unit === null ? null : hierarchy.shapeOf(unit)
  const lies = (stay: (typeof facts.zones)[number]): boolean => {
    const units = stay.members.map((member) => hierarchy.upTo(kind, member)).filter((one) => one !== null)
    if (unit === null) return true
    if (units.length > 0) return units.includes(unit)
    const outline = zoneShape(stay, facts.places)
    const point = outline.length > 0 && ground ? representativePoint(outline) : null
    return point ? contains(ground!, point) : true
  }
  const found = staysAt(facts, at).filter((stay) => levels.includes(stay.level) && lies(stay))
  return { count: found.length, ids: found.map((one) => one.id), lastLeft: null }
}

const besides = new WeakMap<Facts['places'], Map<PlaceKind, ReadonlyMap<string, ReadonlySet<string>>>>()

/** By code, the other places of the kind that share a line with it; a point is no line. */
export function placesBeside(
  places: Facts['places'],
  kind: PlaceKind,
): ReadonlyMap<string, ReadonlySet<string>> {
  let ofPlaces = besides.get(places)
  if (!ofPlaces) besides.set(places, (ofPlaces = new Map()))
  let found = ofPlaces.get(kind)
  if (!found) {
    const hierarchy = hierarchyOf(places)
    const all = hierarchy
      .ofKind(kind)
      .flatMap((id) => (hierarchy.shapeOf(id) ? [{ id, outline: hierarchy.shapeOf(id)! }] : []))
    found = new Map(
      all.map((one) => {
        const others = all.filter((other) => other !== one)
        return [one.id, new Set(besideLine(one.outline, others).flatMap(({ zones }) => zones))]
      }),
    )
    ofPlaces.set(kind, found)
  }
  return found
}
