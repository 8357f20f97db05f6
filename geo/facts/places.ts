import type { Shape } from '../geometry/rings/shape'
import type { Moment } from '../time/calendar'
import type { RowList } from './list'
import type { Origin } from './origin'

export type PlaceKind = 'district' | 'town' | 'village' | 'grid' | 'compound' | 'building' | 'unit'

export interface Place {
  readonly code: string
  readonly name: string
  readonly kind: PlaceKind
  readonly parent: string | null
  readonly people: number | null
  readonly households: number | null
  readonly aliases: readonly string[]
  readonly shape: Shape | null
  readonly origin: Origin
  /** a place that is none any more: what became of it */
  readonly former?: FormerPlace
  /** its people are counted in the places that took the ground of its former parent, or its own */
  readonly isCountedElsewhere?: true
}

/** What became of a place. It keeps its ground for the rows and zones that name it. */
export interface FormerPlace {
  /**
   * `part`: it lies in the place that it became; `whole`: the places that it became lie in it; `loose`: only its
   * ground tells how it lies to them
   */
  readonly role: 'part' | 'whole' | 'loose'
  readonly until: Moment
  /** codes of the places that it became */
  readonly heirs: readonly string[]
}

/** A place as a person names it that begins with a change; null where nothing is said. */
export interface PlaceBegun {
  readonly code: string
  readonly name: string | null
  readonly people: number | null
  readonly households: number | null
}

/**
 * That places became others, from an instant on. A place that goes on under its code with other ground is named on both
 * sides; for a new name it is the only one on both.
 */
export interface PlaceChange {
  readonly kind: 'merged' | 'split' | 'renamed' | 'replaced'
  readonly at: Moment
  readonly ends: readonly string[]
  readonly begins: readonly PlaceBegun[]
  /** rows of `ends` as they stood, where a file has taken their place in the list */
  readonly rows?: readonly Place[]
  /** id of the event that says so */
  readonly event: string | null
  readonly origin: Origin
}

export const PLACE_LIST = {
  held: 'places',
  times: [],
  seen: 'stays',
  ground: null,
  tells: null,
} as const satisfies RowList<Place>
