/** One cell of a CSV file; null is empty. */
export type Cell = string | number | boolean | null

/** A CSV text: header, then rows; a cell with comma, quote or line break is quoted. Ends with a line break. */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]): string => cells.map(cellText).join(',')
  return `${[line(header), ...rows.map(line)].join('\n')}\n`
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  const text = String(cell)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A time of May 2022 in the district's zone: `may(27, 14)` is 2022-05-27T14:00:00+08:00. */
export function may(day: number, hour = 0, minute = 0): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `2022-05-${two(day)}T${two(hour)}:${two(minute)}:00+08:00`
}

export function mayDay(day: number): string {
  return may(day).slice(0, 10)
}
