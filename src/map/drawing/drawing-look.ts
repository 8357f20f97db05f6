import { FONT_STACK, type Theme } from '../../ui/tokens'
import type { Project } from '../projector'

/** What a drawing is painted with: positions to css px, the size of the map and its colours. */
export interface DrawingLook {
  readonly project: Project
  readonly width: number
  readonly height: number
  readonly theme: Theme
}

/** The font of everything written into a drawing. */
export const DRAWING_FONT = (size: number, weight: 400 | 700 = 400): string =>
  `${weight} ${size}px ${FONT_STACK}`
