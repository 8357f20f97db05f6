import type { Line, Position, Shape } from './geometry/rings/shape'
import type { Instant, Moment } from './time/calendar'

/** Names one row: files of one name come every day, so what tells them apart is the segment. */
export interface RowRef {
  readonly file: string
  /** as a spreadsheet numbers it, header counted; of a file without a header, 1 = the first */
  readonly row: number
  /** hash of the segment that brought the row; null where no file did, absent where nobody says */
  readonly segment?: string | null
}

/** Where a row came from. `knownAt` is null where nothing says when it was learned. */
export interface Origin extends RowRef {
  readonly knownAt: Instant | null
}

/** The lists that may be stated or unknown: a stated list without a row says "none", an absent one "not known". */
export type ListName =
  | 'places'
  | 'roads'
  | 'facilities'
  | 'zones'
  | 'transitions'
  | 'cases'
  | 'contacts'
  | 'rounds'
  | 'facts'
  | 'reports'
  | 'occupancy'
  | 'checks'
  | 'passages'
  | 'metrics'
  | 'surveys'
  | 'indicators'
  | 'backdrop'

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

export interface Facility {
  readonly id: string
  readonly kind: string
  readonly name: string | null
  readonly place: string | null
  readonly from: Moment | null
  readonly to: Moment | null
  readonly status: string | null
  readonly position: Position | null
  /** name of the road that a checkpoint stands on, where it serves no other */
  readonly road?: string
  /** level of the road that it serves */
  readonly layer?: number
  /** e.g. `00-08 police1 medic1 cadre1; 08-16 …`, hours of the day in the pack's zone */
  readonly shifts: string | null
  /** e.g. `22-06` */
  readonly lockedHours: string | null
  readonly rooms: number | null
  readonly tables: number | null
  readonly tubesPerDay: number | null
  readonly beds: number | null
  readonly origin: Origin
}

/** One stay of a zone at a level. The same id may come again with consecutive from/to. */
export interface ZoneStay {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly from: Moment
  readonly to: Moment | null
  readonly policy: string | null
  readonly members: readonly string[]
  readonly parent: string | null
  readonly arrivedFrom: string | null
  readonly drawn: Shape | null
  /**
   * Zones whose clocks run on in this stay from its beginning: the one a part was split from, those that were merged
   * into it. Of several the latest designation and entry count.
   */
  readonly heirOf?: readonly string[]
  /** when its members were named, where it names the same codes as the stay before it and yet means others */
  readonly namedAt?: Moment
  readonly origin: Origin
}

/** A change that was approved for an hour, and what the record of the zone says instead from then on. */
export interface ExecutedOrder {
  readonly zone: string
  readonly transition: string
  readonly from: Moment
  readonly level: string
  /** the zone in which it ends; null where it goes on by itself */
  readonly into: string | null
  /** the row of the stay that says otherwise */
  readonly recorded: { readonly level: string; readonly file: string; readonly row: number }
  /** the row of the step that orders it */
  readonly orderedBy: { readonly file: string; readonly row: number }
}

/** What one expert said of a step. Dissent is kept beside consent. */
export interface Opinion {
  readonly by: string
  readonly unit: string | null
  readonly for: boolean
  readonly text: string | null
}

export interface TransitionStep {
  readonly zone: string
  readonly transition: string
  readonly step: string
  readonly at: Moment
  readonly by: string | null
  readonly decision: 'given' | 'declined'
  readonly takesEffectAt: Moment | null
  readonly note: string | null
  /** id of the event that recorded it; null where a file did */
  readonly event?: string | null
  /** id of the step of the same chain it was taken after, as its author saw it; null for the first */
  readonly follows?: string | null
  /** name of the person who took it, where `by` is the unit */
  readonly person?: string | null
  readonly opinions?: readonly Opinion[]
  readonly origin: Origin
}

/** Text column: code −1 is empty, else an index into `values`. */
export interface TextColumn {
  readonly codes: Int32Array
  readonly values: readonly string[]
}

