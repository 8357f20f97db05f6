import { positionAt, textAt } from '../../columns'
import type { Facts, ListName, MomentColumn, Origin } from '../../facts'
import { LISTS, type RecordedList, ROW_LISTS, rowsHeld, type TableName } from '../../facts/lists'
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

/** A list of which silence may mean *none*: the tables, and those whose rows tell for what they speak. */
export type SpeakingList = {
  [List in RecordedList]: (typeof LISTS)[List] extends { readonly tells: null } ? never : List
}[RecordedList]

/** Lists of which silence may mean *none*. */
export const SPEAKING_LISTS = Object.entries(LISTS)
  .flatMap(([list, described]) => ('tells' in described && described.tells === null ? [] : list))
  .sort() as readonly SpeakingList[]

/** The file from which a row is said to come that a person entered: the log itself. It speaks for no ground. */
export const LOG_FILE = 'log.ndjson'

/** Whether a person entered the row: it is known though no list is. */
export const isByHand = ({ origin }: { readonly origin: Origin }): boolean => origin.file === LOG_FILE

/** The rows of a list, by whatever file they came. */
export function* rowsOf(given: Facts, list: ListName): Generator<ListedRow> {
  const { facts } = resolvedOf(given)
  if (list === 'cases' || list === 'contacts') yield* tableRows(facts, list)
  else yield* statements(facts, list)
}

type Table = Facts['cases'] | Facts['contacts']

function* tableRows(facts: Facts, list: TableName): Generator<ListedRow> {
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

const columnsOf = (facts: Facts, list: TableName): readonly MomentColumn[] =>
  LISTS[list].columns.map(({ field }) => facts[list][field as keyof Table] as MomentColumn)

function* statements(facts: Facts, list: ListName): Generator<ListedRow> {
  const described = ROW_LISTS.find((one) => one.list === list)
  if (!described?.tells) return
  const { timezone } = facts.pack
  const sites = new Map(facts.facilities.map((one) => [one.id, one]))
  for (const row of rowsHeld(facts, described)) {
    const told = described.tells(row, (seen) => readMoment(timezone, seen))
    if (!told) continue
    const { place = null, zone = null, site, times } = told
    const at = site === undefined ? undefined : sites.get(site)
    yield {
      ...{ file: row.origin.file, knownAt: row.origin.knownAt, zone },
      ...{ place: at?.place ?? place, position: at?.position ?? null },
      times: times.filter((time) => time !== null),
    }
  }
}
