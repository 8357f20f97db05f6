import type { Position } from '../geometry/rings/shape'
import type { EdgeOfLine, LineOwner } from './border-lines'

/** In this order: a vertex of any of the lines asked for, an edge of a place, a road, the line of another zone. */
export type SnapKind = 'vertex' | 'edge' | 'road' | 'zone'

/** A spot on one line: the edge, and the share of the edge passed. */
export interface LineSpot extends EdgeOfLine {
  readonly share: number
}

export interface Snapped {
  readonly position: Position
  readonly kind: SnapKind
  readonly distanceM: number
  /** whose lines pass there, places before roads before zones */
  readonly owners: readonly LineOwner[]
  /** where on those lines, in the order of `owners` */
  readonly spots: readonly LineSpot[]
}
