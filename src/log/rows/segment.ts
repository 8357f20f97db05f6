import type { Moment, Shape } from '#geo'
import { digestOf } from '../digest'
import { cellAt, columnOf } from './cells'
import type { Cell, Column, ColumnBlock } from './columns'

interface Header {
  readonly format: 'cordon-segment/1'
  readonly list: string
  readonly rows: number
  readonly columns: readonly (readonly [name: string, type: Column['type']])[]
}

/** Lines (each ending in a line feed) of `segments/<hash>.ndjson`: a header, then `[id, row, cell, …]` a row. */
export function* segmentLines(block: ColumnBlock): Generator<string> {
  const names = Object.keys(block.columns).sort()
  const header: Header = {
    format: 'cordon-segment/1',
    list: block.list,
    rows: block.length,
    columns: names.map((name) => [name, block.columns[name]!.type] as const),
  }
  yield `${JSON.stringify(header)}\n`
  for (let r = 0; r < block.length; r += 1) {
    const cells = names.map((name) => written(cellAt(block.columns[name], r)))
    yield `${JSON.stringify([block.ids[r], block.rows[r], ...cells])}\n`
  }
}

/** The text of `segments/<hash>.ndjson`. */
export function blockToNdjson(block: ColumnBlock): string {
  return [...segmentLines(block)].join('')
}

const hashes = new WeakMap<ColumnBlock, string>()

/**
 * SHA-256 of the segment's text: what `sha256sum segments/<hash>.ndjson` prints. Blocks never change: read once. `look` is
 * called now and then and may throw to end it.
 */
export function hashOfBlock(block: ColumnBlock, look?: () => void): string {
  const known = hashes.get(block)
  if (known) return known
  const hash = digestOf(inChunks(segmentLines(block), look))
  hashes.set(block, hash)
  return hash
}

function* inChunks(lines: Iterable<string>, look: () => void = () => {}): Generator<string> {
  let chunk = ''
  for (const line of lines) {
    chunk += line
    if (chunk.length > 65_536) {
      look()
      yield chunk
      chunk = ''
    }
  }
  yield chunk
}

/** Reads a segment's text. Throws RangeError where it is no segment or its rows are not as many as it says. */
export function blockFromNdjson(text: string): ColumnBlock {
  const lines = text.split('\n').filter((line) => line !== '')
  const header = JSON.parse(lines[0] ?? 'null') as Header | null
  if (header?.format !== 'cordon-segment/1') throw new RangeError('not a cordon-segment/1')
  const rows = lines.slice(1).map((line) => JSON.parse(line) as unknown[])
  if (rows.length !== header.rows)
    throw new RangeError(`segment says ${header.rows} rows, got ${rows.length}`)
  const columns: Record<string, Column> = {}
  header.columns.forEach(([name, type], i) => {
    columns[name] = columnOf(
      type,
      rows.map((row) => read(type, row[i + 2])),
    )
  })
  return Object.freeze({
    list: header.list,
    length: rows.length,
    columns: Object.freeze(columns),
    rows: Uint32Array.from(rows, (row) => Number(row[1])),
    ids: rows.map((row) => String(row[0])),
  })
}

/** A day is `[ms]`, an instant `ms`; a geometry is polygons of rings of flat lon, lat; bytes are hex. */
function written(cell: Cell): unknown {
  if (cell === null || typeof cell !== 'object') return cell
  if (cell instanceof Uint8Array)
    return Array.from(cell, (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (cell instanceof Float64Array) return [[Array.from(cell)]]
  if (Array.isArray(cell)) return (cell as Shape).map((polygon) => polygon.map((ring) => Array.from(ring)))
  const { at, isDay } = cell as Moment
  return isDay ? [at] : at
}

function read(type: Column['type'], value: unknown): Cell {
  if (value === null || value === undefined) return null
  switch (type) {
    case 'text':
    case 'number':
    case 'flag':
      return value as Cell
    case 'moment':
      return Array.isArray(value) ? { at: value[0], isDay: true } : { at: value as number, isDay: false }
    case 'bytes':
      return Uint8Array.from((value as string).match(/../g) ?? [], (hex) => Number.parseInt(hex, 16))
    case 'geometry':
      return (value as number[][][]).map((polygon) => polygon.map((ring) => Float64Array.from(ring)))
  }
}
