import { discScaleIn, type MapPicture } from '../../layers/compose'
import type { MapViewState } from '../../layers/part'
import type { Theme } from '../../ui/tokens'
import { discScaleSize, paintDiscScale } from '../disc-scale'
import { barWidth } from '../furniture'
import type { Box } from '../labels/box'
import type { OverlayFurniture } from '../labels/overlay'
import type { MapCamera, Padding } from '../maplibre'

/** True where going there would be no journey: an address rounds, and must not pull the map to its rounding. */
export const isNear = (a: MapCamera, b: MapCamera): boolean =>
  Math.abs(a.zoom - b.zoom) < 0.01 &&
  Math.abs(a.centre[0] - b.centre[0]) < 1e-4 &&
  Math.abs(a.centre[1] - b.centre[1]) < 1e-4

/** Where the scale of a desk map stands, css px: no label goes below it. */
export const scaleBox = (width: number, height: number): Box => [
  width - 12 - 262,
  height - 12 - 62,
  width - 12,
  height - 12,
]

/** Right bottom corner of the scale of the discs of a desk map, css px. */
function deskDiscsAt(size: readonly [number, number]): { readonly right: number; readonly bottom: number } {
  const [, top, right] = scaleBox(...size)
  return { right: right - 22, bottom: top - 8 }
}

/** What scale and discs of a desk map take, css px: each its own rectangle, for beside the discs the map is free. */
export function deskBoxes(size: readonly [number, number], picture: MapPicture | null): Box[] {
  const [width, height] = discScaleSize(discScaleIn(picture))
  const { right, bottom } = deskDiscsAt(size)
  return [
    scaleBox(...size),
    ...(height > 0 ? [[right - width, bottom - height, right, bottom] as const] : []),
  ]
}

/** The scale of the discs above that of the map, where the map has no furniture of its own. */
export function paintDeskDiscs(
  context: CanvasRenderingContext2D,
  {
    size,
    picture,
    ...look
  }: { size: readonly [number, number]; picture: MapPicture | null; k: number; theme: Theme },
): void {
  paintDiscScale(context, { ...deskDiscsAt(size), scale: discScaleIn(picture), ...look })
}

/** What stands on a map beside its labels. */
export interface MapFurniture {
  /** the word at the arrow; null draws none */
  readonly north: string | null
  /** below at the left; else at the right */
  readonly isLeft?: boolean
  /** right bottom corner of the scale of the discs, where it does not stand above the bar, css px */
  readonly discsAt?: { readonly right: number; readonly bottom: number } | undefined
  /** what lies over the map, css px */
  readonly over?: readonly Box[]
}

/** The map beside it has the scale of the discs. */
const NO_DISCS = { sizes: [], title: null }

/** Where all that stands: bar and arrow below at the edge of the free part of the map. */
export function overlayFurniture(
  wanted: MapFurniture,
  {
    size: [width, height],
    padding,
    perMetre,
    picture,
    view: { k, inset },
  }: {
    readonly size: readonly [number, number]
    readonly padding: Padding
    readonly perMetre: number
    readonly picture: MapPicture | null
    readonly view: Pick<MapViewState, 'k' | 'inset'>
  },
): OverlayFurniture {
  return {
    ...wanted,
    right: wanted.isLeft ? padding.left + barWidth(perMetre, k) : width - padding.right,
    bottom: height - padding.bottom,
    perMetre,
    discs: inset?.isLarger ? NO_DISCS : discScaleIn(picture),
  }
}