/** Time column: NaN is empty. */
export interface MomentColumn {
  readonly at: Float64Array
  readonly isDay: Uint8Array
}

export type CaseKind = 'confirmed' | 'asymptomatic' | 'suspected'

/** Cases in columns: row i of every column is one case. Corrected and retracted rows are already settled. */
export interface CaseTable {
  readonly length: number
  readonly id: TextColumn
  readonly reportedAt: MomentColumn
  readonly sampledAt: MomentColumn
  readonly onsetOn: MomentColumn
  readonly kind: TextColumn
  readonly kindAt: MomentColumn
  readonly origin: TextColumn
  readonly foundIn: TextColumn
  readonly place: TextColumn
  /** the town in which the name of the place is meant */
  readonly town?: TextColumn
  /** who filled in the row */
  readonly unit?: TextColumn
  /** of whom it is known: no rule asks */
  readonly sex?: TextColumn
  /** five years, ten from 85 */
  readonly ageBand?: TextColumn
  readonly zone: TextColumn
  /** degrees WGS-84, NaN is unknown */
  readonly lon: Float64Array
  readonly lat: Float64Array
  readonly chain: TextColumn
  readonly infectedBy: TextColumn
  readonly transferredAt: MomentColumn
  /** `;`-separated */
  readonly tags: TextColumn
  readonly file: TextColumn
  /** as of `RowRef` */
  readonly segment?: TextColumn
  readonly row: Uint32Array
  /** ms, NaN where nothing says when it was learned */
  readonly knownAt: Float64Array
}

export interface ContactTable {
  readonly length: number
  readonly id: TextColumn
  readonly case: TextColumn
  readonly kind: TextColumn
  readonly place: TextColumn
  /** the town in which the name of the place is meant */
  readonly town?: TextColumn
  /** who filled in the row */
  readonly unit?: TextColumn
  /** of whom it is known: no rule asks */
  readonly sex?: TextColumn
  /** five years, ten from 85 */
  readonly ageBand?: TextColumn
  readonly zone: TextColumn
  readonly exposedAt: MomentColumn
  readonly transferredAt: MomentColumn
  readonly site: TextColumn
  readonly releasedAt: MomentColumn
  readonly result: TextColumn
  readonly file: TextColumn
  /** as of `RowRef` */
  readonly segment?: TextColumn
  readonly row: Uint32Array
  readonly knownAt: Float64Array
}

/** What a row says of what lies around its place. */
export interface RowAround {
  /** the town in which the name of the place is meant */
  readonly town?: string
  /** who filled in the row */
  readonly unit?: string
}

export interface Round extends RowAround {
  readonly zone: string | null
  readonly place: string | null
  readonly round: string
  readonly scope: string | null
  readonly method: string | null
  readonly startedAt: Moment
  readonly finishedAt: Moment | null
  readonly listed: number | null
  readonly excused: number | null
  readonly sampled: number | null
  readonly sent: number | null
  readonly resulted: number | null
  readonly positiveTubes: number | null
  readonly positivePeople: number | null
  readonly result: 'negative' | 'positive' | 'pending' | null
  readonly origin: Origin
}

export interface StatedFact extends RowAround {
  readonly zone: string | null
  readonly place: string | null
  readonly at: Moment
  readonly fact: string
  readonly value: string
  readonly origin: Origin
}

/** What one item of a daily report said. Zero, missing, approximate and withheld are four different things. */
export type Reported =
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'approximate'; readonly atLeast: number }
  | { readonly kind: 'approximate'; readonly about: number }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'text'; readonly text: string }

export interface Report extends RowAround {
  readonly place: string
  readonly day: string
  readonly filedAt: Moment | null
  readonly items: Readonly<Record<string, Reported>>
  readonly origin: Origin
}

export interface Occupancy {
  readonly site: string
  readonly at: Moment
  readonly rooms: number | null
  readonly occupied: number | null
  readonly closed: number | null
  readonly origin: Origin
}

