import type { CaseTable, MomentColumn, RowRef, TextColumn } from './facts'
import type { Position } from './geometry/rings/shape'
import type { Moment } from './time/calendar'

/** Text of a row; null where it is empty. */
export function textAt(column: TextColumn, row: number): string | null {
  const code = column.codes[row]!
  return code < 0 ? null : column.values[code]!
}

/** Time of a row; null where it is empty. */
export function momentAt(column: MomentColumn, row: number): Moment | null {
  const at = column.at[row]!
  return Number.isNaN(at) ? null : { at, isDay: column.isDay[row] === 1 }
}

/** The name of a row without the rest of where it came from. */
export const rowRefOf = ({ file, row, segment }: RowRef): RowRef => ({ file, row, segment })

/** Position of a case (degrees WGS-84); null where it is not told. */
export function positionAt({ lon, lat }: Pick<CaseTable, 'lon' | 'lat'>, row: number): Position | null {
  const [x, y] = [lon[row]!, lat[row]!]
  return Number.isNaN(x) || Number.isNaN(y) ? null : [x, y]
}
