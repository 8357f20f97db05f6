import type { Facts, ZoneStay } from '../../facts'
import { overlapAreaM2 } from '../../geometry/overlay/overlay'
import type { Shape } from '../../geometry/rings/shape'
import { type Hierarchy, hierarchyOf } from '../../places/hierarchy'
import { namesOf } from '../../places/names'
import type { ListedRow } from './listed-rows'

/** The towns of a row: of its place, its position, or the members of its zone. */
export function townsOfRows(facts: Facts): (row: ListedRow) => readonly string[] {
  const hierarchy = hierarchyOf(facts.places)
  const ofZone = new Map<string, readonly string[]>()
  const townsOfZone = (id: string): readonly string[] => {
    const stays = facts.zones.filter((stay) => stay.id === id)
    return [...new Set(stays.flatMap((stay) => townsUnder(hierarchy, stay)))]
  }
  return ({ place, position, zone }) => {
    const code = place ?? (position && hierarchy.placeAt(position[0], position[1])?.code) ?? null
    const town = code === null ? null : townOf(hierarchy, code)
    if (town !== null) return [town]
    if (zone === null) return []
    if (!ofZone.has(zone)) ofZone.set(zone, townsOfZone(zone))
    return ofZone.get(zone)!
  }
}

/** The towns of places and zones as rows name them: by code, else where one is meant. */
export function townsNamed(facts: Facts, names: readonly string[]): string[] {
  const hierarchy = hierarchyOf(facts.places)
  return names.flatMap((name) => {
    const stays = facts.zones.filter(({ id }) => id === name)
    if (stays.length > 0) return stays.flatMap((stay) => townsUnder(hierarchy, stay))
    const codes = hierarchy.place(name) ? [name] : (namesOf(hierarchy).find(name)?.codes ?? [])
    return codes.length === 1 ? (townOf(hierarchy, codes[0]!) ?? []) : []
  })
}

/** The towns of a zone's members, else those that its drawn ground touches. */
function townsUnder(hierarchy: Hierarchy, { members, drawn }: ZoneStay): string[] {
  if (members.length > 0) return members.flatMap((code) => townOf(hierarchy, code) ?? [])
  return townsOf(hierarchy).filter((town) => sharedM2(drawn ?? [], hierarchy.shapeOf(town)) > TOUCH_M2)
}

/** Ground below this is a touch, m². */
export const TOUCH_M2 = 1

/** Common ground of two shapes, m². */
export function sharedM2(a: Shape, b: Shape | null): number {
  return a.length > 0 && b ? overlapAreaM2(a, b) : 0
}

/** All towns, or what stands in their stead. */
export function townsOf(hierarchy: Hierarchy): readonly string[] {
  return [...new Set(hierarchy.codes.flatMap((code) => townOf(hierarchy, code) ?? []))]
}

/** The town of a place, else the widest place below the district that holds it; null for the district itself. */
export function townOf(hierarchy: Hierarchy, code: string): string | null {
  const known = hierarchy.place(code)
  if (!known || known.kind === 'district') return null
  const line = [code, ...hierarchy.ancestorsOf(code)]
  return hierarchy.townOf(code) ?? line.findLast((one) => hierarchy.place(one)!.kind !== 'district') ?? null
}
