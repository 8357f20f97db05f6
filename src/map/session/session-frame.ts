import type { Bounds } from '#geo'
import type { Theme } from '../../ui/tokens'
import { discScaleSize, paintDiscScale } from '../disc-scale'
import { barWidth, furnitureBoxes } from '../furniture'
import type { Box } from '../labels/box'
import type { OverlayFurniture } from '../labels/overlay'
import type { MapCamera, Padding } from '../maplibre'
import type { MapFacts, MapViewState } from '../part'
import { discScaleIn, type MapPicture } from '../parts/compose'
import { pixelsPerMetre } from '../scale'
import { clearCamera } from './clear-camera'
import type { MapInputs } from './session-ports'

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

/** A scale of discs before they are known, css px at k = 1. */
const FORESEEN: MapPicture['legend'] = [
  { id: 'cases', sign: { kind: 'disc', sizes: [{ count: 1000, radius: 26 }] }, text: '' },
]

/** What will stand on the map as a camera sees it, css px; nothing where the map makes room for ground shown larger. */
function standingBoxes(
  { size, padding, view, furniture, facts, picture }: Standing,
  { zoom, centre }: MapCamera,
): readonly Box[] {
  if (furniture?.isLeft || furniture?.discsAt) return []
  const hasCases = !view.hidden.has('cases') && (facts.survey?.caseDots.day.length ?? 0) > 0
  const drawn = picture ?? (hasCases ? ({ legend: FORESEEN } as MapPicture) : null)
  if (view.layout === 'desk') return deskBoxes(size, drawn)
  if (!furniture) return []
  const perMetre = pixelsPerMetre(zoom, centre[1])
  const frame = overlayFurniture(furniture, { size, padding, perMetre, picture: drawn, view })
  return furnitureBoxes({ ...frame, k: view.k })
}

/** The camera that shows everything, with no ground below what stands on the map. */
export function clearOf(
  inputs: MapInputs,
  asked: { readonly bounds: Bounds; readonly size: Standing['size']; readonly picture: MapPicture | null },
): MapCamera {
  const [facts, view, furniture] = [inputs.facts(), inputs.view(), inputs.furniture()]
  const seen = { ...asked, padding: inputs.padding(), view, furniture, facts }
  const standing = (camera: MapCamera) => standingBoxes(seen, camera)
  return clearCamera({ ...seen, register: facts.register, standing })
}

interface Standing {
  readonly size: readonly [number, number]
  readonly padding: Padding
  readonly view: Omit<MapViewState, 'band' | 'scale' | 'short'>
  readonly furniture: MapFurniture | null
  readonly facts: MapFacts
  readonly picture: MapPicture | null
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