export interface Check {
  readonly checkpoint: string
  readonly at: Moment
  readonly by: string | null
  /** e.g. `police1 medic1` */
  readonly present: string | null
  /** roles absent, e.g. `medic1`; `all` = nobody there */
  readonly missing: string | null
  readonly note: string | null
  readonly origin: Origin
}

export interface Passage {
  readonly checkpoint: string
  readonly day: string
  readonly direction: string | null
  readonly group: string | null
  readonly vehicles: number | null
  readonly persons: number | null
  readonly fever: number | null
  readonly refused: number | null
  readonly origin: Origin
}

export interface Metric {
  readonly place: string
  readonly at: Moment
  readonly metric: string
  readonly value: number | null
  readonly origin: Origin
}

/** One survey of a point, place or zone: how many were inspected and found positive, or the index that came of it. */
export interface FieldSurvey {
  readonly point: string | null
  readonly place: string | null
  readonly zone: string | null
  readonly position: Position | null
  /** a day */
  readonly on: Moment
  /** e.g. `breteau`, `doubleNet`, `ovitrap` */
  readonly method: string
  readonly inspected: number | null
  readonly positive: number | null
  readonly value: number | null
  readonly origin: Origin
}

export interface Indicator {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly unit: string | null
  readonly kind: 'new' | 'cumulative' | 'inPlace' | 'share'
  readonly period: string | null
  readonly level: string | null
  readonly threshold: number | null
}

export type SignalKind = 'pooled' | 'single' | 'antigen' | 'other'

/** A positive that is not yet a case 阳性线索: it is in no count and resets no clock. */
export interface Signal {
  readonly id: string
  readonly kind: SignalKind
  readonly at: Moment
  /** code of a place */
  readonly place: string | null
  readonly position: Position | null
  readonly tubes: number | null
  /** those who wait where they are; null is not said */
  readonly people: number | null
  /** what was said to have become of it, in the order in which it was said: of those seen the last holds */
  readonly decisions: readonly SignalDecision[]
  readonly origin: Origin
}

export interface SignalDecision {
  readonly at: Moment
  readonly outcome: 'cleared' | 'case'
  /** number of the case that it became */
  readonly case: string | null
  /** id of the event that says so */
  readonly event: string
}

/** A row that an import refused: of cases, contacts, rounds, facts and reports it may still have happened. */
export interface RefusedRow {
  readonly list: 'cases' | 'contacts' | 'rounds' | 'facts' | 'reports'
  readonly file: string
  /** null: the file as a whole */
  readonly row: number | null
  /** code of the refusal */
  readonly why: string
  /** code of the place to which a person narrowed it; null where nobody did */
  readonly place: string | null
  readonly knownAt: Instant | null
}

/**
 * A row of zones or transitions that an import refused: a zone at any level may stand somewhere, what was approved may have
 * been declined. Nothing else of its content is known than what it names.
 */
export interface UnreadRow {
  readonly list: 'zones' | 'transitions'
  readonly file: string
  /** null: the file as a whole */
  readonly row: number | null
  /** code of the refusal */
  readonly why: string
  /** the zone that it names or, of a row of zones, is of, and the transition; null where it names none */
  readonly zone: string | null
  readonly transition: string | null
  /** of a signal: codes of the places that it may give beside the zone */
  readonly places?: readonly string[]
  /** of a row of zones without an id: its members, as it names them */
  readonly members?: readonly string[]
  /** when it was learned; null or absent where nothing tells */
  readonly knownAt?: Instant | null
  /** it was taken, and stands in its list at a time that cannot be true */
  readonly isTaken?: true
  /** of a step that was taken: which one, and when it was, where that is believed */
  readonly step?: string
  readonly at?: Moment
}

