/** A column of text and its cells, one a row. */
export interface MadeColumn {
  readonly name: Uint8Array
  readonly cells: readonly Uint8Array[]
}

type Square = readonly [west: number, south: number, east: number, north: number]

/** A `.shp` of squares, each one polygon, as the published description has it. */
export function madeShp(squares: readonly Square[]): Uint8Array {
  const record = 8 + 4 + 32 + 8 + 4 + 5 * 16
  const bytes = new Uint8Array(100 + squares.length * record)
  const view = new DataView(bytes.buffer)
  view.setInt32(0, 9994)
  view.setInt32(24, bytes.length / 2)
  view.setInt32(28, 1000, true)
  view.setInt32(32, 5, true)
  for (const [i, [west, south, east, north]] of squares.entries()) {
    let at = 100 + i * record
    view.setInt32(at, i + 1)
    view.setInt32(at + 4, (record - 8) / 2)
    at += 8
    view.setInt32(at, 5, true)
    for (const [n, value] of [west, south, east, north].entries())
      view.setFloat64(at + 4 + 8 * n, value, true)
    view.setInt32(at + 36, 1, true)
    view.setInt32(at + 40, 5, true)
    view.setInt32(at + 44, 0, true)
    const ring = [west, south, west, north, east, north, east, south, west, south]
    for (const [n, value] of ring.entries()) view.setFloat64(at + 48 + 8 * n, value, true)
  }
  return bytes
}

const WIDTH = 60

/** A `.dbf` of text columns. */
export function madeDbf(columns: readonly MadeColumn[], driver = 0): Uint8Array {
  const rows = columns[0]?.cells.length ?? 0
  const [head, record] = [32 + 32 * columns.length + 1, 1 + WIDTH * columns.length]
  const bytes = new Uint8Array(head + rows * record + 1).fill(0x20, head)
  const view = new DataView(bytes.buffer)
  bytes[0] = 3
  view.setUint32(4, rows, true)
  view.setUint16(8, head, true)
  view.setUint16(10, record, true)
  bytes[29] = driver
  for (const [i, { name, cells }] of columns.entries()) {
    bytes.set(name.subarray(0, 10), 32 + 32 * i)
    bytes[32 + 32 * i + 11] = 'C'.charCodeAt(0)
    bytes[32 + 32 * i + 16] = WIDTH
    for (const [row, cell] of cells.entries())
      bytes.set(cell.subarray(0, WIDTH), head + row * record + 1 + WIDTH * i)
  }
  bytes[head - 1] = 0x0d
  bytes[bytes.length - 1] = 0x1a
  return bytes
}
