import { nearestOnEdge } from '../geometry/nearest-on-edge'
import { EdgeIndex } from '../geometry/overlay/edge-index'
import { boundsOf, joinBounds } from '../geometry/rings/bounds'
import { contains } from '../geometry/rings/contains'
import { metresPerDegree } from '../geometry/rings/plane'
import type { Bounds, Position, Shape } from '../geometry/rings/shape'
import type { Hierarchy } from './hierarchy'

/** A position further outside the district than this is none: it was mistyped, or stands for “not known”. */
export const REACH_M = 5_000

/** Whether positions lie in the district or within its reach. Where no place is drawn every position does. */
export class DistrictReach {
  readonly #shapes: readonly Shape[]
  readonly #bounds: Bounds | null
  #edges: readonly EdgeIndex[] | null = null
  /** of cells of about 1 km: surely in reach, surely not; others are asked one by one */
  readonly #cells = new Map<string, boolean | null>()

  constructor(hierarchy: Hierarchy) {
    this.#shapes = hierarchy.tops.flatMap((code) => hierarchy.shapeOf(code) ?? []).map((polygon) => [polygon])
    this.#bounds = joinBounds(this.#shapes.map(boundsOf))
  }

  /** Whether the district itself holds the position. */
  holds(position: Position): boolean {
    return this.#shapes.some((shape) => contains(shape, position))
  }

  /** Whether it lies in the district or at most 5 km outside. */
  reaches(position: Position): boolean {
    if (!this.#bounds) return true
    const [lon, lat] = position
    const [west, south, east, north] = this.#bounds
    const scale = metresPerDegree(lat)
    const [dx, dy] = [REACH_M / scale.lon, REACH_M / scale.lat]
    if (lon < west - dx || lon > east + dx || lat < south - dy || lat > north + dy) return false
    return this.#ofCell(position) ?? this.#outsideM(position) <= REACH_M
  }

  #ofCell([lon, lat]: Position): boolean | null {
    const [x, y] = [Math.floor(lon * CELLS), Math.floor(lat * CELLS)]
    const key = `${x} ${y}`
    let told = this.#cells.get(key)
    if (told === undefined) {
      const away = this.#outsideM([(x + 0.5) / CELLS, (y + 0.5) / CELLS])
      told = away < REACH_M - CELL_M ? true : away > REACH_M + CELL_M ? false : null
      this.#cells.set(key, told)
    }
    return told
  }

  /** m to the district; 0 inside. */
  #outsideM(position: Position): number {
    if (this.holds(position)) return 0
    this.#edges ??= this.#shapes.map((shape) => new EdgeIndex(shape))
    const scale = metresPerDegree(position[1])
    const [x, y] = position
    const [dx, dy] = [FURTHEST_M / scale.lon, FURTHEST_M / scale.lat]
    const box: Bounds = [x - dx, y - dy, x + dx, y + dy]
    let least = Number.POSITIVE_INFINITY
    for (const edges of this.#edges)
      for (const at of edges.near(box)) {
        const { metres } = nearestOnEdge(position, [edges.from(at), edges.to(at)], scale)
        if (metres < least) least = metres
      }
    return least
  }
}

/** Cells a degree. */
const CELLS = 100
/** More than half the diagonal of a cell anywhere on Earth, m. */
const CELL_M = 800
/** Edges further away decide nothing, m. */
const FURTHEST_M = REACH_M + 2 * CELL_M
