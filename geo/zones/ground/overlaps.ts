import { BoxIndex } from '../../geometry/box-index'
import { areApart } from '../../geometry/overlay/apart'
import { overlapAreaM2 } from '../../geometry/overlay/overlay'
import { areaM2 } from '../../geometry/rings/area'
import { boundsOf } from '../../geometry/rings/bounds'
import type { Shape } from '../../geometry/rings/shape'
import { SLIVER_M2 } from '../../places/overlaps'
import { byCode } from '../../places/tree'
import type { Instant } from '../../time/calendar'

/** Share of the smaller of two zones from which it lies in the other: rings round a stricter zone are drawn so. */
const WITHIN = 0.98

/** Pairs that meet and are looked at: so many, and so many more for each stay. */
const mostPairs = (stays: number): number => 2_000 + 20 * stays

/** A stay of a zone with its ground. */
export interface ZoneStayGround {
  readonly id: string
  readonly level: string
  /** id of the zone that it says it lies in */
  readonly parent: string | null
  readonly from: Instant
  /** Infinity while it lasts */
  readonly to: Instant
  readonly shape: Shape
}

/** Two zones that share ground at one time, the smaller id first. */
export interface ZonesOverlap {
  readonly a: string
  readonly b: string
  /** m², the most at any time */
  readonly areaM2: number
  readonly shapes: readonly [Shape, Shape]
}

/**
 * Zones that lie over each other at one time by more than `SLIVER_M2`, each pair once, sorted by id: two of one level,
 * or two of different levels neither of which lies in the other. A stricter zone inside a wider one is as it should be,
 * and so is one that names the other as its parent.
 */
export function zoneOverlaps(stays: readonly ZoneStayGround[]): ZonesOverlap[] {
  const boxes = stays.map(({ shape }) => boundsOf(shape))
  const index = new BoxIndex(boxes)
  const found = new Map<string, ZonesOverlap>()
  let compared = 0
  for (const [at, one] of stays.entries())
    for (const other of index.near(boxes[at]!)) {
      const two = stays[other]!
      if (other <= at || one.id === two.id || one.from >= two.to || two.from >= one.to) continue
      if (one.parent === two.id || two.parent === one.id || areApart(one.shape, two.shape)) continue
      if (++compared > mostPairs(stays.length)) return sorted(found)
      const common = overlapAreaM2(one.shape, two.shape)
      if (common <= SLIVER_M2 || (one.level !== two.level && isWithin(common, one, two))) continue
      const [a, b] = byCode(one.id, two.id) < 0 ? [one, two] : [two, one]
      const key = `${a.id} ${b.id}`
      if ((found.get(key)?.areaM2 ?? 0) < common)
        found.set(key, { a: a.id, b: b.id, areaM2: common, shapes: [a.shape, b.shape] })
    }
  return sorted(found)
}

const isWithin = (common: number, one: ZoneStayGround, two: ZoneStayGround): boolean =>
  common >= WITHIN * Math.min(areaM2(one.shape), areaM2(two.shape))

const sorted = (found: ReadonlyMap<string, ZonesOverlap>): ZonesOverlap[] =>
  [...found.values()].sort((p, q) => byCode(p.a, q.a) || byCode(p.b, q.b))
