import { Clipper, ClipType, EndType, FillRule, JoinType } from 'clipper2-ts'
import { circle } from '../overlay/buffer'
import { clipped } from '../overlay/overlay'
import { boundsOfLine } from '../rings/bounds'
import { planeOf } from '../rings/plane'
import type { Line, Shape } from '../rings/shape'
import { DECIMALS, Vertices } from '../rings/vertices'

/** Share of the distance by which an arc may fall short of the true circle. */
const ARC_ERROR = 0.0005

/**
 * The ground within `metres` of a line, round at its ends, in the plane of its middle: arcs are true to 0.05 %. A line
 * that stays on one spot is a circle. Throws RangeError unless the distance is above 0 m.
 */
export function bufferLine(line: Line, metres: number): Shape {
  if (!(metres > 0 && Number.isFinite(metres)))
    throw new RangeError(`a distance must be above 0 m, got ${metres}`)
  const bounds = boundsOfLine(line)
  if (!bounds) return []
  if (bounds[0] === bounds[2] && bounds[1] === bounds[3]) return circle([bounds[0], bounds[1]], metres)
  const open = Float64Array.from([...line, line.at(-2)!, line.at(-1)!]) // a path leaves out the closing vertex
  const vertices = new Vertices(planeOf(bounds), [[[open]]])
  const subject = Clipper.inflatePathsD(
    [vertices.toPath(open)],
    metres,
    JoinType.Round,
    EndType.Round,
    2,
    DECIMALS,
    metres * ARC_ERROR,
  )
  return clipped(vertices, { how: ClipType.Union, subject, clip: [], rule: FillRule.NonZero })
}
