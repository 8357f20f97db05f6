import type { Position } from '#geo'

/** A camera as the address holds it: `118.21000,31.25000,11.4`. */
export function printCamera(centre: Position, zoom: number): string {
  return `${centre[0].toFixed(5)},${centre[1].toFixed(5)},${zoom.toFixed(2)}`
}

/** Reads a camera; null where the text is none or lies off the map. */
export function readCamera(text: string): { centre: Position; zoom: number } | null {
  const parts = text.split(',').map(Number)
  const [lon, lat, zoom] = parts
  if (parts.length !== 3 || lon === undefined || lat === undefined || zoom === undefined) return null
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 85.06 && zoom >= 0 && zoom <= 24)) return null
  return { centre: [lon, lat] as Position, zoom }
}
