import { contains } from '../geometry/rings/contains'
import { byStrictness } from '../zones/ground/ground'
import type { Slice } from './slice'

/**
 * Buildings (楼栋) in each zone, in the order of the zones in force; each in one zone at most. A building is in the
 * strictest zone that has it, or what it lies in, as member; else in the one that holds a point of its ground, or of
 * the compound's where the building is not drawn.
 */
export function buildingsIn({ hierarchy, attribution: { zones } }: Slice): number[] {
  const counts = zones.map(() => 0)
  const order = zones.map((zone, at) => ({ zone, at, members: new Set(zone.members) }))
  order.sort((a, b) => byStrictness(a.zone, b.zone))
  for (const code of zones.length > 0 ? hierarchy.ofKind('building') : []) {
    const line = [code, ...hierarchy.ancestorsOf(code)]
    const drawn = line.find((one) => hierarchy.place(one)!.shape !== null)
    const point = drawn === undefined ? null : hierarchy.pointOf(drawn)
    const found =
      order.find(({ members }) => line.some((one) => members.has(one))) ??
      order.find(({ zone }) => zone.members.length === 0 && point !== null && contains(zone.shape, point))
    if (found) counts[found.at]!++
  }
  return counts
}
