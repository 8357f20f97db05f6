import { Clipper, ClipType, FillRule, type PathsD, type PolyPathD, PolyTreeD } from 'clipper2-ts'
import { areaM2 } from '../rings/area'
import { boundsMeet, boundsOf, joinBounds } from '../rings/bounds'
import { asPlain } from '../rings/known-grounds'
import { planeOf } from '../rings/plane'
import { wound } from '../rings/ring'
import type { Bounds, Ring, Shape } from '../rings/shape'
import { DECIMALS, Vertices } from '../rings/vertices'

/** Collects polygons: outer rings under the root, their holes below them, islands in the holes below those. */
function collect(node: PolyPathD, vertices: Vertices, into: Ring[][]): void {
  for (let i = 0; i < node.count; i++) {
    const outerPath = node.child(i)
    const outer = vertices.toRing(outerPath.poly ?? [], false)
    const polygon: Ring[] = outer ? [outer] : []
    for (let h = 0; h < outerPath.count; h++) {
      const holePath = outerPath.child(h)
      const hole = outer && vertices.toRing(holePath.poly ?? [], true)
      if (hole) polygon.push(hole)
      collect(holePath, vertices, into)
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
  // where parts of one shape cross they have vertices that the shape as given has not
  const [woundSubjects, woundClips] = [subjects.map(wound), clips.map(wound)]
  const vertices = new Vertices(planeOf(bounds), [...woundSubjects, ...woundClips])
  const subject = pathsOf(woundSubjects, vertices)
  const clip = pathsOf(woundClips, vertices)
  return clipped(vertices, { how, subject, clip, rule: FillRule.NonZero })
}

/** One operation of Clipper in local metres, its answer as polygons with their holes. */
export function clipped(
  vertices: Vertices,
  { how, subject, clip, rule }: { how: ClipType; subject: PathsD; clip: PathsD; rule: FillRule },
): Shape {
  const tree = new PolyTreeD()
  Clipper.booleanOpDWithPolyTree(how, subject, clip, tree, rule, DECIMALS)
  const shape: Ring[][] = []
  collect(tree, vertices, shape)
  return asPlain(shape)
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
