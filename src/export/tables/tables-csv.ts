import { toCsv } from '../csv'
import { type ListTable, plainCell } from './list-table'

/** A list as CSV: UTF-8 with its mark, CRLF, text that a spreadsheet would run guarded (see `csvCell`). */
export const tableCsv = ({ headers, rows }: ListTable): string =>
  toCsv(
    headers,
    rows.map((row) => row.map(plainCell)),
  )
