import type { NumberRead } from './numbered'
import type { FiguresWritten } from './spelling'

/** Where a text names places. */
export interface NamedSpan {
  readonly from: number
  readonly to: number
  readonly codes: readonly string[]
  /** `stem`: all but the word for its kind */
  readonly by: 'name' | 'alias' | 'stem'
}

/** A number, and behind which of the places that are named it stands. */
export interface NumberBehind extends NumberRead {
  readonly place: NamedSpan
  /** places that are named by this number in the place of that with which its name ends: 建设路18号 of 建设路8号、18号 */
  readonly others: readonly string[]
}

/** One way to account for every letter of an address. */
export interface Cover {
  readonly places: readonly NamedSpan[]
  readonly numbers: readonly NumberBehind[]
  readonly hasRoad: boolean
  /** what lies around the district is named */
  readonly hasOutside: boolean
  /** ends with a number that may be the begin of a longer name: no name stands right behind it */
  readonly isNumberOpen: boolean
}

/** An address as `spacedName` gives it, and what is known of what it names. */
export interface Address {
  readonly text: string
  readonly spansAt: (from: number) => readonly NamedSpan[]
  /** a district, town or village */
  readonly isWide: (code: string) => boolean
  /** whether the list has this number in one of the places */
  readonly isListed: (codes: readonly string[], number: NumberRead) => boolean
  /** places of which this is a name or an alias */
  readonly named: (text: string) => readonly string[]
  /** whether a name begins so and goes on */
  readonly isBegun: (text: string) => boolean
  readonly written: FiguresWritten
}
