import Flatbush from 'flatbush'
import { areApart } from '../geometry/apart'
import { boundsOf } from '../geometry/bounds'
import { overlapAreaM2 } from '../geometry/overlay'
import type { Hierarchy } from './hierarchy'
import { byCode } from './tree'

/**
 * m² below which two neighbours only touch: borders drawn twice with different rounding leave slivers of this size.
 * In the villages of Tainan 472 of 480 pairs are above it.
 */
export const SLIVER_M2 = 1

/** Two places of one kind whose own polygons share ground, the smaller code first. */
export interface SiblingsOverlap {
  readonly a: string
  readonly b: string
  /** m² */
  readonly areaM2: number
}

/**
 * Pairs of places of one kind whose own polygons share more than `SLIVER_M2`, each once, sorted by code. They are
 * siblings in the sense of their kind: most real overlaps lie across the border of two parents. A ground that is
 * only the union of others is not compared: what it shares was reported of them. Nothing is repaired.
 */
export function siblingOverlaps(hierarchy: Hierarchy): SiblingsOverlap[] {
  const drawn = hierarchy.codes.flatMap((code) => {
    const place = hierarchy.place(code)!
    const bounds = place.shape && boundsOf(place.shape)
    return place.shape && bounds ? [{ code, kind: place.kind, shape: place.shape, bounds }] : []
  })
  if (drawn.length === 0) return []
  const index = new Flatbush(drawn.length)
  for (const { bounds } of drawn) index.add(...bounds)
  index.finish()
  const found: SiblingsOverlap[] = []
  drawn.forEach((one, at) => {
    const near = index.search(...one.bounds, (other) => other > at && drawn[other]!.kind === one.kind)
    for (const other of near) {
      if (areApart(one.shape, drawn[other]!.shape)) continue
      const areaM2 = overlapAreaM2(one.shape, drawn[other]!.shape)
      if (areaM2 > SLIVER_M2) found.push({ a: one.code, b: drawn[other]!.code, areaM2 })
    }
  })
  return found.sort((p, q) => byCode(p.a, q.a) || byCode(p.b, q.b))
}
