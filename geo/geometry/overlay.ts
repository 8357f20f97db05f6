import { Clipper, ClipType, FillRule, type PathD, type PathsD, type PolyPathD, PolyTreeD } from 'clipper2-ts'
import { areaM2, signedRingAreaM2 } from './area'
import { boundsMeet, boundsOf, joinBounds } from './bounds'
import { type Plane, planeOf } from './plane'
import { reversed, wound } from './ring'
import type { Bounds, Ring, Shape } from './shape'

/** Decimals of a metre in which shapes are cut: 0.1 mm. */
export const DECIMALS = 4
const STEPS = 10 ** DECIMALS

/** The input's own vertices by their place in the grid, so that a shared border comes back as it went in. */
export class Vertices {
  private readonly known = new Map<string, readonly [number, number]>()

  constructor(readonly plane: Plane) {}

  /** Ring → path in local metres; every vertex is remembered, the first at a place wins. */
  toPath(ring: Ring): PathD {
    const { lon, lat, metresLon, metresLat } = this.plane
    const path: PathD = []
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const column = Math.round((ring[i]! - lon) * metresLon * STEPS)
      const row = Math.round((ring[i + 1]! - lat) * metresLat * STEPS)
      const place = `${column},${row}`
      if (!this.known.has(place)) this.known.set(place, [ring[i]!, ring[i + 1]!])
      path.push({ x: column / STEPS, y: row / STEPS })
    }
    return path
  }

  /** Path → closed ring in degrees, outer rings anticlockwise, holes clockwise. Null where nothing is enclosed. */
  toRing(path: PathD, hole: boolean): Ring | null {
    const { lon, lat, metresLon, metresLat } = this.plane
    const flat: number[] = []
    for (const { x, y } of path) {
      const own = this.known.get(`${Math.round(x * STEPS)},${Math.round(y * STEPS)}`)
      flat.push(own ? own[0] : lon + x / metresLon, own ? own[1] : lat + y / metresLat)
    }
    if (flat.length < 6) return null
    flat.push(flat[0]!, flat[1]!)
    const area = signedRingAreaM2(Float64Array.from(flat))
    if (area === 0) return null
    return area > 0 === hole ? reversed(flat) : Float64Array.from(flat)
  }
}

/** Outer rings under the root, their holes below them, islands in the holes below those. */
function shapeOf(node: PolyPathD, vertices: Vertices, into: Ring[][]): void {
  for (let i = 0; i < node.count; i++) {
    const outerPath = node.child(i)
    const outer = vertices.toRing(outerPath.poly ?? [], false)
    const polygon: Ring[] = outer ? [outer] : []
    for (let h = 0; h < outerPath.count; h++) {
      const holePath = outerPath.child(h)
      const hole = outer && vertices.toRing(holePath.poly ?? [], true)
      if (hole) polygon.push(hole)
      shapeOf(holePath, vertices, into)
    }
    if (outer) into.push(polygon)
  }
}

function pathsOf(shapes: readonly Shape[], vertices: Vertices): PathsD {
  return shapes.flatMap((shape) => shape.flatMap((polygon) => polygon.map((ring) => vertices.toPath(ring))))
}

function overlay(how: ClipType, subjects: readonly Shape[], clips: readonly Shape[]): Shape {
  const bounds = joinBounds([...subjects, ...clips].map(boundsOf))
  if (!bounds) return []
  const vertices = new Vertices(planeOf(bounds))
  const tree = new PolyTreeD()
  const subject = pathsOf(subjects.map(wound), vertices)
  const clip = pathsOf(clips.map(wound), vertices)
  Clipper.booleanOpDWithPolyTree(how, subject, clip, tree, FillRule.NonZero, DECIMALS)
  const shape: Ring[][] = []
  shapeOf(tree, vertices, shape)
  return shape
}

/** The ground of all of them together. Cut at 0.1 mm; where vertices coincide they are the input's own. */
export function union(shapes: readonly Shape[]): Shape {
  return overlay(ClipType.Union, shapes, [])
}

/** The ground in both. No common ground is the empty shape; a common border is no ground. */
export function intersection(a: Shape, b: Shape): Shape {
  const [first, second] = [boundsOf(a), boundsOf(b)]
  return first && second && boundsMeet(first, second) ? overlay(ClipType.Intersection, [a], [b]) : []
}

/** The ground of `a` that is not in `b` (or, of a list, in none of them). */
export function difference(a: Shape, b: Shape | readonly Shape[]): Shape {
  const bounds: Bounds | null = boundsOf(a)
  if (!bounds) return []
  const cutters = (isList(b) ? b : [b]).filter((one) => {
    const other = boundsOf(one)
    return other !== null && boundsMeet(bounds, other)
  })
  return cutters.length === 0 ? a : overlay(ClipType.Difference, [a], cutters)
}

/** A shape holds polygons of rings (numbers at depth three), a list of shapes one level more. */
function isList(b: Shape | readonly Shape[]): b is readonly Shape[] {
  return b.some((first) => first.some((second) => Array.isArray(second)))
}

/** Common ground in m². Bounds that do not meet cost nothing. */
export function overlapAreaM2(a: Shape, b: Shape): number {
  return areaM2(intersection(a, b))
}
