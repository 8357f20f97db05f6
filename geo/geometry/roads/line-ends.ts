import { nearDistanceM } from '../rings/distance'
import type { Side } from '../rings/ring-side'
import type { Position } from '../rings/shape'

/** Degrees within which ends and vertices of roads are one node. */
export const SAME_NODE = 1e-7
/** Metres within which two ends from opposite sides are one passage. */
const GAP_M = 1

/** An end of a road near an outline, and on which side of that the road comes. */
export interface LineEnd {
  readonly line: number
  readonly position: Position
  readonly side: Side
}

/** Two ends that are one passage. */
export interface EndPair {
  readonly inside: LineEnd
  readonly outside: LineEnd
  readonly gapM: number
}

/** Ends within 1 m of each other from opposite sides, the nearest first, each once; and those that are left. */
export function pairedEnds(ends: readonly LineEnd[]): {
  pairs: readonly EndPair[]
  ends: readonly LineEnd[]
} {
  const outer = ends.filter(({ side }) => side === 'outside')
  const near = ends
    .filter(({ side }) => side === 'inside')
    .flatMap((inside) =>
      outer.map((outside) => ({ inside, outside, gapM: nearDistanceM(inside.position, outside.position) })),
    )
    .filter(({ gapM }) => gapM <= GAP_M)
    .sort((a, b) => a.gapM - b.gapM || a.inside.line - b.inside.line || a.outside.line - b.outside.line)
  const taken = new Set<LineEnd>()
  const pairs = near.filter(({ inside, outside }) => {
    if (taken.has(inside) || taken.has(outside)) return false
    taken.add(inside).add(outside)
    return true
  })
  return {
    pairs,
    ends: ends.filter((end) => !taken.has(end)).map(({ line, position, side }) => ({ line, position, side })),
  }
}
