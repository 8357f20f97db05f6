import type { Position } from '#geo'
import type { MapTarget } from '../../layers/part'

/** What a map tells whoever opened it. */
export interface MapEvents {
  move: undefined
  moved: undefined
  /** a person took hold of the map, by pointer, wheel or key */
  grabbed: undefined
  resized: undefined
  click: { position: Position; target: MapTarget | null }
  hover: { position: Position | null; target: MapTarget | null }
  lost: undefined
  restored: undefined
}
