import type { Place, PlaceChange } from '../../facts'
import type { Hierarchy } from '../hierarchy'

/** Why a change of places cannot be: nothing is done of it. */
export type ChangeFault =
  | 'no-such-place'
  | 'nothing-begins'
  | 'code-in-use'
  | 'different-parents'
  | 'of-the-district'
  | 'too-few-parts'
  | 'no-other-place'
  | 'no-name'

/** Places as they stand between two changes, by code. */
export type Standing = Map<string, Place>

/** One change, and what is known of the places that it ends and begins. */
export interface Changing {
  readonly change: PlaceChange
  readonly before: Hierarchy
  /** what a place that ends is called from then on */
  readonly formerOf: (code: string) => string
  /** the row that a file has of a place that begins */
  readonly rowOf: (code: string) => Place | null
}
