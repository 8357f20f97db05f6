import type { Moment } from '#geo'
import { columnOf, isMomentCell } from './cells'
import type { Cell, Column } from './columns'

/** A column while its cells come in, one a row. */
export interface ColumnBuilder {
  add(cell: Cell): void
  /** nothing more is added */
  close(): void
  at(row: number): Cell
  /** true while no cell said anything */
  readonly isEmpty: boolean
  /** of a column of texts, each that stands in it */
  readonly texts?: readonly string[]
  /** the column of these rows, or of all */
  column(rows?: ArrayLike<number>): Column
}

/** A column of that type, its first `rows` cells empty. */
export function columnBuilder(type: Column['type'], rows: number): ColumnBuilder {
  switch (type) {
    case 'text':
      return new TextBuilder(rows)
    case 'moment':
      return new MomentBuilder(rows)
    case 'number':
      return new NumberBuilder(rows)
    default:
      return new CellBuilder(type, rows)
  }
}

/** Room for twice as many where it is full. */
function withRoom<Numbers extends Int32Array | Float64Array | Uint8Array>(
  numbers: Numbers,
  at: number,
): Numbers {
  if (at < numbers.length) return numbers
  const larger = new (numbers.constructor as new (length: number) => Numbers)(2 * at + 64)
  larger.set(numbers)
  return larger
}

const CUT = 13

/** The text on its own: one cut out of a file keeps the whole file in memory; a short one is a copy already. */
export const detached = (text: string): string =>
  text.length < CUT ? text : JSON.parse(JSON.stringify(text))

class TextBuilder implements ColumnBuilder {
  #codes = new Int32Array(64)
  #length = 0
  readonly #values: string[] = []
  readonly #codeOf = new Map<string, number>()

  constructor(rows: number) {
    for (let row = 0; row < rows; row++) this.add(null)
  }

  get isEmpty(): boolean {
    return this.#values.length === 0
  }

  get texts(): readonly string[] {
    return this.#values
  }

  add(cell: Cell): void {
    this.#codes = withRoom(this.#codes, this.#length)
    this.#codes[this.#length++] = cell === null || cell === '' ? -1 : this.#codeFor(String(cell))
  }

  #codeFor(text: string): number {
    let code = this.#codeOf.get(text)
    if (code === undefined) {
      const own = detached(text)
      this.#codeOf.set(own, (code = this.#values.push(own) - 1))
    }
    return code
  }

  close(): void {
    this.#codes = this.#codes.slice(0, this.#length)
    this.#codeOf.clear()
  }

  at(row: number): Cell {
    return this.#values[this.#codes[row]!] ?? null
  }

  column(rows?: ArrayLike<number>): Column {
    this.close()
    if (!rows) return { type: 'text', codes: this.#codes, values: this.#values }
    const codes = new Int32Array(rows.length)
    const values: string[] = []
    const codeOf = new Map<number, number>()
    for (let at = 0; at < rows.length; at++) {
      const old = this.#codes[rows[at]!]!
      if (old >= 0 && !codeOf.has(old)) codeOf.set(old, values.push(this.#values[old]!) - 1)
      codes[at] = codeOf.get(old) ?? -1
    }
    return { type: 'text', codes, values }
  }
}

class MomentBuilder implements ColumnBuilder {
  #at = new Float64Array(64)
  #isDay = new Uint8Array(64)
  #length = 0
  isEmpty = true

  constructor(rows: number) {
    for (let row = 0; row < rows; row++) this.add(null)
  }

  add(cell: Cell): void {
    this.#at = withRoom(this.#at, this.#length)
    this.#isDay = withRoom(this.#isDay, this.#length)
    const moment = isMomentCell(cell) ? cell : null
    if (cell !== null && cell !== '') this.isEmpty = false
    this.#at[this.#length] = moment ? moment.at : Number.NaN
    this.#isDay[this.#length++] = moment?.isDay ? 1 : 0
  }

  close(): void {
    this.#at = this.#at.slice(0, this.#length)
    this.#isDay = this.#isDay.slice(0, this.#length)
  }

  at(row: number): Moment | null {
    const at = this.#at[row]!
    return Number.isNaN(at) ? null : { at, isDay: this.#isDay[row] === 1 }
  }

  column(rows?: ArrayLike<number>): Column {
    this.close()
    if (!rows) return { type: 'moment', at: this.#at, isDay: this.#isDay }
    return {
      type: 'moment',
      at: Float64Array.from(rows, (row) => this.#at[row]!),
      isDay: Uint8Array.from(rows, (row) => this.#isDay[row]!),
    }
  }
}

class NumberBuilder implements ColumnBuilder {
  #values = new Float64Array(64)
  #length = 0
  isEmpty = true

  constructor(rows: number) {
    for (let row = 0; row < rows; row++) this.add(null)
  }

  add(cell: Cell): void {
    this.#values = withRoom(this.#values, this.#length)
    if (cell !== null && cell !== '') this.isEmpty = false
    this.#values[this.#length++] = typeof cell === 'number' ? cell : Number.NaN
  }

  close(): void {
    this.#values = this.#values.slice(0, this.#length)
  }

  at(row: number): Cell {
    const value = this.#values[row]!
    return Number.isNaN(value) ? null : value
  }

  column(rows?: ArrayLike<number>): Column {
    this.close()
    if (!rows) return { type: 'number', values: this.#values }
    return { type: 'number', values: Float64Array.from(rows, (row) => this.#values[row]!) }
  }
}

/** Flags, ground and bytes, kept as they come. */
class CellBuilder implements ColumnBuilder {
  readonly #cells: Cell[] = []
  isEmpty = true

  constructor(
    private readonly type: Column['type'],
    rows: number,
  ) {
    for (let row = 0; row < rows; row++) this.#cells.push(null)
  }

  add(cell: Cell): void {
    if (cell !== null && cell !== '') this.isEmpty = false
    this.#cells.push(cell)
  }

  close(): void {}

  at(row: number): Cell {
    return this.#cells[row] ?? null
  }

  column(rows?: ArrayLike<number>): Column {
    return columnOf(this.type, rows ? Array.from(rows, (row) => this.at(row)) : this.#cells)
  }
}
