import { largest, smallest } from '../extremes'
import { MAINLAND_ADDED, MAINLAND_CUT } from './mainland-mends'
import { MAINLAND_RINGS } from './mainland-rings'

interface Piece {
  readonly ring: readonly number[]
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

const pieceOf = (ring: readonly number[]): Piece => {
  const lons = ring.filter((_, i) => i % 2 === 0)
  const lats = ring.filter((_, i) => i % 2 === 1)
  return {
    ring,
    west: smallest(lons),
    east: largest(lons),
    south: smallest(lats),
    north: largest(lats),
  }
}

const PIECES: readonly Piece[] = MAINLAND_RINGS.map(pieceOf)
const ADDED: readonly Piece[] = MAINLAND_ADDED.map(pieceOf)
const CUT: readonly Piece[] = MAINLAND_CUT.map(pieceOf)

/**
 * Whether maps are shifted there: mainland China, by an outline in place of the usual rectangle, which takes in
 * Taiwan, Korea, Hong Kong, Macao, Mongolia and half of India. See `mainland-rings` and
 * `mainland-mends` for its making and its error.
 */
export const isOnMainland = (lon: number, lat: number): boolean =>
  (isWithin(PIECES, lon, lat) && !isWithin(CUT, lon, lat)) || isWithin(ADDED, lon, lat)

/** Whether an odd number of rings goes round the position. */
function isWithin(pieces: readonly Piece[], lon: number, lat: number): boolean {
  let inside = false
  for (const { ring, west, south, east, north } of pieces) {
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) continue
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const y1 = ring[i + 1]!
      const y2 = ring[i + 3]!
      if (y1 > lat === y2 > lat) continue
      const x1 = ring[i]!
      if (lon < x1 + ((lat - y1) / (y2 - y1)) * (ring[i + 2]! - x1)) inside = !inside
    }
  }
  return inside
}
