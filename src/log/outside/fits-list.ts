import { KINDS } from '../../records/records'
import { columnTypeOf } from '../rows/cells'
import type { Column, ColumnBlock } from '../rows/columns'
import { END_OF_TIME } from './records'

/** Fewest vertices of a ring or a line of each kind of geometry. */
const VERTICES = { shape: 3, line: 2, point: 1 }

type Geometry = Extract<Column, { type: 'geometry' }>

const known = new WeakMap<ColumnBlock, Map<string, boolean>>()

/** Is the block one of that list: its columns of the list's types, its times on a clock, its positions on Earth? */
export function fitsList(block: ColumnBlock, list: string): boolean {
  const answers = known.get(block) ?? new Map<string, boolean>()
  known.set(block, answers)
  const kept = answers.get(list)
  if (kept !== undefined) return kept
  const fits = looksLike(block, list)
  answers.set(list, fits)
  return fits
}

function looksLike({ list: own, length, columns, rows, ids }: ColumnBlock, list: string): boolean {
  const kind = KINDS.find((one) => one.list === list)
  if (!kind || own !== list || rows.length !== length || ids.length !== length) return false
  if (columns.knownAt && !isColumn(columns.knownAt, 'moment', length)) return false
  return kind.fields.every(({ name, type }) => {
    const column = columns[name]
    if (!column) return true
    if (!isColumn(column, columnTypeOf(type), length)) return false
    if (column.type !== 'geometry') return type !== 'lat' || within(column, 90)
    return isOnEarth(column, VERTICES[type as keyof typeof VERTICES])
  })
}

function isColumn(column: Column, type: Column['type'], length: number): boolean {
  if (column.type !== type) return false
  switch (column.type) {
    case 'text':
      return column.codes.length === length
    case 'moment':
      return column.at.length === length && column.at.every((at) => !(Math.abs(at) > END_OF_TIME))
    case 'number':
    case 'flag':
      return column.values.length === length
    case 'bytes':
      return column.starts.length === length + 1
    case 'geometry':
      return column.rowStarts.length === length + 1
  }
}

const within = (column: Column, most: number): boolean =>
  column.type !== 'number' || column.values.every((value) => !(Math.abs(value) > most))

/** A polygon without a ring, a ring of too few vertices or a vertex off the globe is no geometry. */
function isOnEarth({ coordinates, ringStarts, polygonStarts }: Geometry, fewest: number): boolean {
  for (let p = 0; p + 1 < polygonStarts.length; p += 1)
    if (polygonStarts[p] === polygonStarts[p + 1]) return false
  for (let r = 0; r + 1 < ringStarts.length; r += 1)
    if (ringStarts[r + 1]! - ringStarts[r]! < fewest) return false
  for (let i = 0; i < coordinates.length; i += 2)
    if (!(Math.abs(coordinates[i]!) <= 540 && Math.abs(coordinates[i + 1]!) <= 90)) return false
  return true
}
