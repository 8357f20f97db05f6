import type { Evidence, UnplacedList } from '../../answers'
import type { ListName, PackDescription, RowRef } from '../../facts'
import type { Instant, Moment } from '../../time/calendar'
import type { Reach } from '../sources/reach'
import type { SurveyedPart } from '../surveys/surveys-on'

/** Something that happened in a zone, and the row that says so. */
export interface Occurrence extends RowRef {
  readonly at: Instant
  readonly isDay: boolean
  readonly value: string | null
  /** what a filter may match: kind, foundIn, origin, tags */
  readonly words: readonly string[]
  /** which of kind, foundIn, origin the row leaves empty */
  readonly silent: readonly ('kind' | 'foundIn' | 'origin')[]
  /** code of the place the row names; null where it names none */
  readonly place?: string | null
  /** of a case: its own mark, its chain's and that of the case it was infected by */
  readonly links?: readonly string[]
  /** a stricter zone was drawn over it since */
  readonly isDrawnOver?: boolean
}

/** Somebody of whom a list does not tell when it was: a case without a report, a contact without an exposure. */
export interface Untold extends Omit<Occurrence, 'at' | 'isDay'> {
  /** it was no later than this; null where nothing tells that either */
  readonly by: Moment | null
  /** it has not happened yet: the contact is still there */
  readonly pending?: boolean
}

/** What a row says beside its times. */
export type SaidOfRow = Omit<Occurrence, 'at' | 'isDay'>

/** What the row says happened then. Made with every property: what is made by spreading gets a hidden class an object. */
export function occurrenceOf(said: SaidOfRow, { at, isDay }: Moment, links?: readonly string[]): Occurrence {
  const { file, row, segment, value, words, silent, place, isDrawnOver } = said
  return { file, row, segment, value, words, silent, place, links, isDrawnOver, at, isDay }
}

/** A round as it counts for a zone: one row that names it, or the rows of all its members together. */
export interface RoundFigures {
  readonly round: string
  /** an area-wide round (区域核酸筛查): every row of it says so */
  readonly isAreaWide: boolean
  /** samples of things, not of people; null where its rows do not say */
  readonly isOfEnvironment: boolean | null
  readonly startedAt: Moment
  readonly finishedAt: Moment | null
  readonly listed: number | null
  readonly excused: number | null
  readonly sampled: number | null
  readonly resulted: number | null
  readonly positivePeople: number | null
  readonly result: 'negative' | 'positive' | 'pending' | null
  readonly rows: readonly RowRef[]
}

/** A value that holds from `at` until the next one of the same name. */
export interface Held<Value> extends RowRef {
  readonly at: Instant
  readonly isDay: boolean
  readonly value: Value
}

/** A part of some ground and what was stated of it. */
export interface FigurePart {
  readonly held: readonly Held<number | null>[]
  /** false where it lies in the ground only partly */
  readonly isWhole: boolean
}

/** What an unplaced row adds to a record. */
export interface Additions {
  readonly events: ReadonlyMap<string, readonly Occurrence[]>
  readonly untold: ReadonlyMap<string, readonly Untold[]>
  readonly rounds: readonly RoundFigures[]
  readonly flags: ReadonlyMap<string, readonly Held<string>[]>
}

/** Unplaced rows that say the same of the same list. */
export interface Possible {
  /** indexes into the unplaced events of the attribution */
  readonly rows: readonly number[]
  readonly list: UnplacedList
  /** as late as it may have been; null where its times are stated */
  readonly by: Instant | null
  /** no earlier than this, where that is known */
  readonly from?: Instant
  /** nothing of them is known but their list */
  readonly isUnread: boolean
  /** the first of them, as answers show them */
  readonly evidence: readonly Evidence[]
  /** what they add if it was at the instant; `names` are those that the leaf asks, for rows of which nothing is known */
  adds(at: Instant, names: ReadonlySet<string>): Additions
}

/** Everything that was recorded of one zone up to the as-of, in order of time. */
export interface ZoneRecord {
  readonly stated: ReadonlySet<ListName>
  readonly events: ReadonlyMap<string, readonly Occurrence[]>
  /** by the event that has no time */
  readonly untold: ReadonlyMap<string, readonly Untold[]>
  /** by time of completion; running rounds last */
  readonly rounds: readonly RoundFigures[]
  /** rounds of a part of its ground, and rows that name it with a place that is not all of it: they only speak against */
  readonly partialRounds?: readonly RoundFigures[]
  readonly flags: ReadonlyMap<string, readonly Held<string>[]>
  readonly metrics: ReadonlyMap<string, readonly Held<number | null>[]>
  /** the parts of its ground that a metric is stated of, and those of their kind that it is not */
  readonly partsOf: (metric: string) => readonly FigurePart[]
  /** what was surveyed on its ground, part by part */
  readonly surveys?: readonly SurveyedPart[]
  /** whether the place lies in the other one, or is it */
  readonly liesIn: (place: string, outer: string) => boolean
  /** what may have happened on its ground besides, by rows that cannot be placed */
  readonly possible?: readonly Possible[]
  /** how far the lists of which silence may mean *none* reach on its ground */
  readonly reaches?: readonly Reach[]
  /** of the pack that it belongs to */
  readonly pack?: PackDescription
  /** every instant at which anything above changes, ascending */
  readonly instants: Float64Array
}

/** The record as it were with these rows in it. */
export function withAdditions(record: ZoneRecord, additions: readonly Additions[]): ZoneRecord {
  const all = [record, ...additions]
  return {
    ...record,
    events: joined(
      all.map(({ events }) => events),
      byTime,
    ),
    untold: joined(all.map(({ untold }) => untold)),
    flags: joined(
      all.map(({ flags }) => flags),
      (a, b) => a.at - b.at || a.row - b.row,
    ),
    rounds: all.flatMap(({ rounds }) => rounds).sort((a, b) => finish(a) - finish(b)),
  }
}

/** A day before the clock time at which it begins, so that the sharper of two equal times is the last. */
export function byTime(a: Occurrence, b: Occurrence): number {
  return a.at - b.at || Number(b.isDay) - Number(a.isDay) || a.row - b.row
}

const finish = (round: RoundFigures): number => round.finishedAt?.at ?? Number.POSITIVE_INFINITY

/** Lists of one name become one, put in order once however many there are. */
function joined<One>(
  maps: readonly ReadonlyMap<string, readonly One[]>[],
  order?: (a: One, b: One) => number,
): ReadonlyMap<string, readonly One[]> {
  const [first, ...others] = maps
  const added = new Map<string, One[]>()
  for (const map of others)
    for (const [name, list] of map) {
      let all = added.get(name)
      if (!all) added.set(name, (all = [...(first?.get(name) ?? [])]))
      for (const one of list) all.push(one)
    }
  const every = new Map<string, readonly One[]>(first)
  for (const [name, all] of added) every.set(name, order ? all.sort(order) : all)
  return every
}

/** The list in which an event of that name would stand. */
export function listOfEvent(event: string): ListName {
  if (event === 'case.lastNegative') return 'facts'
  if (event === 'case' || event.startsWith('case.')) return 'cases'
  if (event.startsWith('contact.')) return 'contacts'
  return 'facts'
}

/** How many of them are at or before the instant. */
export function countSeen(sorted: readonly { readonly at: Instant }[], seen: Instant): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.at <= seen) low = middle + 1
    else high = middle
  }
  return low
}

/** The value that holds at the instant: the last one at or before it. */
export function holding<Value>(held: readonly Held<Value>[], seen: Instant): Held<Value> | null {
  return held[countSeen(held, seen) - 1] ?? null
}
