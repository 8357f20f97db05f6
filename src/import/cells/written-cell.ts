import { isMomentCell } from '../../log/rows/cells'
import type { Cell } from '../../log/rows/columns'
import type { ListFile } from '../list-file'

const EAST = 8 * 3_600_000
const local = (at: number): string => new Date(at + EAST).toISOString()
const dayOf = ({ at }: { readonly at: number }): string => local(at).slice(0, 10)

/** Equal, or the one is the day of which the other tells the hour. */
export function saySame(one: Cell, other: Cell): boolean {
  if (!isMomentCell(one) || !isMomentCell(other)) return one === other
  return one.isDay || other.isDay ? dayOf(one) === dayOf(other) : one.at === other.at
}

/** A day or time in one spelling, a ground by its name only, everything else as its file has it. */
export function writtenCell(
  list: ListFile,
  name: string,
  { row, cell }: { readonly row: number; readonly cell: Cell },
): string {
  if (isMomentCell(cell)) return cell.isDay ? dayOf(cell) : local(cell.at).slice(0, 16).replace('T', ' ')
  if (typeof cell === 'object') return name
  return list.cellsOf(row)[list.spelt[name] ?? name] || String(cell)
}