/** What one file, or a person, makes a list speak for: within it no row says *none*, beyond it nothing is known. */
export interface ListSource {
  readonly list: ListName
  /** name of the file; null where it is said of the list as a whole */
  readonly file: string | null
  /** the district, the towns in which the rows of the file lie, or the places of these codes */
  readonly ground: 'district' | 'rows' | readonly string[]
  /** places and zones that rows of the file name beside those that the list holds from it */
  readonly names?: readonly string[]
  /** the stated 截至; null: the newest row */
  readonly until: Moment | null
  /** when it was brought or said; null where nothing tells */
  readonly knownAt: Instant | null
}

/** That a row belongs in no zone, or is none of a list of zones or steps: said by a named person with a reason. It holds nothing and stays in the total. */
export interface Ruling {
  readonly list: RefusedRow['list'] | UnreadRow['list']
  readonly file: string
  readonly row: number | null
  /** of the segment that brought the row; null for a refused one */
  readonly segment?: string | null
  readonly kind: 'notInAnyZone' | 'outsideDistrict' | 'duplicateOf' | 'enteredByMistake'
  /** id of the row it repeats */
  readonly of: string | null
  readonly by: string
  readonly role: string
  readonly reason: string
  readonly at: Instant
  /** id of the event */
  readonly event: string
}

export interface PackDescription {
  readonly title: { readonly zh: string | null; readonly en: string | null }
  /** IANA name, default Asia/Shanghai */
  readonly timezone: string
  /** frame of the files as they came; everything here is WGS-84 */
  readonly frame: string
  readonly policy: string | null
  readonly use: 'live' | 'exercise' | 'review'
  readonly synthetic: boolean
  readonly licence: string | null
  readonly asOf: string | null
  readonly reporting: {
    readonly kind: PlaceKind
    readonly cutoff: string
    readonly items: readonly string[]
  } | null
  readonly perimeter: { readonly guardDistanceM: number }
  /** until when a list is stated to be complete (`asOf.<list>` of the description); dates and times as texts */
  readonly until?: Readonly<Partial<Record<ListName, string>>>
}

/**
 * Everything the log knows at one `known`, with its own times. The kernel is asked with an effective
 * instant and looks only at what is at or before it. Nothing in here is ever changed in place.
 */
export interface Facts {
  readonly pack: PackDescription
  /** policies that travelled with the pack, as their JSON says */
  readonly policies: readonly unknown[]
  readonly stated: ReadonlySet<ListName>
  /** as the files have them; what holds at an instant is `placesAt` where they change */
  readonly places: readonly Place[]
  /** what became of places, and from when on; those that hold are no more in the facts of an instant */
  readonly placeChanges?: readonly PlaceChange[]
  readonly roads: readonly Road[]
  readonly backdrop: readonly BackdropPiece[]
  readonly facilities: readonly Facility[]
  /** as recorded, and from the hour of an approved order as it orders */
  readonly zones: readonly ZoneStay[]
  /** orders that were carried out though the record of the zone says otherwise, by their hour */
  readonly orders?: readonly ExecutedOrder[]
  readonly steps: readonly TransitionStep[]
  readonly cases: CaseTable
  readonly contacts: ContactTable
  readonly rounds: readonly Round[]
  readonly statedFacts: readonly StatedFact[]
  readonly reports: readonly Report[]
  readonly occupancy: readonly Occupancy[]
  readonly checks: readonly Check[]
  readonly passages: readonly Passage[]
  readonly metrics: readonly Metric[]
  /** absent as none where `stated` does not name them */
  readonly surveys?: readonly FieldSurvey[]
  readonly indicators: readonly Indicator[]
  /** as people told them; absent as none */
  readonly signals?: readonly Signal[]
  /** rows that an import refused and nobody has mended */
  readonly refused?: readonly RefusedRow[]
  /** rows of zones and transitions that an import refused and nobody has mended */
  readonly unread?: readonly UnreadRow[]
  /** rows of which a person says that they belong in no zone */
  readonly rulings?: readonly Ruling[]
  /** what each list speaks for; where it is not told, every stated list speaks for the district */
  readonly listSources?: readonly ListSource[]
}
