import type { Bounds, Position } from '#geo'

/** A zone is read with what lies round it. */
export function withSurroundings([west, south, east, north]: Bounds): Bounds {
  const [across, up] = [(east - west) * 0.45, (north - south) * 0.45]
  return [west - across, south - up, east + across, north + up]
}

/** Some 800 m round a position. */
export const around = ([lon, lat]: Position): Bounds => [lon - 0.004, lat - 0.003, lon + 0.004, lat + 0.003]
