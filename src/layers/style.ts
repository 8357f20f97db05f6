import type { ExpressionSpecification } from 'maplibre-gl'
import { THEMES, type Theme } from '../ui/tokens'
import type { MapViewState } from './part'

/** Theme of the view. */
export const themeOf = (view: MapViewState): Theme => THEMES[view.theme]

/** A zoom of the design language (at k = 1) on a map whose symbols are k times larger. */
export const zoomAt = (view: MapViewState, zoom: number): number => zoom + Math.log2(view.k)

/** A width that grows 2.8 times between zoom 13 and 14, as roads do. */
export function roadWidth(view: MapViewState, width: number): ExpressionSpecification {
  const w = width * view.k
  return ['interpolate', ['linear'], ['zoom'], zoomAt(view, 12.6), w, zoomAt(view, 14), w * 2.8]
}

/** A width that grows by a factor between zoom 12.6 and 14: outlines, symbols. */
export function growing(view: MapViewState, width: number, factor: number): ExpressionSpecification {
  const w = width * view.k
  return ['interpolate', ['linear'], ['zoom'], zoomAt(view, 12.6), w, zoomAt(view, 14), w * factor]
}

const EQUATOR = 40_075_016.686

/** A width given in metres of ground in the property `widthM`, at that latitude. */
export function groundWidth(latitude: number, least: number): ExpressionSpecification {
  const perMetreAtZero = 512 / (EQUATOR * Math.cos((latitude * Math.PI) / 180))
  const at = (zoom: number): ExpressionSpecification => [
    'max',
    least,
    ['*', ['get', 'widthM'], perMetreAtZero * 2 ** zoom],
  ]
  return ['interpolate', ['exponential', 2], ['zoom'], 8, at(8), 20, at(20)]
}

/** Dashes are counted in line widths by the renderer; here they are given in css px. */
export const dashes = (width: number, ...lengths: number[]): number[] =>
  lengths.map((length) => length / width)
