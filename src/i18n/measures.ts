import { formatCount, formatFixed } from './format'

/** A length: whole metres below a kilometre, then kilometres with two decimals, `850 m`, `1.25 km`. */
export function formatLength(metres: number): string {
  return metres < 1000 ? `${formatCount(metres)} m` : `${formatFixed(metres / 1000, 2)} km`
}

/** Ground of any size: whole m² below a hectare, then km² with two decimals. */
export function formatGround(areaM2: number): string {
  return areaM2 < 10_000 ? `${formatCount(areaM2)} m²` : `${formatFixed(areaM2 / 1e6, 2)} km²`
}

/** A value of which nothing says how fine it is: whole as a count, else three decimals. */
export function formatValue(value: number): string {
  return Number.isInteger(value) ? formatCount(value) : formatFixed(value, 3)
}

/** A value that may have decimals, without those that are nought: `90`, `99.5`; for fields in which it is changed. */
export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale
}

/** Degrees WGS-84 as they are typed and copied, longitude first, about a metre fine: `118.21000, 31.25000`. */
export function formatPosition([lon, lat]: readonly [number, number]): string {
  return `${lon.toFixed(5)}, ${lat.toFixed(5)}`
}

/** Degrees WGS-84 under the pointer, about ten metres fine: `118.2100°E 31.2500°N`. */
export function formatHemispheres([lon, lat]: readonly [number, number]): string {
  return `${Math.abs(lon).toFixed(4)}°${lon < 0 ? 'W' : 'E'} ${Math.abs(lat).toFixed(4)}°${lat < 0 ? 'S' : 'N'}`
}
