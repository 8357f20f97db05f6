import type { LabelRequest, Obstacle } from '../../layers/part'
import type { Box, Point } from './box'

/** Width of a text in css px, with its letter spacing in em. */
export type Measure = (text: string, font: { size: number; weight: number; spacing: number }) => number

export interface ScreenLabel {
  readonly request: LabelRequest
  /** its positions on the screen, css px, in the same order */
  readonly points: readonly Point[]
  /** screen rings of its place, worked out when asked for; absent where its ground is not known */
  readonly ground?: () => readonly Float64Array[]
}

export interface ScreenObstacle {
  readonly box: Box
  readonly kind: Obstacle['kind'] | 'furniture'
}

export interface PlacedLabel {
  readonly request: LabelRequest
  /** index into its positions, and where that lies: a label moves with its anchor */
  readonly position: number
  readonly anchor: Point
  readonly box: Box
  /** from the symbol or the place to the box: of callouts, and of names drawn out of their place */
  readonly leader: readonly [Point, Point] | null
}

export interface Scene {
  readonly labels: readonly ScreenLabel[]
  readonly obstacles: readonly ScreenObstacle[]
  /** screen rings of the zones a callout should not lie on */
  readonly zones: readonly (readonly Float64Array[])[]
  /** where labels may stand */
  readonly frame: Box
  readonly k: number
  readonly measure: Measure
}
