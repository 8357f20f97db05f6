import type { Facts, Place } from '../facts'
import { intersection } from '../geometry/overlay/overlay'
import { areaM2 } from '../geometry/rings/area'
import { representativePoint } from '../geometry/rings/representative-point'
import type { Position } from '../geometry/rings/shape'
import type { Instant } from '../time/calendar'
import { placesAt } from './changes/places-at'
import { type Hierarchy, hierarchyOf } from './hierarchy'
import { type SiblingsOverlap, siblingOverlaps } from './overlaps'
import { byCode } from './tree'

/** Share of the smaller of two places from which one lies over the other: borders drawn anew differ by less. */
export const LIES_OVER = 0.2

/** Places that came with one import and lie over places of others: what the act of replacing those would name. */
export interface FileOver {
  /** name of the file */
  readonly source: string
  /** codes that came with it, and those of others under them */
  readonly begins: readonly string[]
  readonly ends: readonly string[]
}

/** Places of one kind that lie over each other at an instant. */
export interface OverlapsAt {
  /** pairs in all; where places meet too often to compare all of them, those among the first */
  readonly count: number
  readonly areaM2: number
  /** the largest pairs, the largest first, with a position in their common ground */
  readonly largest: readonly (SiblingsOverlap & { readonly position: Position | null })[]
  /** by import, what it lays over places of others by `LIES_OVER` or more */
  readonly files: readonly FileOver[]
}

/** The places that lie over each other at the instant, people of which would be counted twice; `most` pairs are listed. */
export function overlapsAt(facts: Facts, asOf: Instant, most: number): OverlapsAt {
  const hierarchy = hierarchyOf(placesAt(facts, asOf).places)
  const { pairs } = siblingOverlaps(hierarchy)
  const largest = [...pairs].sort((one, other) => other.areaM2 - one.areaM2).slice(0, most)
  return {
    count: pairs.length,
    areaM2: pairs.reduce((sum, pair) => sum + pair.areaM2, 0),
    largest: largest.map((pair) => {
      const [a, b] = [hierarchy.place(pair.a)!.shape!, hierarchy.place(pair.b)!.shape!]
      return { ...pair, position: representativePoint(intersection(a, b)) }
    }),
    files: filesOver(hierarchy, pairs),
  }
}

function filesOver(hierarchy: Hierarchy, pairs: readonly SiblingsOverlap[]): FileOver[] {
  const files = new Map<string, { source: string; begins: Set<string>; ends: Set<string> }>()
  for (const { a, b, areaM2: common } of pairs) {
    const [one, other] = [hierarchy.place(a)!, hierarchy.place(b)!]
    const isFromTwo = keyOf(one) !== keyOf(other)
    if (!isFromTwo || common < LIES_OVER * Math.min(areaM2(one.shape!), areaM2(other.shape!))) continue
    for (const [begins, ends] of [
      [one, other],
      [other, one],
    ] as const) {
      const known = files.get(keyOf(begins)) ?? {
        ...{ source: begins.origin.file, begins: new Set(), ends: new Set() },
      }
      files.set(keyOf(begins), known)
      known.begins.add(begins.code)
      known.ends.add(ends.code)
    }
  }
  return [...files.values()].map(({ source, begins, ends }) => ({
    ...{ source, begins: [...begins].sort(byCode), ends: [...ends].sort(byCode) },
  }))
}

/** The import that a place came with. */
const keyOf = ({ origin: { file, segment } }: Place): string => segment ?? file
