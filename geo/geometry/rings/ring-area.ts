import type { Ring } from './shape'

/** Semi-major axis of WGS-84 in metres (NIMA TR8350.2). */
export const SEMI_MAJOR_M = 6_378_137
/** Flattening of WGS-84 (NIMA TR8350.2). */
export const FLATTENING = 1 / 298.257223563
/** First eccentricity squared of WGS-84. */
export const ECCENTRICITY_2 = FLATTENING * (2 - FLATTENING)

const RADIANS = Math.PI / 180
const E = Math.sqrt(ECCENTRICITY_2)
const Q_POLE = 1 + ((1 - ECCENTRICITY_2) / E) * Math.atanh(E)

/** Square of the authalic radius, R_q² = a² q(90°) / 2, in m². */
export const AUTHALIC_RADIUS_2 = (SEMI_MAJOR_M * SEMI_MAJOR_M * Q_POLE) / 2

const HARMONICS = 5

/**
 * sin β = Σ c_k sin((2k+1)φ). From q(φ) = (1−e²) Σ e²ⁿ (2n+2)/(2n+1) sin²ⁿ⁺¹φ (Snyder 1987, eq. 3-12, expanded)
 * and the sum formula of odd powers of the sine. What is cut off after five terms is below 2e-14.
 */
const COEFFICIENTS = Float64Array.from({ length: HARMONICS }, (_, k) => {
  let sum = 0
  for (let n = k; n < 14; n++) {
    const power = (ECCENTRICITY_2 / 4) ** n * ((2 * n + 2) / (2 * n + 1))
    sum += power * binomial(2 * n + 1, n - k)
  }
  return ((k % 2 ? -1 : 1) * sum * (1 - ECCENTRICITY_2)) / Q_POLE
})

function binomial(n: number, k: number): number {
  let value = 1
  for (let i = 1; i <= k; i++) value = (value * (n - k + i)) / i
  return value
}

/** sin(x)/x − 1 without loss for small x. */
function sincMinusOne(x: number): number {
  const x2 = x * x
  return x2 < 1e-4 ? (-x2 / 6) * (1 - (x2 / 20) * (1 - x2 / 42)) : Math.sin(x) / x - 1
}

/**
 * Mean of sin β along an edge that is straight in longitude–latitude, minus sin β of `from`: the difference is
 * formed before rounding, so that a house is measured as sharply as a country. Latitudes in radians.
 */
function meanAbove(from: number, first: number, second: number): number {
  const half = (second - first) / 2
  const middle = (first + second) / 2
  const apart = (middle - from) / 2
  const between = (middle + from) / 2
  let sum = 0
  for (let k = 0; k < HARMONICS; k++) {
    const m = 2 * k + 1
    const rise = 2 * Math.cos(m * between) * Math.sin(m * apart)
    sum += COEFFICIENTS[k]! * (rise + Math.sin(m * middle) * sincMinusOne(m * half))
  }
  return sum
}

/** The first seven terms of sin β(φ + t) − sin β(φ) in powers of t (radians), from t on; φ in degrees. */
export function sineAuthalicAt(latitude: number): number[] {
  return Array.from({ length: 7 }, (_, at) => {
    const power = at + 1
    let factorial = 1
    for (let i = 2; i <= power; i++) factorial *= i
    let sum = 0
    for (let k = 0; k < HARMONICS; k++) {
      const m = 2 * k + 1
      sum += COEFFICIENTS[k]! * m ** power * Math.sin(m * latitude * RADIANS + (power * Math.PI) / 2)
    }
    return sum / factorial
  })
}

/** An edge that is straight in longitude–latitude, in degrees. */
export type EdgeLonLat = readonly [x1: number, y1: number, x2: number, y2: number]

/**
 * What an edge adds to the signed area of a ring it belongs to, m² above the parallel of `from` (degrees): summed over
 * a closed way anticlockwise it is the area, whatever `from`. Near the ground it is sharpest.
 */
export function edgeAreaM2([x1, y1, x2, y2]: EdgeLonLat, from: number): number {
  if (x1 === x2) return 0
  const mean = meanAbove(from * RADIANS, y1 * RADIANS, y2 * RADIANS)
  return -(x2 - x1) * mean * RADIANS * AUTHALIC_RADIUS_2
}

/** Area of one ring in m²: positive when it runs anticlockwise. The ring must not pass the antimeridian or a pole. */
export function signedRingAreaM2(ring: Ring): number {
  const from = ring[1]! * RADIANS
  let sum = 0
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const width = ring[i + 2]! - ring[i]!
    if (width !== 0) sum -= width * meanAbove(from, ring[i + 1]! * RADIANS, ring[i + 3]! * RADIANS)
  }
  return sum * RADIANS * AUTHALIC_RADIUS_2
}
