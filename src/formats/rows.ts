import type { RawRow, Rows } from './table'

/** Rows of which none is kept. */
class RowsAnew implements Rows {
  constructor(
    readonly length: number,
    private readonly read: (index: number) => RawRow,
  ) {}

  at(index: number): RawRow | undefined {
    const at = index < 0 ? this.length + index : index
    return at >= 0 && at < this.length ? this.read(at) : undefined
  }

  *[Symbol.iterator](): Generator<RawRow> {
    for (let at = 0; at < this.length; at++) yield this.read(at)
  }

  map<Made>(make: (row: RawRow, index: number) => Made): Made[] {
    return Array.from({ length: this.length }, (_, at) => make(this.read(at), at))
  }

  flatMap<Made>(make: (row: RawRow, index: number) => Made | readonly Made[]): Made[] {
    const all: Made[] = []
    for (let at = 0; at < this.length; at++)
      for (const made of [make(this.read(at), at)].flat()) all.push(made as Made)
    return all
  }

  filter(fits: (row: RawRow, index: number) => boolean): RawRow[] {
    return this.flatMap((row, at) => (fits(row, at) ? [row] : []))
  }

  some(fits: (row: RawRow, index: number) => boolean): boolean {
    for (let at = 0; at < this.length; at++) if (fits(this.read(at), at)) return true
    return false
  }

  slice(from = 0, to = this.length): RawRow[] {
    const end = Math.min(to, this.length)
    return Array.from({ length: Math.max(0, end - from) }, (_, i) => this.read(from + i))
  }
}

/** Rows that are read one by one, whenever they are asked for. */
export const rowsAnew = (length: number, read: (index: number) => RawRow): Rows => new RowsAnew(length, read)

/** The rows, each made into another: at once of rows that are kept, else when they are asked for. */
export function eachMade(rows: Rows, make: (row: RawRow) => RawRow): Rows {
  return rows instanceof RowsAnew ? rowsAnew(rows.length, (at) => make(rows.at(at)!)) : rows.map(make)
}

/** rows between two looks */
const STRIDE = 100

/** Rows that look up as they are read, whoever reads them and how often; `look` may throw to end it. Kept ones are at hand. */
export function watched(rows: Rows, look: (() => void) | undefined): Rows {
  if (!look || !(rows instanceof RowsAnew)) return rows
  let read = 0
  return rowsAnew(rows.length, (at) => {
    read += 1
    if (read % STRIDE === 0) look()
    return rows.at(at)!
  })
}

/** Those of the rows that stand at these places. */
export function chosen(rows: Rows, places: readonly number[]): Rows {
  return rows instanceof RowsAnew
    ? rowsAnew(places.length, (at) => rows.at(places[at]!)!)
    : places.map((at) => rows.at(at)!)
}

/** Finds a row by its number, which grows from one to the next. Rows that are read when they are asked for stay unread. */
export function rowsByNumber(rows: Rows): (row: number) => RawRow | undefined {
  if (!(rows instanceof RowsAnew)) {
    const byNumber = new Map(rows.map((raw) => [raw.row, raw]))
    return (row) => byNumber.get(row)
  }
  return (row) => {
    let [low, high] = [0, rows.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (rows.at(middle)!.row < row) low = middle + 1
      else high = middle
    }
    const found = rows.at(low)
    return found?.row === row ? found : undefined
  }
}
