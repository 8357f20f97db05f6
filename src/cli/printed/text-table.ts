import { largest } from '#geo'
import { formatCount, UNKNOWN } from '../../i18n/format'

/** Columns a sign takes in a terminal: 2 for Han, kana, hangul and full-width forms, 1 for the rest. */
function width(text: string): number {
  let columns = 0
  for (const sign of text) {
    const code = sign.codePointAt(0)!
    const isWide =
      (code >= 0x1100 && code <= 0x115f) ||
      (code >= 0x2e80 && code <= 0xa4cf) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xfe30 && code <= 0xfe6f) ||
      (code >= 0xff00 && code <= 0xff60) ||
      (code >= 0xffe0 && code <= 0xffe6) ||
      (code >= 0x20000 && code <= 0x3fffd)
    columns += isWide ? 2 : 1
  }
  return columns
}

/** A figure that is printed already: it stands right as a number does. */
export interface PrintedFigure {
  readonly text: string
}

export type TableCell = string | number | PrintedFigure | null

export const figure = (text: string): PrintedFigure => ({ text })

const isFigure = (cell: TableCell | undefined): boolean =>
  typeof cell === 'number' || (typeof cell === 'object' && cell !== null)

function textOf(cell: TableCell): string {
  if (cell === null) return UNKNOWN
  if (typeof cell === 'number') return formatCount(cell)
  return typeof cell === 'string' ? cell : cell.text
}

/** Rows under their headers, aligned also where wide and narrow signs mix; numbers stand right. Empty without rows. */
export function textTable(headers: readonly string[], rows: readonly (readonly TableCell[])[]): string {
  const cells = rows.map((row) => row.map(textOf))
  const widths = headers.map((header, i) =>
    Math.max(width(header), largest(cells.map((row) => width(row[i] ?? '')))),
  )
  const isNumber = headers.map((_, i) => rows.some((row) => isFigure(row[i])))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => {
        const space = ' '.repeat(Math.max(0, widths[i]! - width(cell)))
        return isNumber[i] ? space + cell : cell + space
      })
      .join('  ')
      .trimEnd()
  return [line(headers), ...cells.map(line)].join('\n')
}
