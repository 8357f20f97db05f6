import { type Bounds, type Shape, shapeOutline } from '#geo'

export const WIDTH = 430
export const HEIGHT = 318
const MARGIN = 8

export interface Plane {
  readonly west: number
  readonly north: number
  /** px a degree of latitude */
  readonly scale: number
  readonly narrow: number
  readonly left: number
  readonly top: number
}

export const KM_PER_DEGREE = 111.2

export function planeOf([west, south, east, north]: Bounds): Plane {
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const across = Math.max(1e-4, (east - west) * narrow)
  const up = Math.max(1e-4, north - south)
  const scale = Math.min((WIDTH - 2 * MARGIN) / across, (HEIGHT - 2 * MARGIN) / up)
  const [left, top] = [(WIDTH - scale * across) / 2, (HEIGHT - scale * up) / 2]
  return { west, north, scale, narrow, left, top }
}

export const onPlane = (lon: number, lat: number, { west, north, scale, narrow, left, top }: Plane) =>
  [left + (lon - west) * narrow * scale, top + (north - lat) * scale] as const

const tenth = (px: number): number => Math.round(px * 10) / 10

/** The line round a shape. Vertices nearer than half a pixel to the one before are left out of the picture. */
export function pathOf(shape: Shape, plane: Plane): string {
  return shapeOutline(shape)
    .flat()
    .map((ring) => {
      const kept: string[] = []
      let [x, y] = [Number.NaN, Number.NaN]
      for (let n = 0; n + 1 < ring.length; n += 2) {
        const [nextX, nextY] = onPlane(ring[n]!, ring[n + 1]!, plane)
        if (Math.hypot(nextX - x, nextY - y) < 0.5) continue
        ;[x, y] = [nextX, nextY]
        kept.push([tenth(x), tenth(y)].join(' '))
      }
      return kept.length < 2 ? '' : `M${kept.join('L')}Z`
    })
    .join('')
}
