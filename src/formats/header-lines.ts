import { namedColumns, unnamed } from './columns'
import type { Asked } from './format'
import { LIMITS } from './limits'
import { chosen, eachMade } from './rows'
import type { Table } from './table'

/** What stands between the lines of a header in the name of its column: `检测情况 / 已采`. */
export const BETWEEN = ' / '
/** A header takes so many lines at most. */
const MOST_LINES = 3

/** A line with so many known columns is a header. */
export const ENOUGH = 2

/**
 * Which of these lines is the header: the first of several known columns, else the first of several words of which one
 * is known and none holds a number; -1 where there is none.
 */
export function headerIn<Cells extends readonly string[]>(
  lines: readonly Cells[],
  known: (line: Cells, at: number) => number,
): number {
  const found = lines.findIndex((line, at) => known(line, at) >= ENOUGH)
  if (found >= 0) return found
  return lines.findIndex((line, at) => {
    const told = line.filter(Boolean)
    return told.length > ENOUGH && !told.some((cell) => /[\d:：]/.test(cell)) && known(line, at) > 0
  })
}

/**
 * The table with the further lines of its header joined to the first: lines of words that stand under columns
 * without a name, or under the first of a group, where that makes more columns known.
 */
export function withHeaderLines<T extends Table>(table: T, asked: Asked): T {
  let joined = table
  for (let line = 1; line < MOST_LINES; line += 1) {
    const next = joinedOnce(joined, asked)
    if (next === null) break
    joined = next
  }
  return joined
}

/** Whether a line above the one that looks like a header is the first line of it: joined, more columns are known. */
export function beginsHeader(above: readonly string[], below: readonly string[], asked: Asked): boolean {
  if (above.filter(Boolean).length < 2) return false
  const width = Math.max(above.length, below.length)
  const { headers } = namedColumns(Array.from({ length: width }, (_, i) => above[i] ?? ''))
  const cells = Object.fromEntries(headers.map((header, i) => [header, below[i] ?? '']))
  const joined = joinedOnce({ headers, headerRow: null, rows: [{ row: 1, cells }] }, asked)
  return joined !== null && asked.columnsIn(joined.headers) > asked.columnsIn(below.filter(Boolean))
}

/** Whether a line above a header names groups of its columns: several words, each over one of them, and fewer than they are. */
export function groupsColumns(above: readonly string[], below: readonly string[]): boolean {
  const named = above.flatMap((cell, i) => (cell === '' ? [] : [i]))
  const isUnder = named.every((i) => (below[i] ?? '') !== '' && !/\d/.test(above[i]!))
  return isUnder && named.length > 1 && named.length < below.filter(Boolean).length
}

function joinedOnce<T extends Table>(table: T, { columnsIn }: Asked): T | null {
  const first = table.rows.at(0)
  if (!first || first.broken) return null
  const { headers } = table
  const below = headers.map((header) => wordIn(first.cells[header]))
  const isNamed = headers.map((header, i) => header !== unnamed(i))
  const isSame = (i: number): boolean => below[i] === headers[i]
  const fills = headers.flatMap((_, i) => (below[i] !== '' && !isSame(i) ? [i] : []))
  if (!fills.some((i) => !isNamed[i])) return null
  // a whole second line names the columns, though a group may have but one
  const isWhole = below.every((word) => word !== '')
  const isUnder = (i: number): boolean => isWhole || !isNamed[i] || isNamed[i + 1] === false
  if (!fills.every((i) => isUnder(i) && below[i] !== null && !/\d{3}/.test(below[i]!))) return null
  let group = ''
  const names = headers.map((header, i) => {
    if (isNamed[i]) group = header
    if (!fills.includes(i)) return isNamed[i] ? header : ''
    return group === '' ? below[i]! : group + BETWEEN + below[i]!
  })
  if (columnsIn(names.filter(Boolean)) <= columnsIn(headers)) return null
  const { headers: called, twice } = namedColumns(names)
  const places = Array.from({ length: table.rows.length - 1 }, (_, i) => i + 1)
  const renamed = eachMade(chosen(table.rows, places), (row) => ({
    ...row,
    cells: Object.fromEntries(called.map((name, i) => [name, row.cells[headers[i]!]])),
  }))
  return { ...table, headers: called, twice, rows: renamed }
}

/** The words of a cell; null where it holds anything else, or a page of them. */
function wordIn(seen: unknown): string | null {
  if (seen === null || seen === undefined) return ''
  return typeof seen === 'string' && seen.length <= LIMITS.header ? seen.trim() : null
}
