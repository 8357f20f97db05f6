import type { CaseTable, ContactTable, Facts, MomentColumn, Signal, TextColumn, ZoneStay } from '../facts'
import { type ContentOf, LISTS, type RecordedList, type TableName, withRows } from '../facts/lists'
import { isPlausible } from '../period/period'
import { type Instant, type Moment, startOfDay } from '../time/calendar'
import { isSeen, isSeenMoment } from '../time/seen'
import { roundAt } from '../zones/record/round-figures'
import { type RowTime, timeOfFact, timeOfRound } from '../zones/unplaced/open-times'
import { timesOfCases, timesOfContacts } from '../zones/unplaced/table-times'
import { type Plausible, plausibleAt } from '../zones/unplaced/times'

/**
 * The facts without what lies after `asOf`: what a picture of that instant rests on. Stays that have not begun are
 * left out and ends to come are open; a case reported later, or a contact exposed later, is not there, and of others the
 * times to come are taken out; facilities stay. A row whose time is open, for it cannot be true, has happened and stays.
 */
export function factsSeen(facts: Facts, asOf: Instant): Facts {
  const plausible = plausibleAt(facts, asOf)
  const isOpen = ({ open }: RowTime): boolean => open !== null
  const { cases, contacts } = facts
  const timeOfCase = timesOfCases(cases, plausible)
  const timeOfContact = timesOfContacts(contacts, plausible)
  const onDay = (day: string): Moment => ({ at: startOfDay(facts.pack.timezone, day), isDay: true })
  const own = {
    zones: staysSeen(facts.zones, asOf),
    rounds: facts.rounds.flatMap((round) =>
      isOpen(timeOfRound(round, plausible)) ? round : (roundAt(round, asOf) ?? []),
    ),
    statedFacts: facts.statedFacts.filter(
      (fact) => isOpen(timeOfFact(fact, plausible)) || isSeenMoment(fact.at, asOf),
    ),
  } satisfies OwnLists
  return {
    ...facts,
    ...withRows(facts, (rows, { seen }) =>
      typeof seen === 'string' ? rows : rows.filter((row) => isThere(seen(row, onDay), asOf)),
    ),
    ...own,
    cases: tableSeen(cases, columnsOf('cases'), { asOf, stays: (row) => isOpen(timeOfCase(row)) }),
    contacts: tableSeen(contacts, columnsOf('contacts'), {
      asOf,
      stays: (row) => isOpen(timeOfContact(row)),
    }),
    ...(facts.signals ? { signals: signalsSeen(facts.signals, plausible) } : {}),
  }
}

/** Lists of which the facts of an instant are more than the rows whose time has come. */
type OwnLists = {
  readonly [List in RecordedList as (typeof LISTS)[List] extends {
    readonly seen: 'own'
    readonly held: infer Held
  }
    ? Held & string
    : never]: ContentOf<List>
}

const isThere = (moment: Moment | null, asOf: Instant): boolean =>
  moment === null || isSeenMoment(moment, asOf)

const columnsOf = <Name extends TableName>(list: Name) =>
  LISTS[list].columns.map(({ field }) => field) as Times<ContentOf<Name>>[]

/** Those reported by then, or of a time that cannot be true; what was decided of them later is not decided yet. */
function signalsSeen(signals: readonly Signal[], { asOf, period }: Plausible): Signal[] {
  const isTrue = ({ at, origin }: Signal): boolean =>
    period === null || isPlausible(period, { at: at.at, knownAt: origin.knownAt })
  return signals
    .filter((one) => isSeenMoment(one.at, asOf) || !isTrue(one))
    .map((one) => ({ ...one, decisions: one.decisions.filter(({ at }) => isSeenMoment(at, asOf)) }))
}

function staysSeen(zones: readonly ZoneStay[], asOf: Instant): ZoneStay[] {
  return zones
    .filter(({ from }) => isSeenMoment(from, asOf))
    .map((stay) => (stay.to === null || isSeenMoment(stay.to, asOf) ? stay : { ...stay, to: null }))
}

type Times<Table> = { [Key in keyof Table]: Table[Key] extends MomentColumn ? Key : never }[keyof Table]

/** Rows whose first time named is told and lies ahead are not there yet, but those that stay; other times ahead are not told yet. */
function tableSeen<Table extends CaseTable | ContactTable>(
  table: Table,
  names: readonly Times<Table>[],
  { asOf, stays }: { readonly asOf: Instant; readonly stays: (row: number) => boolean },
): Table {
  const { at, isDay } = table[names[0]!] as MomentColumn
  const there = Array.from({ length: table.length }, (_, row) => row).filter(
    (row) => Number.isNaN(at[row]!) || isSeen(at[row]!, isDay[row] === 1, asOf) || stays(row),
  )
  const seen = Object.entries(table).map(([name, column]) => {
    const kept = keptOf(column as Column, there)
    return [name, names.includes(name as never) ? columnSeen(kept as MomentColumn, asOf) : kept]
  })
  return { ...(Object.fromEntries(seen) as Table), length: there.length }
}

type Column = TextColumn | MomentColumn | Float64Array | Uint32Array | number

/** The column with only these rows. */
function keptOf(column: Column, rows: readonly number[]): Column {
  if (typeof column === 'number') return column
  if (column instanceof Float64Array) return Float64Array.from(rows, (row) => column[row]!)
  if (column instanceof Uint32Array) return Uint32Array.from(rows, (row) => column[row]!)
  if ('codes' in column) return { ...column, codes: Int32Array.from(rows, (row) => column.codes[row]!) }
  return {
    at: Float64Array.from(rows, (row) => column.at[row]!),
    isDay: Uint8Array.from(rows, (row) => column.isDay[row]!),
  }
}

function columnSeen({ at, isDay }: MomentColumn, asOf: Instant): MomentColumn {
  return { at: at.map((one, row) => (isSeen(one, isDay[row] === 1, asOf) ? one : Number.NaN)), isDay }
}

/** The numbers with one more at their end. */
export function withNumber<Numbers extends Float64Array | Int32Array | Uint32Array | Uint8Array>(
  numbers: Numbers,
  one: number,
): Numbers {
  const longer = new (numbers.constructor as new (length: number) => Numbers)(numbers.length + 1)
  longer.set(numbers)
  longer[numbers.length] = one
  return longer
}

/** The column with one more value; null is empty. */
export function withText({ codes, values }: TextColumn, value: string | null): TextColumn {
  const code = value === null ? -1 : values.indexOf(value)
  const isNew = value !== null && code < 0
  return {
    codes: withNumber(codes, isNew ? values.length : code),
    values: isNew ? [...values, value] : values,
  }
}

/** The column with one more moment; null is empty. */
export function withMoment({ at, isDay }: MomentColumn, moment: Moment | null): MomentColumn {
  return {
    at: withNumber(at, moment?.at ?? Number.NaN),
    isDay: withNumber(isDay, moment?.isDay ? 1 : 0),
  }
}
