import type { PlaceKind } from '../../facts'

export type BoundarySide = 'north' | 'east' | 'south' | 'west'

/** What a stretch of a zone's line runs along: a road, else the place beyond it; `open` has neither. */
export type BoundaryAlong =
  | { readonly kind: 'road'; readonly name: string; readonly class: string }
  | { readonly kind: 'place'; readonly code: string; readonly name: string; readonly placeKind: PlaceKind }
  | { readonly kind: 'district' }
  | { readonly kind: 'open' }

export interface BoundaryStretch {
  readonly side: BoundarySide
  readonly along: BoundaryAlong
  readonly lengthM: number
}
