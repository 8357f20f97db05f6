import { metresPerDegree } from '../geometry/rings/plane'
import type { Position } from '../geometry/rings/shape'

const RADIANS = Math.PI / 180

/** The position moved by so many metres east and north, in the plane of its own latitude. */
export function nudge([lon, lat]: Position, { eastM, northM }: { eastM: number; northM: number }): Position {
  const y = lat + northM / metresPerDegree(lat).lat
  return [lon + eastM / metresPerDegree((lat + y) / 2).lon, y]
}

/** Metres east and north from one position to another a few kilometres away. */
function offset(from: Position, to: Position): { eastM: number; northM: number } {
  const middle = metresPerDegree((from[1] + to[1]) / 2)
  return { eastM: (to[0] - from[0]) * middle.lon, northM: (to[1] - from[1]) * metresPerDegree(from[1]).lat }
}

/** The position so many metres away in a direction, degrees clockwise from north. */
export function along(
  previous: Position,
  { bearing, distanceM }: { bearing: number; distanceM: number },
): Position {
  const angle = bearing * RADIANS
  return nudge(previous, { eastM: distanceM * Math.sin(angle), northM: distanceM * Math.cos(angle) })
}

/** Direction (degrees clockwise from north, 0 ≤ b < 360) and metres from one position to another. */
export function bearingOf(from: Position, to: Position): { bearing: number; distanceM: number } {
  const { eastM, northM } = offset(from, to)
  const bearing = Math.atan2(eastM, northM) / RADIANS
  return { bearing: (bearing + 360) % 360, distanceM: Math.hypot(eastM, northM) }
}

/**
 * The pointer brought to the nearest direction at a right angle to, or straight on from, the last edge drawn. Where
 * the two previous positions are one there is no edge, and the pointer stays.
 */
export function rightAngle([first, second]: readonly [Position, Position], pointer: Position): Position {
  const edge = offset(first, second)
  const length = Math.hypot(edge.eastM, edge.northM)
  if (length === 0) return pointer
  const [ux, uy] = [edge.eastM / length, edge.northM / length]
  const to = offset(second, pointer)
  const straight = to.eastM * ux + to.northM * uy
  const across = to.northM * ux - to.eastM * uy
  return Math.abs(straight) >= Math.abs(across)
    ? nudge(second, { eastM: straight * ux, northM: straight * uy })
    : nudge(second, { eastM: -across * uy, northM: across * ux })
}
