import type { Facts } from '#geo'
import { rowAt } from '../../export/row-at'
import { rowsIn } from '../../export/rows'
import type { RowAt } from '../../log/events'
import { CORRECTED_LISTS, type CorrectedList } from '../../log/hand/correction-faults'
import type { RowHistoryLine } from '../../log/hand/row-history'
import type { ShownCell } from '../../log/identity/changes'

/** A row of a list as it stands, and what people did to it. */
export interface RowStanding {
  readonly list: CorrectedList
  /** identity of the row */
  readonly row: string
  /** its number; null where it has none */
  readonly id: string | null
  readonly values: Readonly<Record<string, ShownCell>>
  /** false where it was withdrawn or taken back */
  readonly stands: boolean
  readonly history: readonly RowHistoryLine[]
}

/** Fields that a person corrects, list by list; of a report also its items. */
export const CORRECTED: Readonly<Record<CorrectedList, readonly string[]>> = {
  cases: ['kind', 'place', 'reportedAt', 'foundIn', 'origin', 'id'],
  contacts: ['result', 'place', 'exposedAt', 'transferredAt', 'releasedAt', 'kind', 'case'],
  rounds: [
    ...['sampled', 'resulted', 'listed', 'excused', 'positiveTubes', 'positivePeople'],
    ...['result', 'startedAt', 'finishedAt'],
  ],
  facts: ['value', 'at', 'unit', 'paper'],
  metrics: ['value', 'at', 'unit', 'paper'],
  reports: [],
  checks: ['missing', 'at'],
  facilities: [
    ...['name', 'rooms', 'beds', 'tables', 'tubesPerDay', 'shifts', 'lockedHours'],
    ...['road', 'from', 'to', 'place'],
  ],
  places: ['people', 'households', 'aliases'],
  occupancy: ['occupied', 'closed', 'rooms', 'at'],
  passages: ['vehicles', 'persons', 'fever', 'refused', 'group', 'direction'],
}

const OF_REPORTS: ReadonlySet<string> = new Set(['place', 'town', 'unit', 'day', 'filedAt', 'knownAt'])

/** The fields of a row that can be set otherwise. */
export const correctedOf = ({ list, values }: Pick<RowStanding, 'list' | 'values'>): readonly string[] =>
  list === 'reports' ? Object.keys(values).filter((name) => !OF_REPORTS.has(name)) : CORRECTED[list]

/** True for a list of which rows are corrected and withdrawn by hand. */
export const isCorrected = (list: string): list is CorrectedList =>
  (CORRECTED_LISTS as readonly string[]).includes(list)

/** Rows of the history that are now called by the number: one that was entered without it may have got it later. */
function rowCalled(id: string, history: readonly RowHistoryLine[]): string {
  const named = history.findLast(
    ({ list, reversed, set }) =>
      list === 'cases' && !reversed && set.some(({ field, after }) => field === 'id' && after === id),
  )
  return named?.row ?? id
}

/** The case of that number, or of that row of the history; null where there is none. */
export function caseDesk(asked: string, facts: Facts, all: readonly RowHistoryLine[]): RowStanding | null {
  const row = all.some(({ row: one, list }) => list === 'cases' && one === asked)
    ? asked
    : rowCalled(asked, all)
  const history = historyOf('cases', row, all)
  const told = toldBy(history)
  const id = told?.values.id === undefined ? row : String(told.values.id)
  const at = indexOf(facts, id)
  if (at === null) return told ? { ...told, list: 'cases', row, id: idOf(told.values), history } : null
  const [written] = rowsIn(facts, 'cases', [at])
  const { knownAt: _learned, ...cells } = written!.cells
  return { list: 'cases', row, id, values: cells, stands: true, history }
}

/** The row of that identity in any list, which stands where its history says, or at `at`; null where there is none. */
export function rowDesk(
  { list, row, at }: { readonly list: CorrectedList; readonly row: string; readonly at: RowAt | null },
  facts: Facts,
  all: readonly RowHistoryLine[],
): RowStanding | null {
  const history = historyOf(list, row, all)
  const place = history.length > 0 ? history.at(-1)!.at : at
  const found = place?.row == null ? null : rowAt(facts, { ...place, row: place.row })
  if (found?.list === list) {
    const { knownAt: _learned, ...values } = Object.fromEntries(found.cells)
    return { list, row, id: idOf(values), values, stands: true, history }
  }
  const told = toldBy(history)
  return told ? { list, row, id: idOf(told.values), ...told, stands: false, history } : null
}

const historyOf = (list: CorrectedList, row: string, all: readonly RowHistoryLine[]): RowHistoryLine[] =>
  all.filter((line) => line.list === list && (line.row === row || line.also?.includes(row)))

const idOf = ({ id = null }: Readonly<Record<string, ShownCell>>): string | null =>
  id === null ? null : String(id)

function indexOf({ cases }: Facts, id: string): number | null {
  const code = cases.id.values.indexOf(id)
  const at = code < 0 ? -1 : cases.id.codes.indexOf(code)
  return at < 0 ? null : at
}

/** What the history alone tells of a row that a person entered. */
function toldBy(history: readonly RowHistoryLine[]): Pick<RowStanding, 'values' | 'stands'> | null {
  if (history.length === 0) return null
  const isEntered = history.some(({ kind }) => kind === 'entered')
  const held = history.filter(({ reversed }) => reversed === null)
  const values = Object.fromEntries(held.flatMap(({ set }) => set.map(({ field, after }) => [field, after])))
  const last = held.at(-1)
  if (!isEntered) return last?.kind === 'retracted' ? { values, stands: false } : null
  return {
    values,
    stands: last !== undefined && last.kind !== 'retracted' && held.some(({ kind }) => kind === 'entered'),
  }
}
