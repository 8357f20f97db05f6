import type { Line, Shape } from '../geometry/rings/shape'
import type { RowList } from './list'
import type { Origin } from './origin'

export interface Road {
  readonly name: string | null
  readonly class: string
  readonly closed: boolean
  /** as written: `yes`, `viaduct`, … `no`; absent where nobody says */
  readonly bridge?: string
  readonly tunnel?: string
  /** level of the road, 0 on the ground */
  readonly layer?: number
  /** as written: `no`, `private`, `yes`, … */
  readonly access?: string
  readonly oneway?: string
  readonly line: Line
  readonly origin: Origin
}

/** What the map draws underneath and no rule asks: rivers, lakes, parks, railways, relief. */
export interface BackdropPiece {
  readonly kind: 'water' | 'river' | 'green' | 'urban' | 'rail' | 'relief'
  readonly name: string | null
  /** of a river or railway drawn as a line; null is unknown */
  readonly widthM: number | null
  readonly shape: Shape | null
  readonly line: Line | null
  readonly origin: Origin
}

export const ROAD_LIST = {
  held: 'roads',
  times: [],
  seen: 'stays',
  ground: null,
  tells: null,
} as const satisfies RowList<Road>

export const BACKDROP_LIST = {
  held: 'backdrop',
  times: [],
  seen: 'stays',
  ground: null,
  tells: null,
} as const satisfies RowList<BackdropPiece>
