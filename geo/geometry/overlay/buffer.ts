import { Clipper, ClipType, EndType, FillRule, JoinType } from 'clipper2-ts'
import { boundsOf } from '../rings/bounds'
import { metresPerDegree, planeOf } from '../rings/plane'
import { wound } from '../rings/ring'
import type { Position, Shape } from '../rings/shape'
import { DECIMALS, Vertices } from '../rings/vertices'
import { clipped, union } from './overlay'

/** Share of the distance by which an arc may fall short of the true circle. */
const ARC_ERROR = 0.0005

function checked(metres: number): void {
  if (!Number.isFinite(metres))
    throw new RangeError(`a distance must be a finite number of metres, got ${metres}`)
}

/**
 * The ground within `metres` of the shape, or, for a negative distance, the ground that lies deeper inside than that
 * (nothing left: the empty shape). Each polygon is widened in the plane of its own middle: arcs are true to 0.05 %;
 * a polygon 10 km high adds 0.1 % east–west at its ends. Throws RangeError unless the distance is finite.
 */
export function buffer(shape: Shape, metres: number): Shape {
  checked(metres)
  if (metres === 0) return shape
  const parts = metres > 0 ? shape.map((polygon) => [polygon]) : [shape]
  const widened = parts.flatMap((part) => {
    const bounds = boundsOf(part)
    if (!bounds) return []
    const plain = wound(part)
    const vertices = new Vertices(planeOf(bounds), [plain])
    const paths = plain.flatMap((polygon) => polygon.map((ring) => vertices.toPath(ring)))
    const { Round } = JoinType
    const arc = Math.abs(metres) * ARC_ERROR
    const subject = Clipper.inflatePathsD(paths, metres, Round, EndType.Polygon, 2, DECIMALS, arc)
    return [clipped(vertices, { how: ClipType.Union, subject, clip: [], rule: FillRule.Positive })]
  })
  return widened.length === 1 ? widened[0]! : union(widened)
}

/** Vertices of a circle: its edges fall short of the arc by 0.03 % of the radius. */
const CIRCLE_VERTICES = 128

/**
 * A circle round a position, as a polygon of 128 vertices that has the circle's area; the radius is true to 0.05 %
 * up to 20 km below latitude 60°. Throws RangeError unless the radius is above 0 m.
 */
export function circle([lon, lat]: Position, radiusM: number): Shape {
  checked(radiusM)
  if (!(radiusM > 0)) throw new RangeError(`a radius must be above 0 m, got ${radiusM}`)
  const step = (2 * Math.PI) / CIRCLE_VERTICES
  const areaTrue = radiusM * Math.sqrt(step / Math.sin(step))
  const northScale = metresPerDegree(lat).lat
  const ring = new Float64Array((CIRCLE_VERTICES + 1) * 2)
  for (let i = 0; i <= CIRCLE_VERTICES; i++) {
    const angle = step * (i % CIRCLE_VERTICES)
    const y = lat + (areaTrue * Math.sin(angle)) / northScale
    ring[2 * i] = lon + (areaTrue * Math.cos(angle)) / metresPerDegree((lat + y) / 2).lon
    ring[2 * i + 1] = y
  }
  return [[ring]]
}
