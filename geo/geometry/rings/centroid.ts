import { boundsOf } from './bounds'
import { plain } from './plain'
import type { Position, Ring, Shape } from './shape'

/**
 * Centre of gravity of the ground, in the plane of degrees (within 1e-4 of the extent for 50 km); it may lie
 * outside the shape. Null where there is no ground.
 */
export function centroid(shape: Shape): Position | null {
  const rings = plain(shape).flatMap((polygon) =>
    polygon.map((ring, at) => ({ ring, sign: at === 0 ? 1 : -1 })),
  )
  const bounds = boundsOf(shape)
  if (!bounds) return null
  const [lon, lat] = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2]
  let [x, y, weight] = [0, 0, 0]
  for (const { ring, sign } of rings) {
    const one = momentsOf(ring, lon, lat)
    const turn = one.area < 0 ? -sign : sign
    x += turn * one.x
    y += turn * one.y
    weight += turn * one.area
  }
  return weight > 0 ? [lon + x / weight, lat + y / weight] : null
}

function momentsOf(ring: Ring, lon: number, lat: number): { area: number; x: number; y: number } {
  let [area, x, y] = [0, 0, 0]
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [x1, y1, x2, y2] = [ring[i]! - lon, ring[i + 1]! - lat, ring[i + 2]! - lon, ring[i + 3]! - lat]
    const cross = x1 * y2 - x2 * y1
    area += cross / 2
    x += (cross * (x1 + x2)) / 6
    y += (cross * (y1 + y2)) / 6
  }
  return { area, x, y }
}
