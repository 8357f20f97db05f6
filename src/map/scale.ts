import type { ZoomBand } from '../layers/part'

/** Length of the equator in metres (WGS-84) that Web Mercator stretches over 512 · 2^zoom pixels. */
const EQUATOR = 40_075_016.686

/** Pixels a metre of ground takes at this zoom and latitude (css px, Web Mercator). */
export function pixelsPerMetre(zoom: number, latitude: number): number {
  return (512 * 2 ** zoom) / (EQUATOR * Math.cos((latitude * Math.PI) / 180))
}

/** The zoom at which a kilometre takes that many css pixels. */
export function zoomFor(pixelsPerKilometre: number, latitude: number): number {
  return Math.log2(((pixelsPerKilometre / 1000) * EQUATOR * Math.cos((latitude * Math.PI) / 180)) / 512)
}

/** Band of the design language by pixels a kilometre, after dividing by the symbol scale k. */
export function bandOf(zoom: number, latitude: number, k: number): ZoomBand {
  const perKilometre = (pixelsPerMetre(zoom, latitude) * 1000) / k
  if (perKilometre < 40) return 'district'
  if (perKilometre < 80) return 'wall'
  return perKilometre < 180 ? 'town' : 'street'
}

/** Pixels a kilometre at symbol scale 1, rounded to half steps of zoom so that it seldom changes. */
export function scaleStep(zoom: number, latitude: number, k: number): number {
  const exact = (pixelsPerMetre(zoom, latitude) * 1000) / k
  return 2 ** (Math.floor(Math.log2(exact) * 2) / 2)
}

export interface ScaleBar {
  readonly metres: number
  readonly pixels: number
  /** 0, half and whole, as printed */
  readonly ticks: readonly [string, string, string]
  readonly unit: 'km' | 'm'
}

/** The longest bar of 1, 2 or 5 · 10^n metres that fits into `room` css pixels. */
export function scaleBar(perMetre: number, room: number): ScaleBar {
  const most = room / perMetre
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power
  const unit = metres >= 1000 ? 'km' : 'm'
  const text = (m: number): string => String(Number((unit === 'km' ? m / 1000 : m).toPrecision(6)))
  return { metres, pixels: metres * perMetre, ticks: ['0', text(metres / 2), text(metres)], unit }
}

/** Denominator of the map scale at 96 css px an inch, rounded to two figures: 11500 of 1:11,500. */
export function scaleDenominator(perMetre: number): number {
  const exact = 96 / 0.0254 / perMetre
  const power = 10 ** (Math.floor(Math.log10(exact)) - 2)
  return Math.round(exact / power) * power
}
