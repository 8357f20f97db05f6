import { metresPerDegree } from './plane'
import { FLATTENING, SEMI_MAJOR_M } from './ring-area'
import type { Line, Position } from './shape'

const RADIANS = Math.PI / 180
const SEMI_MINOR_M = SEMI_MAJOR_M * (1 - FLATTENING)
const STEPS_AT_MOST = 60

/** Vincenty's series A and B of u² (Vincenty 1975, eqs. 3 and 4). */
function series(u2: number): { readonly a: number; readonly b: number } {
  return {
    a: 1 + (u2 / 16384) * (4096 + u2 * (-768 + u2 * (320 - 175 * u2))),
    b: (u2 / 1024) * (256 + u2 * (-128 + u2 * (74 - 47 * u2))),
  }
}

/** Half of the circle round the ellipsoid: the answer near the antipode, where the iteration does not settle. */
const HALF_ROUND_M = 20_003_931.458

/**
 * Length in metres of the shortest way between two positions on the WGS-84 ellipsoid, by Vincenty's inverse formula
 * (Survey Review 23, 1975): within 0.5 mm, save within half a degree of the antipode, where it answers 20 004 km.
 */
export function distanceM([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  if (lon1 === lon2 && lat1 === lat2) return 0
  const u1 = Math.atan((1 - FLATTENING) * Math.tan(lat1 * RADIANS))
  const u2 = Math.atan((1 - FLATTENING) * Math.tan(lat2 * RADIANS))
  const [sin1, cos1, sin2, cos2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)]
  const difference = (lon2 - lon1) * RADIANS
  let lambda = difference
  for (let step = 0; step < STEPS_AT_MOST; step++) {
    const [sinL, cosL] = [Math.sin(lambda), Math.cos(lambda)]
    const sinS = Math.hypot(cos2 * sinL, cos1 * sin2 - sin1 * cos2 * cosL)
    const cosS = sin1 * sin2 + cos1 * cos2 * cosL
    const sigma = Math.atan2(sinS, cosS)
    const sinAlpha = sinS === 0 ? 0 : (cos1 * cos2 * sinL) / sinS
    const cos2Alpha = 1 - sinAlpha * sinAlpha
    const middle = cos2Alpha === 0 ? 0 : cosS - (2 * sin1 * sin2) / cos2Alpha
    const c = (FLATTENING / 16) * cos2Alpha * (4 + FLATTENING * (4 - 3 * cos2Alpha))
    const inner = middle + c * cosS * (2 * middle * middle - 1)
    const next = difference + (1 - c) * FLATTENING * sinAlpha * (sigma + c * sinS * inner)
    if (Math.abs(next - lambda) < 1e-13) {
      const ratio = (SEMI_MAJOR_M ** 2 - SEMI_MINOR_M ** 2) / SEMI_MINOR_M ** 2
      const { a, b } = series(cos2Alpha * ratio)
      const third = (b / 6) * middle * (4 * sinS * sinS - 3) * (4 * middle * middle - 3)
      const correction = b * sinS * (middle + (b / 4) * (cosS * (2 * middle * middle - 1) - third))
      return SEMI_MINOR_M * a * (sigma - correction)
    }
    lambda = next
  }
  return HALF_ROUND_M
}

/** Length of a line in metres on WGS-84, vertex to vertex. */
export function lengthM(line: Line): number {
  let sum = 0
  for (let i = 0; i + 3 < line.length; i += 2)
    sum += distanceM([line[i]!, line[i + 1]!], [line[i + 2]!, line[i + 3]!])
  return sum
}

/**
 * Metres between positions at most a few kilometres apart, in the plane of their middle latitude: within 1e-6 of
 * the distance at 10 km below latitude 60°. For the many comparisons with a short radius.
 */
export function nearDistanceM([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const { lon, lat } = metresPerDegree((lat1 + lat2) / 2)
  return Math.hypot((lon2 - lon1) * lon, (lat2 - lat1) * lat)
}
