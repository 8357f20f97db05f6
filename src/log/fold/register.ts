import type { Facts, Instant, ListName, PackDescription } from '#geo'
import { emptyLists } from '../../records/facts-of-lists'
import type { Difference } from '../differences/difference'
import type { Author, SourceFile } from '../events'
import type { RowHistoryLine } from '../hand/row-history'
import type { SetAside } from '../outside/set-aside'
import type { Unapplied } from './unapplied'
import type { ZoneDeed } from './zone-deeds'

/** A file that was taken into the log. */
export interface Source {
  readonly list: ListName | 'kept'
  readonly event: string
  readonly file: SourceFile
  /** rows the import brought; rows equal to known ones are not among them */
  readonly rows: number
  readonly segment: string | null
  readonly recordedAt: Instant
  /** who took it */
  readonly by: Author
}

/** Every fact the log knows at one `known`, with the log's own particulars. Structured-cloneable, never patched. */
export interface Register extends Facts {
  /** what a briefing keeps; null for an empty log */
  readonly head: string | null
  /** ms; null = everything */
  readonly known: Instant | null
  /** number of events in the log */
  readonly events: number
  readonly unapplied: readonly Unapplied[]
  /** events that are not understood or not valid: they change nothing and are in every export */
  readonly setAside: readonly SetAside[]
  readonly sources: readonly Source[]
  /** the file of every zone: drawings, moves, steps, with what was taken back */
  readonly zoneDeeds: readonly ZoneDeed[]
  /** what people entered, corrected and withdrew by hand, row by row, with what was taken back */
  readonly rowHistory: readonly RowHistoryLine[]
  /** 两处说法不同: fields of which machines state something different and nobody has decided; absent where there are none */
  readonly differences?: readonly Difference[]
}

/** What holds of a log without `pack.described@1`. */
export const PACK_UNDESCRIBED: PackDescription = Object.freeze({
  title: { zh: null, en: null },
  timezone: 'Asia/Shanghai',
  frame: 'wgs84',
  policy: null,
  use: 'live',
  synthetic: false,
  licence: null,
  asOf: null,
  reporting: null,
  perimeter: { guardDistanceM: 50 },
})

/** m; a post guards no road that is further away */
export const MOST_GUARD_M = 1_000

/** A description with a guard distance beyond that, as earlier releases took it, counts with the one that is not described. */
export const withinReach = (pack: PackDescription): PackDescription =>
  pack.perimeter.guardDistanceM <= MOST_GUARD_M ? pack : { ...pack, perimeter: PACK_UNDESCRIBED.perimeter }

/** The register of an empty log. */
export function emptyRegister(): Register {
  return {
    pack: PACK_UNDESCRIBED,
    policies: [],
    stated: new Set(),
    ...emptyLists(),
    indicators: [],
    head: null,
    known: null,
    events: 0,
    unapplied: [],
    setAside: [],
    sources: [],
    zoneDeeds: [],
    rowHistory: [],
  }
}
