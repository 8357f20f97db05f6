import { gcj02, type LonLat, wgs84 } from './frame'
import { isOnMainland } from './mainland'

const { PI, abs, cos, sin, sqrt } = Math

/** The Krasovsky 1940 ellipsoid, on which the shift is reckoned: semi-major axis in metres, eccentricity squared. */
const SEMI_MAJOR_M = 6_378_245
const ECCENTRICITY_2 = 0.006_693_421_622_965_943

/** The part that both sums share: waves along the parallel, a third of a degree and a degree long. */
const ripple = (x: number): number => ((20 * sin(6 * PI * x) + 20 * sin(2 * PI * x)) * 2) / 3

/**
 * Shift of a WGS-84 position in degrees, anywhere. The sums are those that have been public since the `EvilTransform`
 * sources of 2010 and are the same in every library; x and y are degrees from 105° E, 35° N. A published
 * list of 664 cities lies 0.67 m to the north-east of it, everywhere alike: the services add a constant that no
 * library knows.
 */
function shiftAt(lon: number, lat: number): readonly [lon: number, lat: number] {
  const x = lon - 105
  const y = lat - 35
  const root = sqrt(abs(x))
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    ripple(x) +
    ((20 * sin(PI * x) + 40 * sin((PI * x) / 3)) * 2) / 3 +
    ((150 * sin((PI * x) / 12) + 300 * sin((PI * x) / 30)) * 2) / 3
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    ripple(x) +
    ((20 * sin(PI * y) + 40 * sin((PI * y) / 3)) * 2) / 3 +
    ((160 * sin((PI * y) / 12) + 320 * sin((PI * y) / 30)) * 2) / 3
  const phi = (lat * PI) / 180
  const w2 = 1 - ECCENTRICITY_2 * sin(phi) ** 2
  const perEast = ((SEMI_MAJOR_M / sqrt(w2)) * cos(phi) * PI) / 180
  const perNorth = (((SEMI_MAJOR_M * (1 - ECCENTRICITY_2)) / (w2 * sqrt(w2))) * PI) / 180
  return [east / perEast, north / perNorth]
}

/** WGS-84 → GCJ-02. Outside mainland China the position stays as it is. Always a fresh array. */
export function toGcj02([lon, lat]: LonLat<'wgs84'>): LonLat<'gcj02'> {
  if (!isOnMainland(lon, lat)) return gcj02(lon, lat)
  const [east, north] = shiftAt(lon, lat)
  return gcj02(lon + east, lat + north)
}

const STEPS_AT_MOST = 12
/** Degrees: 0.01 mm. Each step gains a factor of about a thousand; three or four suffice. */
const SETTLED = 1e-10

/**
 * GCJ-02 → WGS-84 by repeated correction, within 0.1 mm inside the mainland. A position whose origin would lie
 * outside stays as it is; within the shift's length (at most 0.8 km) of the outline both readings exist, and the
 * mainland's is taken. Throws RangeError where the position is not finite or the correction does not settle.
 */
export function fromGcj02([lon, lat]: LonLat<'gcj02'>): LonLat<'wgs84'> {
  let [x, y] = [lon, lat]
  for (let step = 0; step < STEPS_AT_MOST; step++) {
    const [east, north] = shiftAt(x, y)
    const [nextX, nextY] = [lon - east, lat - north]
    const moved = Math.max(abs(nextX - x), abs(nextY - y))
    x = nextX
    y = nextY
    if (moved < SETTLED) return isOnMainland(x, y) ? wgs84(x, y) : wgs84(lon, lat)
  }
  if (Number.isFinite(lon) && Number.isFinite(lat) && !isOnMainland(lon, lat)) return wgs84(lon, lat)
  throw new RangeError(`no WGS-84 position found for GCJ-02 ${lon}, ${lat}`)
}

/** A flat array of lon, lat, … in GCJ-02 → a fresh one in WGS-84; a repeated closing vertex stays equal to the first. */
export function flatFromGcj02(flat: ArrayLike<number>): Float64Array {
  const converted = new Float64Array(flat.length)
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const [lon, lat] = fromGcj02(gcj02(flat[i]!, flat[i + 1]!))
    converted[i] = lon
    converted[i + 1] = lat
  }
  return converted
}

/** A flat array of lon, lat, … in WGS-84 → a fresh one in GCJ-02. */
export function flatToGcj02(flat: ArrayLike<number>): Float64Array {
  const converted = new Float64Array(flat.length)
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const [lon, lat] = toGcj02(wgs84(flat[i]!, flat[i + 1]!))
    converted[i] = lon
    converted[i + 1] = lat
  }
  return converted
}
