import type { LabelRequest, Obstacle } from '../../layers/part'
import type { LevelStyle } from '../../ui/tokens'
import type { MapCamera } from '../maplibre'
import { projectorOf } from '../projector'
import type { Box } from './box'
import { placeLabels } from './place'
import { sceneOf, type ZoneLines } from './scene'
import type { Measure, PlacedLabel } from './screen'

/** What wants a place and what must stay free, wherever the camera is: plain data. */
export interface LabelGround {
  readonly labels: readonly LabelRequest[]
  readonly obstacles: readonly Obstacle[]
  readonly zones: readonly ZoneLines[]
  readonly styles: Readonly<Record<string, LevelStyle>>
}

/** From where it is looked at: plain data. */
export interface LabelFrame {
  readonly camera: MapCamera
  /** css px of the map */
  readonly size: readonly [number, number]
  readonly frame: Box
  readonly k: number
  /** what stands on the map and must stay clear, css px */
  readonly furniture: readonly Box[]
}

/** Places for the labels of that ground as seen from there. */
export function placedIn(
  ground: LabelGround,
  { camera, size, ...seen }: LabelFrame,
  measure: Measure,
): PlacedLabel[] {
  const { zones, styles } = ground
  return placeLabels(sceneOf(ground, { ...seen, zones, styles, measure, project: projectorOf(camera, size) }))
}
