import {
  CHECK_LIST,
  type Check,
  FACILITY_LIST,
  type Facility,
  OCCUPANCY_LIST,
  type Occupancy,
  PASSAGE_LIST,
  type Passage,
} from './facilities'
import type { RowList, TableList } from './list'
import { type FieldSurvey, METRIC_LIST, type Metric, SURVEY_LIST } from './metrics'
import type { Origin } from './origin'
import { CASE_LIST, type CaseTable, CONTACT_LIST, type ContactTable } from './persons'
import { PLACE_LIST, type Place } from './places'
import { REPORT_LIST, type Report, STATED_FACT_LIST, type StatedFact } from './reports'
import { BACKDROP_LIST, type BackdropPiece, ROAD_LIST, type Road } from './roads'
import { ROUND_LIST, type Round } from './rounds'
import { STEP_LIST, type TransitionStep, ZONE_LIST, type ZoneStay } from './zones'

export type * from './facilities'
export type * from './metrics'
export type * from './persons'
export type * from './places'
export type * from './reports'
export type * from './roads'
export type * from './rounds'
export type * from './zones'

/** What the facts hold of each list of a pack. A list that came later is absent as none where `stated` does not name it. */
export interface FactLists {
  /** as the files have them; what holds at an instant is `placesAt` where they change */
  readonly places: readonly Place[]
  readonly roads: readonly Road[]
  readonly backdrop: readonly BackdropPiece[]
  readonly facilities: readonly Facility[]
  /** as recorded, and from the hour of an approved order as it orders */
  readonly zones: readonly ZoneStay[]
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
  readonly surveys?: readonly FieldSurvey[]
}

/** The list that the facts hold under another name than its own. */
type ListHeldAs<Held> = Held extends 'steps' ? 'transitions' : Held extends 'statedFacts' ? 'facts' : Held

type Held = keyof FactLists

/** The lists of a pack that are rows: files bring them, people enter them, and an export writes them. */
export type RecordedList = ListHeldAs<Held>

/** The lists that may be stated or unknown: a stated list without a row says "none", an absent one "not known". */
export type ListName = RecordedList | 'indicators'

/** A list with times: one of the pack, or the signals, which are told by hand alone. */
export type TimedList = ListName | 'signals'

type Described<Content, As extends string> = Content extends readonly (infer Row)[]
  ? RowList<Row, As>
  : TableList<Content, As>

/** By list, how the kernel goes through it. */
export type Lists = { readonly [As in Held as ListHeldAs<As>]: Described<NonNullable<FactLists[As]>, As> }

/**
 * Every list of a pack. What goes through all lists goes through these, in this order: where only the file and number of
 * a row are known, it is looked for in one after the other.
 */
export const LISTS = {
  rounds: ROUND_LIST,
  facts: STATED_FACT_LIST,
  zones: ZONE_LIST,
  transitions: STEP_LIST,
  metrics: METRIC_LIST,
  surveys: SURVEY_LIST,
  checks: CHECK_LIST,
  facilities: FACILITY_LIST,
  reports: REPORT_LIST,
  occupancy: OCCUPANCY_LIST,
  passages: PASSAGE_LIST,
  cases: CASE_LIST,
  contacts: CONTACT_LIST,
  places: PLACE_LIST,
  roads: ROAD_LIST,
  backdrop: BACKDROP_LIST,
} satisfies Lists

/** The lists that are tables of columns. */
export type TableName = 'cases' | 'contacts'

/** What the facts hold of a list. */
export type ContentOf<List extends RecordedList> = NonNullable<FactLists[(typeof LISTS)[List]['held']]>

/** A row of a list as those see it who go through all of them. */
export interface ListedRow {
  readonly origin: Origin
  readonly place?: string | null
  readonly town?: string
  readonly zone?: string | null
}

/** A list of rows, whatever its rows are. */
export interface AnyRowList extends RowList<ListedRow, Held> {
  readonly list: RecordedList
}

/** Every list of rows. */
export const ROW_LISTS: readonly AnyRowList[] = Object.entries(LISTS).flatMap(([list, described]) =>
  'columns' in described ? [] : ({ list, ...described } as unknown as AnyRowList),
)

/** The rows that facts hold of a list. */
export const rowsHeld = (facts: FactLists, { held }: Pick<AnyRowList, 'held'>): readonly ListedRow[] =>
  (facts[held] ?? []) as readonly ListedRow[]

/** The lists of these names with other rows, as a part of facts; those that the facts lack stay absent. */
export function withRows(
  facts: FactLists,
  change: (rows: readonly ListedRow[], list: AnyRowList) => readonly ListedRow[],
): Partial<FactLists> {
  return Object.fromEntries(
    ROW_LISTS.filter(({ held }) => facts[held] !== undefined).map((list) => [
      list.held,
      change(rowsHeld(facts, list), list),
    ]),
  )
}
