import { isReport } from '#geo'
import type { Cell, SourceRow } from '../../log/rows/columns'
import type { Kind } from '../../records/records'
import { itemsOfReport } from '../../records/reports/reported'
import type { RowNote } from '../row-note'
import { readReported } from './fields'

/** A cell of a column that no field claims: an item of a daily report, else text. */
export const otherText = ({ list }: Pick<Kind, 'list'>, clean: string): Cell =>
  list === 'reports' ? readReported(clean) : clean

/** That a row of a daily report is none: nothing in it is known, or it says that nobody reported. */
export function notesOfReport(values: SourceRow['values']): RowNote[] {
  const items = itemsOfReport(Object.keys(values), (name) => textIn(values[name]))
  return isReport(items) ? [] : [{ code: 'no-report', column: null, seen: null }]
}

const textIn = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null)
