import { distanceM } from '../geometry/rings/distance'
import { edgeAreaM2 } from '../geometry/rings/ring-area'
import type { Ring, Shape } from '../geometry/rings/shape'
import { commonVertices } from './drawn-line'

/** What every edge of a ring adds, kept so that only new edges are worked out. */
interface RingSums {
  readonly ring: Ring
  readonly from: number
  readonly areas: Float64Array
  readonly lengths: Float64Array
}

function sumsOf(ring: Ring, last: RingSums | undefined): RingSums {
  const count = Math.max(0, ring.length / 2 - 1)
  const from = last?.from ?? ring[1] ?? 0
  const [areas, lengths] = [new Float64Array(count), new Float64Array(count)]
  const common = last ? commonVertices(last.ring, ring) : { head: 0, tail: 0 }
  const [kept, ends] = [Math.max(0, common.head - 1), Math.max(0, common.tail - 1)]
  if (last) {
    areas.set(last.areas.subarray(0, kept))
    lengths.set(last.lengths.subarray(0, kept))
    if (ends > 0) {
      areas.set(last.areas.subarray(last.areas.length - ends), count - ends)
      lengths.set(last.lengths.subarray(last.lengths.length - ends), count - ends)
    }
  }
  for (let edge = kept; edge < count - ends; edge++) {
    const at = 2 * edge
    const [x1, y1, x2, y2] = [ring[at]!, ring[at + 1]!, ring[at + 2]!, ring[at + 3]!]
    areas[edge] = edgeAreaM2([x1, y1, x2, y2], from)
    lengths[edge] = distanceM([x1, y1], [x2, y2])
  }
  return { ring, from, areas, lengths }
}

const total = (values: Float64Array): number => {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

/** Area and length of a line that moves: as `areaM2` and `lengthM` say, worked out anew only where it moved. */
export class LineSums {
  private rings: RingSums[][] = []

  measure(shape: Shape): { readonly areaM2: number; readonly perimeterM: number } {
    this.rings = shape.map((rings, polygon) =>
      rings.map((ring, at) => sumsOf(ring, this.rings[polygon]?.[at])),
    )
    let [areaM2, perimeterM] = [0, 0]
    for (const rings of this.rings)
      for (const [at, { areas, lengths }] of rings.entries()) {
        areaM2 += (at === 0 ? 1 : -1) * Math.abs(total(areas))
        perimeterM += total(lengths)
      }
    return { areaM2, perimeterM }
  }
}
