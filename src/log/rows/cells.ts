import type { Line, Moment, Shape } from '#geo'
import type { FieldType } from '../../records/field'
import type { Cell, Column } from './columns'

type ColumnType = Column['type']

/** How a field is kept in a block. */
export function columnTypeOf(field: FieldType): ColumnType {
  switch (field) {
    case 'text':
    case 'list':
    case 'day':
    case 'report':
      return 'text'
    case 'moment':
      return 'moment'
    case 'count':
    case 'number':
    case 'lon':
    case 'lat':
      return 'number'
    case 'flag':
      return 'flag'
    case 'shape':
    case 'line':
    case 'point':
      return 'geometry'
  }
}

export const isMomentCell = (cell: Cell): cell is Moment =>
  typeof cell === 'object' && cell !== null && 'isDay' in cell
const polygonsOf = (cell: Cell): Shape => {
  if (cell instanceof Float64Array) return [[cell]]
  return Array.isArray(cell) ? (cell as Shape) : []
}

function textColumn(cells: readonly Cell[]): Column {
  const codes = new Int32Array(cells.length)
  const values: string[] = []
  const codeOf = new Map<string, number>()
  cells.forEach((cell, r) => {
    if (cell === null || cell === '') {
      codes[r] = -1
      return
    }
    const text = String(cell)
    let code = codeOf.get(text)
    if (code === undefined) codeOf.set(text, (code = values.push(text) - 1))
    codes[r] = code
  })
  return { type: 'text', codes, values }
}

function momentColumn(cells: readonly Cell[]): Column {
  const at = new Float64Array(cells.length).fill(Number.NaN)
  const isDay = new Uint8Array(cells.length)
  cells.forEach((cell, r) => {
    if (!isMomentCell(cell)) return
    at[r] = cell.at
    isDay[r] = cell.isDay ? 1 : 0
  })
  return { type: 'moment', at, isDay }
}

function geometryColumn(cells: readonly Cell[]): Column {
  const shapes = cells.map(polygonsOf)
  const polygons = shapes.flat()
  const rings = polygons.flat()
  const coordinates = new Float64Array(rings.reduce((sum, ring) => sum + ring.length, 0))
  const ringStarts = new Uint32Array(rings.length + 1)
  let vertex = 0
  rings.forEach((ring, i) => {
    coordinates.set(ring, vertex * 2)
    ringStarts[i + 1] = vertex += ring.length / 2
  })
  return {
    type: 'geometry',
    coordinates,
    ringStarts,
    polygonStarts: startsOf(polygons.map((polygon) => polygon.length)),
    rowStarts: startsOf(shapes.map((shape) => shape.length)),
  }
}

/** 0 and the running sums of the sizes. */
export function startsOf(sizes: readonly number[]): Uint32Array {
  const starts = new Uint32Array(sizes.length + 1)
  sizes.forEach((size, i) => {
    starts[i + 1] = starts[i]! + size
  })
  return starts
}

function bytesColumn(cells: readonly Cell[]): Column {
  const parts = cells.map((cell) => (cell instanceof Uint8Array ? cell : new Uint8Array(0)))
  const starts = startsOf(parts.map((part) => part.length))
  const bytes = new Uint8Array(starts[parts.length]!)
  parts.forEach((part, r) => {
    bytes.set(part, starts[r]!)
  })
  return { type: 'bytes', bytes, starts }
}

/** A column of that type from one cell a row. A cell of another type is kept as empty. */
export function columnOf(type: ColumnType, cells: readonly Cell[]): Column {
  switch (type) {
    case 'text':
      return textColumn(cells)
    case 'moment':
      return momentColumn(cells)
    case 'number':
      return {
        type,
        values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN)),
      }
    case 'flag':
      return {
        type,
        values: Int8Array.from(cells, (cell) => (typeof cell === 'boolean' ? Number(cell) : -1)),
      }
    case 'bytes':
      return bytesColumn(cells)
    case 'geometry':
      return geometryColumn(cells)
  }
}

/** The polygons of one row of a geometry column, as views into its coordinates; null without any. */
export function shapeAt(column: Extract<Column, { type: 'geometry' }>, row: number): Shape | null {
  const polygons: Line[][] = []
  for (let p = column.rowStarts[row]!; p < column.rowStarts[row + 1]!; p += 1) {
    const rings: Line[] = []
    for (let g = column.polygonStarts[p]!; g < column.polygonStarts[p + 1]!; g += 1)
      rings.push(column.coordinates.subarray(column.ringStarts[g]! * 2, column.ringStarts[g + 1]! * 2))
    polygons.push(rings)
  }
  return polygons.length > 0 ? polygons : null
}

/** The value of one row of a column; null where it is empty or there is no such column. */
export function cellAt(column: Column | undefined, row: number): Cell {
  switch (column?.type) {
    case undefined:
      return null
    case 'text':
      return column.values[column.codes[row]!] ?? null
    case 'moment': {
      const at = column.at[row]!
      return Number.isNaN(at) ? null : { at, isDay: column.isDay[row] === 1 }
    }
    case 'number': {
      const value = column.values[row]!
      return Number.isNaN(value) ? null : value
    }
    case 'flag':
      return column.values[row]! < 0 ? null : column.values[row] === 1
    case 'bytes':
      return column.bytes.subarray(column.starts[row]!, column.starts[row + 1]!)
    case 'geometry':
      return shapeAt(column, row)
  }
}

/** True when two cells say the same; coordinates are compared number by number. */
export function sameCell(a: Cell, b: Cell): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  if (isMomentCell(a)) return isMomentCell(b) && a.at === b.at && a.isDay === b.isDay
  if (a instanceof Float64Array || a instanceof Uint8Array) return sameNumbers(a, b as ArrayLike<number>)
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
  return a.every((part, i) => sameCell(part as Cell, b[i] as Cell))
}

function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false
  return true
}
