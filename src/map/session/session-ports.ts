import type { Bounds, Position } from '#geo'
import type { LegendEntry, MapFacts, MapTarget, MapViewState, ZoomBand } from '../../layers/part'
import type { MapDrawing } from '../drawing/map-drawing'
import type { MapCamera, Padding } from '../maplibre'
import type { MapFurniture } from './session-frame'

/** What a living map is made of, asked for again whenever it is drawn. */
export interface MapInputs {
  readonly facts: () => MapFacts
  /** the view without band, scale and short side, which camera and frame decide */
  readonly view: () => Omit<MapViewState, 'band' | 'scale' | 'short'>
  readonly bounds: () => Bounds | null
  readonly padding: () => Padding
  readonly camera: () => MapCamera | null
  readonly furniture: () => MapFurniture | null
  /** what is being drawn over the map by hand */
  readonly drawing: () => MapDrawing | null
  /** true where nothing may move by itself */
  readonly calm: () => boolean
}

/** Trouble the map can be in, shown as a sentence; null is none. */
export type MapTrouble = 'unavailable' | 'lost' | 'reduced' | 'uncut' | null

export interface MapListeners {
  readonly select: (target: MapTarget | null, position: Position) => void
  readonly hover: (target: MapTarget | null) => void
  readonly camera: (camera: MapCamera) => void
  readonly legend: (entries: readonly LegendEntry[]) => void
  readonly pointer: (position: Position | null) => void
  readonly measured: (perMetre: number, band: ZoomBand) => void
  readonly trouble: (trouble: MapTrouble) => void
  /** everything of the first picture is on the screen */
  readonly drawn: () => void
}
