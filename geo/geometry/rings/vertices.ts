import type { PathD } from 'clipper2-ts'
import type { Plane } from './plane'
import { reversed } from './ring'
import { signedRingAreaM2 } from './ring-area'
import type { Ring, Shape } from './shape'
import { VertexIds } from './vertex-ids'

/** Decimals of a metre in which shapes are cut: 0.1 mm. */
export const DECIMALS = 4
const STEPS = 10 ** DECIMALS

/** The place itself first, then its neighbours. */
const AROUND = [0, 0, -1, 0, 1, 0, 0, -1, 0, 1, -1, -1, 1, -1, -1, 1, 1, 1] as const

/**
 * The input's own vertices by their place in the grid of 0.1 mm, so that a shared border comes back as it went in.
 * Vertices in neighbouring places are one vertex, the first: what differs by less was meant to be the same, and
 * would be left as a sliver.
 */
export class Vertices {
  private readonly places: VertexIds
  private readonly own: Float64Array

  /** `shapes` holds every ring that will be asked for. */
  constructor(
    readonly plane: Plane,
    shapes: readonly Shape[],
  ) {
    const count = shapes.flat(2).reduce((sum, ring) => sum + ring.length / 2, 0)
    this.places = new VertexIds(count)
    this.own = new Float64Array(count * 2)
  }

  /** Ring → path in local metres. */
  toPath(ring: Ring): PathD {
    const { lon, lat, metresLon, metresLat } = this.plane
    const path: PathD = []
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const column = Math.round((ring[i]! - lon) * metresLon * STEPS)
      const row = Math.round((ring[i + 1]! - lat) * metresLat * STEPS)
      let id = this.near(column, row)
      if (id < 0) {
        id = this.places.idOf(column, row)
        this.own.set([ring[i]!, ring[i + 1]!], 2 * id)
      }
      path.push({ x: this.places.lonLat[2 * id]! / STEPS, y: this.places.lonLat[2 * id + 1]! / STEPS })
    }
    return path
  }

  private near(column: number, row: number): number {
    for (let i = 0; i < AROUND.length; i += 2) {
      const id = this.places.find(column + AROUND[i]!, row + AROUND[i + 1]!)
      if (id >= 0) return id
    }
    return -1
  }

  /** Path → closed ring in degrees, outer rings anticlockwise, holes clockwise. Null where nothing is enclosed. */
  toRing(path: PathD, hole: boolean): Ring | null {
    const { lon, lat, metresLon, metresLat } = this.plane
    const flat: number[] = []
    for (const { x, y } of path) {
      const id = this.places.find(Math.round(x * STEPS), Math.round(y * STEPS))
      if (id >= 0) flat.push(this.own[2 * id]!, this.own[2 * id + 1]!)
      else flat.push(lon + x / metresLon, lat + y / metresLat)
    }
    if (flat.length < 6) return null
    flat.push(flat[0]!, flat[1]!)
    const area = signedRingAreaM2(Float64Array.from(flat))
    if (area === 0) return null
    return area > 0 === hole ? reversed(flat) : Float64Array.from(flat)
  }
}
