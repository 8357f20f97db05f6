import { smallest } from '#geo'
import { linesFor, sizeFor } from './fit'
import { COLUMN } from './page'
import { heading, type LayoutInput, type Sheet } from './sheet'

/** Right edges of the figures as shares of the column; of long names they stand closer. */
const COLUMNS = [0.32, 0.45, 0.59, 0.73, 0.87, 1]
const CLOSE = [0.46, 0.57, 0.68, 0.79, 0.9, 1]

/** Room between two columns of the table, and between its names and the first figure. */
const GUTTER = 12
const NAME = 31

/** The edges at which every name stands in one line, or the closer ones. */
function edgesOf({ facts, measure }: LayoutInput): readonly number[] {
  const fits = facts.rows.every(
    ({ name, cells }) =>
      measure(name, 15, 400) + NAME + GUTTER + measure(cells[0] ?? '', 18, 400) <= COLUMN.width * COLUMNS[0]!,
  )
  return (fits ? COLUMNS : CLOSE).map((share) => COLUMN.width * share)
}

/** The size at which no cell runs into the one before it. */
function cellSize({ facts, measure }: LayoutInput, edges: readonly number[]): number {
  const fits = facts.rows.flatMap(({ cells, total }) =>
    cells.slice(1).map((cell, at) => {
      const room = edges[at + 1]! - edges[at]! - GUTTER
      return sizeFor(cell, room, { size: 18, least: 10, weight: total ? 700 : 400 }, measure)
    }),
  )
  return fits.length ? smallest(fits) : 18
}

interface Columns {
  readonly edges: readonly number[]
  /** of the figures */
  readonly size: number
}

type Row = LayoutInput['facts']['rows'][number]

function roomOfName(
  { cells, total }: Row,
  { edges, size, measure }: Columns & Pick<LayoutInput, 'measure'>,
): { readonly indent: number; readonly room: number } {
  const indent = total ? 0 : NAME
  return { indent, room: edges[0]! - measure(cells[0] ?? '', size, total ? 700 : 400) - indent - GUTTER }
}

/** One size for all names that stand in a line; nearer to that of two lines where a name needs these. */
function sizeOfNames({ facts, measure }: LayoutInput, columns: Columns): number {
  const sizes = facts.rows.map((row) => {
    const { room } = roomOfName(row, { ...columns, measure })
    const weight = row.total ? 700 : 400
    const size = sizeFor(row.name, room, { size: 18, least: 14, weight }, measure)
    return measure(row.name, size, weight) <= room ? size : null
  })
  const most = sizes.includes(null) ? 15 : 18
  return smallest([most, ...sizes.filter((one) => one !== null)])
}

function tableHead(
  sheet: Sheet,
  y: number,
  { input, edges }: { input: LayoutInput; edges: readonly number[] },
): void {
  const { facts, measure } = input
  const rooms = edges.map((edge, at) => edge - (edges[at - 1] ?? edge - 80) - 8)
  const size = smallest(
    facts.tableHead
      .slice(1)
      .map(([name], at) => sizeFor(name, rooms[at]!, { size: 15, least: 9.5 }, measure)),
  )
  facts.tableHead.forEach(([name, unit], index) => {
    const x = index === 0 ? COLUMN.x : COLUMN.x + edges[index - 1]!
    const align = index === 0 ? 'left' : 'right'
    sheet.text(name, { x, y: y + (unit ? 16 : 34), size, ink: 'ink3', align })
    if (unit) sheet.text(unit, { x, y: y + 34, size: Math.min(13, size), ink: 'ink3', align })
  })
}

/** Levels with their figures, rows of that height; no name and no cell runs into another. Returns its foot. */
export function table(
  sheet: Sheet,
  top: number,
  input: LayoutInput,
  density: { readonly row: number },
): number {
  const { facts, styles, measure } = input
  let y = heading(sheet, top, [facts.tableTitle, facts.asOf.replace(/^\d{4}年/, '')], measure)
  const edges = edgesOf(input)
  tableHead(sheet, y, { input, edges })
  y += 42
  const size = cellSize(input, edges)
  const nameSize = sizeOfNames(input, { edges, size })
  for (const row of facts.rows) {
    sheet.rule(y, row.total ? 'ink' : 'line', row.total ? 1.5 : 1, COLUMN)
    const weight = row.total ? 700 : 400
    const base = y + density.row * 0.7
    if (!row.total && row.rank >= 0)
      sheet.items.push({
        kind: 'swatch',
        x: COLUMN.x,
        y: base - 14,
        width: 22,
        height: 15,
        style: row.rank > 0 ? (styles[row.level] ?? null) : null,
      })
    const { indent, room } = roomOfName(row, { edges, size, measure })
    const isOne = measure(row.name, nameSize, weight) <= room
    const name = isOne
      ? { lines: [row.name], size: nameSize }
      : linesFor(row.name, room, { size: 13, least: 8, weight, most: 2 }, measure)
    name.lines.forEach((line, at) =>
      sheet.text(line, {
        x: COLUMN.x + indent,
        y: name.lines.length === 1 ? base : base - 6 + at * 13,
        size: name.size,
        weight,
      }),
    )
    row.cells.forEach((cell, index) =>
      sheet.text(cell, { x: COLUMN.x + edges[index]!, y: base, size, weight, align: 'right' }),
    )
    y += density.row
  }
  return y
}
