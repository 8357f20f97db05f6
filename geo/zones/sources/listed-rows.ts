import { positionAt, textAt } from '../../columns'
import type { Facts, ListName, MomentColumn, Origin } from '../../facts'
import type { Position } from '../../geometry/rings/shape'
import { type Instant, type Moment, readMoment } from '../../time/calendar'
import { resolvedOf } from '../unplaced/references'

/** One row of a list as far as it tells for what ground and until when its file speaks. */
export interface ListedRow {
  readonly file: string | null
  readonly zone: string | null
  readonly place: string | null
  readonly position: Position | null
  /** its times of occurrence */
  readonly times: readonly Moment[]
  readonly knownAt: Instant | null
}

/** Lists of which silence may mean *none*. */
export const SPEAKING_LISTS = [
  ...(['cases', 'checks', 'contacts', 'facts', 'metrics'] as const),
  ...(['occupancy', 'passages', 'reports', 'rounds'] as const),
] satisfies readonly ListName[]

/** The file from which a row is said to come that a person entered: the log itself. It speaks for no ground. */
export const LOG_FILE = 'log.ndjson'

/** Whether a person entered the row: it is known though no list is. */
export const isByHand = ({ origin }: { readonly origin: Origin }): boolean => origin.file === LOG_FILE

/** Stated facts of these names tell until when a list speaks; they are no row of the list of facts. */
export const STATED_UNTIL = 'asOf.'

/** The rows of a list, by whatever file they came. */
export function* rowsOf(given: Facts, list: ListName): Generator<ListedRow> {
  const { facts } = resolvedOf(given)
  if (list === 'cases' || list === 'contacts') yield* tableRows(facts, list)
  else yield* statements(facts, list)
}

type Table = Facts['cases'] | Facts['contacts']

function* tableRows(facts: Facts, list: 'cases' | 'contacts'): Generator<ListedRow> {
  const table: Table = facts[list]
  const columns = columnsOf(facts, list)
  for (let row = 0; row < table.length; row++) {
    const knownAt = table.knownAt[row]!
    yield {
      file: textAt(table.file, row),
      zone: textAt(table.zone, row),
      place: textAt(table.place, row),
      position: 'lon' in table ? positionAt(table, row) : null,
      times: columns.flatMap(({ at, isDay }) =>
        Number.isNaN(at[row]!) ? [] : { at: at[row]!, isDay: isDay[row] === 1 },
      ),
      knownAt: Number.isNaN(knownAt) ? null : knownAt,
    }
  }
}

function columnsOf({ cases, contacts }: Facts, list: 'cases' | 'contacts'): readonly MomentColumn[] {
  if (list === 'contacts') return [contacts.exposedAt, contacts.transferredAt, contacts.releasedAt]
  return [cases.reportedAt, cases.sampledAt, cases.onsetOn, cases.kindAt, cases.transferredAt]
}

type Told = Pick<ListedRow, 'zone' | 'place' | 'position'> & { readonly times: readonly (Moment | null)[] }

function* statements(facts: Facts, list: ListName): Generator<ListedRow> {
  const { timezone } = facts.pack
  const sites = new Map(facts.facilities.map((one) => [one.id, one]))
  const at = (id: string, ...times: readonly (Moment | null)[]): Told => {
    const { place = null, position = null } = sites.get(id) ?? {}
    return { zone: null, place, position, times }
  }
  const of = (place: string | null, zone: string | null, ...times: readonly (Moment | null)[]): Told => ({
    ...{ place, zone, position: null, times },
  })
  const day = (seen: string): Moment | null => readMoment(timezone, seen)
  const taken = <
    Row extends { readonly origin: { readonly file: string; readonly knownAt: Instant | null } },
  >(
    rows: readonly Row[],
    tell: (row: Row) => Told,
  ): ListedRow[] =>
    rows.map((row) => {
      const { times, ...told } = tell(row)
      const { file, knownAt } = row.origin
      return { ...told, times: times.filter((time) => time !== null), file, knownAt }
    })
  if (list === 'rounds')
    yield* taken(facts.rounds, (row) => of(row.place, row.zone, row.startedAt, row.finishedAt))
  if (list === 'facts')
    yield* taken(
      facts.statedFacts.filter(({ fact }) => !fact.startsWith(STATED_UNTIL)),
      (row) => of(row.place, row.zone, row.at),
    )
  if (list === 'reports')
    yield* taken(facts.reports, (row) => of(row.place, null, row.filedAt ?? day(row.day)))
  if (list === 'metrics') yield* taken(facts.metrics, (row) => of(row.place, null, row.at))
  if (list === 'occupancy') yield* taken(facts.occupancy, (row) => at(row.site, row.at))
  if (list === 'checks') yield* taken(facts.checks, (row) => at(row.checkpoint, row.at))
  if (list === 'passages') yield* taken(facts.passages, (row) => at(row.checkpoint, day(row.day)))
}
