import type { Bounds } from '#geo'
import type { MapPicture } from '../../layers/compose'
import type { MapFacts, MapViewState } from '../../layers/part'
import { furnitureBoxes } from '../furniture'
import type { Box } from '../labels/box'
import type { MapCamera, Padding } from '../maplibre'
import { pixelsPerMetre } from '../scale'
import { clearCamera } from './clear-camera'
import { deskBoxes, type MapFurniture, overlayFurniture } from './session-frame'
import type { MapInputs } from './session-ports'

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
