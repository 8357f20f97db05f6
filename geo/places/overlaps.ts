import Flatbush from 'flatbush'
import { areApart } from '../geometry/overlay/apart'
import { sharedAreaM2 } from '../geometry/overlay/shared-area'
import { boundsOf } from '../geometry/rings/bounds'
import { wound } from '../geometry/rings/ring'
import { OutlineIndex } from '../geometry/roads/outline-index'
import type { Hierarchy } from './hierarchy'
import { byCode } from './tree'

/**
 * m² below which two neighbours only touch: borders drawn twice with different rounding leave slivers of this size.
 * In the villages of Tainan 472 of 480 pairs are above it.
 */
export const SLIVER_M2 = 1

/** Neighbours on a plane are at most three times as many as places: what meets far oftener is not one layer of places. */
const mostPairs = (places: number): number => 2_000 + 3 * places

export interface SiblingOverlaps {
  readonly pairs: readonly SiblingsOverlap[]
  /** false where too many places meet for all to be compared */
  readonly isComplete: boolean
}

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
 * only the union of others is not compared: what it shares was reported of them. Nothing is repaired. After
 * `mostPairs` that meet the rest is not compared, and `isComplete` is false.
 */
export function siblingOverlaps(hierarchy: Hierarchy): SiblingOverlaps {
  const drawn = hierarchy.codes.flatMap((code) => {
    const place = hierarchy.place(code)!
    const bounds = place.shape && boundsOf(place.shape)
    return place.shape && bounds ? [{ code, kind: place.kind, shape: place.shape, bounds }] : []
  })
  if (drawn.length === 0) return { pairs: [], isComplete: true }
  const index = new Flatbush(drawn.length)
  for (const { bounds } of drawn) index.add(...bounds)
  index.finish()
  const found: SiblingsOverlap[] = []
  const outlines = new Map<number, OutlineIndex>()
  const outline = (at: number): OutlineIndex => {
    const known = outlines.get(at) ?? new OutlineIndex(wound(drawn[at]!.shape))
    outlines.set(at, known)
    return known
  }
  let compared = 0
  for (const [at, one] of drawn.entries()) {
    const near = index.search(...one.bounds, (other) => other > at && drawn[other]!.kind === one.kind)
    for (const other of near) {
      if (compared >= mostPairs(drawn.length)) return { pairs: sorted(found), isComplete: false }
      if (areApart(one.shape, drawn[other]!.shape)) continue
      compared += 1
      const areaM2 = sharedAreaM2(outline(at), outline(other))
      if (areaM2 > SLIVER_M2) found.push({ a: one.code, b: drawn[other]!.code, areaM2 })
    }
  }
  return { pairs: sorted(found), isComplete: true }
}

const sorted = (found: SiblingsOverlap[]): SiblingsOverlap[] =>
  found.sort((p, q) => byCode(p.a, q.a) || byCode(p.b, q.b))
