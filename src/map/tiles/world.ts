/** Whole units along the side of the world: 4 cm at the equator. */
export const WORLD_BITS = 30
const WORLD = 2 ** WORLD_BITS
const SOUTHEST = 85.051_128

/** Flat lon, lat as flat whole x, y of Web Mercator, from 180° W and from the north. */
export function projected(lonLat: Float64Array): Int32Array {
  const xy = new Int32Array(lonLat.length)
  for (let i = 0; i + 1 < lonLat.length; i += 2) {
    const lat = Math.min(SOUTHEST, Math.max(-SOUTHEST, lonLat[i + 1]!))
    const sine = Math.sin((lat * Math.PI) / 180)
    xy[i] = Math.round((lonLat[i]! / 360 + 0.5) * WORLD)
    xy[i + 1] = Math.round((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD)
  }
  return xy
}

/** A tile: where it begins in units of the world, how wide it is, and how its own units follow from those. */
export interface Square {
  readonly west: number
  readonly north: number
  readonly side: number
  /** units of the tile along its side */
  readonly extent: number
  /** units of the tile beyond its sides that are drawn too */
  readonly margin: number
}

/** Margin of a tile as a share of its side. */
const MARGIN = 1 / 64

export function squareOf([z, x, y]: readonly [number, number, number], extent: number): Square {
  const side = 2 ** (WORLD_BITS - z)
  return { west: x * side, north: y * side, side, extent, margin: extent * MARGIN }
}

/** West, north, east and south of the square with its margin, units of the world. */
export function reachOf({ west, north, side }: Square): readonly [number, number, number, number] {
  const more = side * MARGIN
  return [west - more, north - more, west + side + more, north + side + more]
}
