import type { Kind } from '../../records/records'
import { contentHash, ownIdentity } from '../identity/identity'
import { columnTypeOf } from './cells'
import { type ColumnBuilder, columnBuilder } from './column-builder'
import type { Cell, Column, ColumnBlock, SourceRow } from './columns'

/**
 * The rows of one file as columns while they come in: each row is taken apart at once, and put together again only for
 * who asks. Fields of the kind are kept in their own type, `knownAt` as a time, any other column as text. A field that is
 * empty in every row gets no column; a column the kind does not know (an item of a report) stays even when it is empty,
 * because an empty item is *missing*, not absent.
 */
export class BlockBuilder implements Iterable<SourceRow> {
  readonly #types: ReadonlyMap<string, Column['type']>
  readonly #columns = new Map<string, ColumnBuilder>()
  readonly #numbers: number[] = []
  readonly #identities: string[] = []
  /** where the rows that are kept stand; null while that is all of them */
  #kept: number[] | null = null

  constructor(private readonly kind: Kind) {
    const fields = kind.fields.map(({ name, type }) => [name, columnTypeOf(type)] as const)
    this.#types = new Map([...fields, ['knownAt', 'moment']])
  }

  get length(): number {
    return this.#kept?.length ?? this.#numbers.length
  }

  add({ row, values }: SourceRow): void {
    const at = this.#numbers.push(row) - 1
    this.#identities.push(
      ownIdentity(this.kind, (name) => values[name] ?? null) ?? contentHash(this.kind.list, values),
    )
    for (const name in values) {
      const cell = values[name] ?? null
      if (this.#columns.has(name) || (this.#types.has(name) && (cell === null || cell === ''))) continue
      this.#columns.set(name, columnBuilder(this.#types.get(name) ?? 'text', at))
    }
    for (const [name, column] of this.#columns) column.add(values[name] ?? null)
  }

  /** Nothing more is added: what only adding needs is dropped. */
  close(): void {
    for (const column of this.#columns.values()) column.close()
  }

  /** Keeps the rows that fit, in their order; each is asked for by where it stands. */
  keep(fits: (index: number) => boolean): void {
    const before = this.length
    const kept: number[] = []
    for (let at = 0; at < before; at++) if (fits(at)) kept.push(this.#placeOf(at))
    if (kept.length < before) this.#kept = kept
  }

  /** Every text that stands in the column, and may be some of rows that are not kept; null where it holds no texts. */
  textsIn(name: string): readonly string[] | null {
    return this.#columns.get(name)?.texts ?? null
  }

  /** The row that stands there among those that are kept; a cell that is empty is left out. */
  at(index: number): SourceRow {
    const place = this.#placeOf(index)
    const values: Record<string, Cell> = {}
    for (const [name, column] of this.#columns) {
      const cell = column.at(place)
      if (cell !== null) values[name] = cell
    }
    return { row: this.#numbers[place]!, values }
  }

  /** One cell of it. */
  cellAt(index: number, name: string): Cell {
    return this.#columns.get(name)?.at(this.#placeOf(index)) ?? null
  }

  rowAt(index: number): number {
    return this.#numbers[this.#placeOf(index)]!
  }

  *[Symbol.iterator](): Generator<SourceRow> {
    for (let at = 0; at < this.length; at++) yield this.at(at)
  }

  map<Made>(make: (row: SourceRow) => Made): Made[] {
    return Array.from({ length: this.length }, (_, at) => make(this.at(at)))
  }

  flatMap<Made>(make: (row: SourceRow) => Made | readonly Made[]): Made[] {
    const all: Made[] = []
    for (const row of this) for (const made of [make(row)].flat()) all.push(made as Made)
    return all
  }

  block(): ColumnBlock {
    const rows = this.#kept ?? undefined
    const columns: Record<string, Column> = {}
    const others = [...this.#columns.keys()].filter((name) => !this.#types.has(name))
    for (const name of [...this.#types.keys(), ...others]) {
      const builder = this.#columns.get(name)
      if (!builder || (this.#types.has(name) && this.#isEmpty(builder))) continue
      columns[name] = builder.column(rows)
    }
    const places = this.#kept ?? this.#numbers.keys()
    const ids: string[] = []
    for (const place of places) ids.push(this.#identities[place]!)
    return Object.freeze({
      list: this.kind.list,
      length: this.length,
      columns: Object.freeze(columns),
      rows: Uint32Array.from({ length: this.length }, (_, at) => this.rowAt(at)),
      ids: told(ids),
    })
  }

  #isEmpty(column: ColumnBuilder): boolean {
    if (column.isEmpty || !this.#kept) return column.isEmpty
    return this.#kept.every((place) => (column.at(place) ?? '') === '')
  }

  #placeOf(index: number): number {
    return this.#kept ? this.#kept[index]! : index
  }
}

/** The n-th row of a file with the same identity gets `#n`, so that equal rows stay several. */
function told(ids: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return ids.map((id) => {
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    return count === 1 ? id : `${id}#${count}`
  })
}
