import type { PlaceKind } from '../facts'
import { gapsBetween } from '../geometry/overlay/gaps'
import type { Position, Shape } from '../geometry/rings/shape'
import type { Hierarchy } from './hierarchy'
import { type SiblingsOverlap, SLIVER_M2 } from './overlaps'
import { byCode } from './tree'

/** Kinds that share out the ground between them. Compounds and buildings stand apart by nature. */
const COVERING: readonly PlaceKind[] = ['district', 'town', 'village']

/** Two neighbouring places with ground between them that is in neither, and where it is. */
export interface SiblingsGap extends SiblingsOverlap {
  readonly position: Position
}

/**
 * Gaps of more than `SLIVER_M2` between the drawn grounds of places of one kind that shares out the ground, each pair
 * once, sorted by code. A kind whose borders lie too near each other to be looked at has none to tell.
 */
export function siblingGaps(hierarchy: Hierarchy): SiblingsGap[] {
  return COVERING.flatMap((kind) => {
    const drawn = hierarchy.ofKind(kind).flatMap((code): { code: string; shape: Shape }[] => {
      const { shape } = hierarchy.place(code)!
      return shape && shape.length > 0 ? [{ code, shape }] : []
    })
    const gaps = gapsBetween(drawn.map(({ shape }) => shape)) ?? []
    return gaps.flatMap(({ a, b, areaM2, position }) => {
      const [first, second] = [drawn[a]!.code, drawn[b]!.code].sort(byCode) as [string, string]
      return areaM2 > SLIVER_M2 ? [{ a: first, b: second, areaM2, position }] : []
    })
  }).sort((p, q) => byCode(p.a, q.a) || byCode(p.b, q.b))
}
