import type { SignedHandOver } from './facts/handovers'
import type { Headquarters } from './facts/headquarters'
import type { FactLists, ListName } from './facts/lists'
import type { Indicator } from './facts/metrics'
import type { GivenOrder } from './facts/orders'
import type { PackDescription } from './facts/pack'
import type { PlaceChange } from './facts/places'
import type { ListSource, RefusedRow, Ruling, UnreadRow } from './facts/rows'
import type { Signal } from './facts/signals'
import type { ExecutedOrder } from './facts/zones'

export type * from './facts/handovers'
export type * from './facts/headquarters'
export type * from './facts/lists'
export type * from './facts/orders'
export type * from './facts/origin'
export type * from './facts/pack'
export type * from './facts/rows'
export type * from './facts/signals'

/**
 * Everything the log knows at one `known`, with its own times. The kernel is asked with an effective
 * instant and looks only at what is at or before it. Nothing in here is ever changed in place.
 */
export interface Facts extends FactLists {
  readonly pack: PackDescription
  /** policies that travelled with the pack, as their JSON says */
  readonly policies: readonly unknown[]
  readonly stated: ReadonlySet<ListName>
  /** what became of places, and from when on; those that hold are no more in the facts of an instant */
  readonly placeChanges?: readonly PlaceChange[]
  /** orders that were carried out though the record of the zone says otherwise, by their hour */
  readonly orders?: readonly ExecutedOrder[]
  readonly indicators: readonly Indicator[]
  /** as people told them; absent as none */
  readonly signals?: readonly Signal[]
  /** tasks given to units for gaps, as people told them; absent as none */
  readonly givenOrders?: readonly GivenOrder[]
  /** what one shift handed to the next, as it was signed; absent as none */
  readonly handovers?: readonly SignedHandOver[]
  /** as a person stated it; absent as not stated */
  readonly headquarters?: Headquarters
  /** rows that an import refused and nobody has mended */
  readonly refused?: readonly RefusedRow[]
  /** rows of zones and transitions that an import refused and nobody has mended */
  readonly unread?: readonly UnreadRow[]
  /** rows of which a person says that they belong in no zone */
  readonly rulings?: readonly Ruling[]
  /** what each list speaks for; where it is not told, every stated list speaks for the district */
  readonly listSources?: readonly ListSource[]
}
