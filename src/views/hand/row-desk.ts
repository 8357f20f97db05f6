import type { Facts } from '#geo'
import { rowsIn } from '../../export/rows'
import type { RowHistoryLine } from '../../log/hand/row-history'
import type { ShownCell } from '../../log/identity/changes'

/** A case as it stands, and what people did to its row. */
export interface CaseDesk {
  /** identity of the row */
  readonly row: string
  /** its number; null where it has none */
  readonly id: string | null
  readonly values: Readonly<Record<string, ShownCell>>
  /** false where it was withdrawn or taken back */
  readonly stands: boolean
  readonly history: readonly RowHistoryLine[]
}

/** Fields of a case that a person corrects. */
export const CORRECTED = ['place', 'reportedAt', 'kind', 'foundIn', 'origin', 'id'] as const
export type CorrectedField = (typeof CORRECTED)[number]

/** Rows of the history that are now called by the number: one that was entered without it may have got it later. */
function rowCalled(id: string, history: readonly RowHistoryLine[]): string {
  const named = history.findLast(
    ({ list, reversed, set }) =>
      list === 'cases' && !reversed && set.some(({ field, after }) => field === 'id' && after === id),
  )
  return named?.row ?? id
}

/** The case of that number, or of that row of the history; null where there is none. */
export function caseDesk(asked: string, facts: Facts, all: readonly RowHistoryLine[]): CaseDesk | null {
  const row = all.some(({ row: one, list }) => list === 'cases' && one === asked)
    ? asked
    : rowCalled(asked, all)
  const history = all.filter((line) => line.list === 'cases' && line.row === row)
  const told = toldBy(history)
  const id = told?.values.id === undefined ? row : String(told.values.id)
  const at = indexOf(facts, id)
  if (at === null) return told ? { ...told, row, id: idOf(told.values), history } : null
  const [written] = rowsIn(facts, 'cases', [at])
  const { knownAt: _learned, ...cells } = written!.cells
  return { row, id, values: cells, stands: true, history }
}

const idOf = ({ id = null }: Readonly<Record<string, ShownCell>>): string | null =>
  id === null ? null : String(id)

function indexOf({ cases }: Facts, id: string): number | null {
  const code = cases.id.values.indexOf(id)
  const at = code < 0 ? -1 : cases.id.codes.indexOf(code)
  return at < 0 ? null : at
}

/** What the history alone tells of a row that a person entered. */
function toldBy(history: readonly RowHistoryLine[]): Pick<CaseDesk, 'values' | 'stands'> | null {
  if (!history.some(({ kind }) => kind === 'entered')) return null
  const held = history.filter(({ reversed }) => reversed === null)
  const values = Object.fromEntries(held.flatMap(({ set }) => set.map(({ field, after }) => [field, after])))
  const last = held.at(-1)
  return {
    values,
    stands: last !== undefined && last.kind !== 'retracted' && held.some(({ kind }) => kind === 'entered'),
  }
}
