import type { HandListener } from '../hand'
import type { DrawingScene } from './scene'

/** A drawing over a map: what is to be seen of it, and who takes the pointer. */
export interface MapDrawing {
  readonly scene: { readonly value: DrawingScene }
  /** true for a press that is taken: it then does not move the map */
  readonly hand: HandListener
  /** true while clicks are the drawing's own and choose nothing on the map */
  readonly busy: () => boolean
}
