import type { ListName } from '#geo'
import type { LogEvent, SourceFile } from '../events'
import { cellAt, sameCell } from '../rows/cells'
import type { Cell, ColumnBlock } from '../rows/columns'
import type { LiveRows } from '../rows/live-rows'

export type Bringing = LogEvent & { readonly file: SourceFile }

/** A cell as a file brought it. */
export interface BroughtCell {
  readonly event: Bringing
  readonly row: number
  readonly value: Cell
}

type Fields = Map<string, BroughtCell[]>

/**
 * Rows that files of two machines brought with other cells, told while the log is read. An import holds only rows that its
 * log did not: one that stands already was brought by a machine that knew nothing of it.
 */
export class BroughtRows {
  readonly #events = new Map<ColumnBlock, Bringing>()
  readonly #devices = new Map<ListName, Set<string>>()
  readonly #clashes = new Map<ListName, Map<string, Fields>>()

  /** Before the rows are taken. */
  bring(
    event: Bringing,
    block: ColumnBlock,
    {
      list,
      rows,
      mode,
    }: { readonly list: ListName; readonly rows: LiveRows; readonly mode: 'add' | 'revise' },
  ): void {
    if (mode === 'revise') this.#settle(list, block)
    else if (this.#hasOthers(list, event.device)) this.#compare(event, block, { list, rows })
    this.#events.set(block, event)
    const devices = this.#devices.get(list) ?? new Set()
    this.#devices.set(list, devices.add(event.device))
  }

  /** A list that begins anew. */
  clear(list: ListName): void {
    this.#clashes.delete(list)
    this.#devices.delete(list)
  }

  /** What brought the rows of a block; null where a person entered them. */
  eventOf(block: ColumnBlock): Bringing | null {
    return this.#events.get(block) ?? null
  }

  *read(): Generator<{
    readonly list: ListName
    readonly row: string
    readonly field: string
    readonly cells: readonly BroughtCell[]
  }> {
    for (const [list, byRow] of this.#clashes)
      for (const [row, fields] of byRow)
        for (const [field, cells] of fields) yield { list, row, field, cells }
  }

  #hasOthers(list: ListName, device: string): boolean {
    return [...(this.#devices.get(list) ?? [])].some((one) => one !== device)
  }

  /** Whoever revised a row saw what stood there. */
  #settle(list: ListName, block: ColumnBlock): void {
    const byRow = this.#clashes.get(list)
    if (byRow) for (const id of block.ids) byRow.delete(id)
  }

  #compare(
    event: Bringing,
    block: ColumnBlock,
    { list, rows }: { readonly list: ListName; readonly rows: LiveRows },
  ): void {
    for (const [at, id] of block.ids.entries()) {
      const standing = rows.find(id)
      const before = standing && this.eventOf(standing.block)
      if (!standing || !before || before.device === event.device) continue
      for (const field of fieldsOf(standing.block, block)) {
        const old = cellAt(standing.block.columns[field], standing.row)
        const value = cellAt(block.columns[field], at)
        if (old === null || sameCell(old, value)) continue
        this.#note({ list, row: id, field }, [
          { event: before, row: standing.block.rows[standing.row]!, value: old },
          { event, row: block.rows[at]!, value },
        ])
      }
    }
  }

  #note(
    { list, row, field }: { readonly list: ListName; readonly row: string; readonly field: string },
    cells: readonly BroughtCell[],
  ): void {
    const byRow = this.#clashes.get(list) ?? new Map<string, Fields>()
    this.#clashes.set(list, byRow)
    const fields: Fields = byRow.get(row) ?? new Map()
    byRow.set(row, fields)
    const held = fields.get(field) ?? []
    const known = new Set(held.map(({ event }) => event.id))
    fields.set(field, [...held, ...cells.filter(({ event }) => !known.has(event.id))])
  }
}

const fieldsOf = (one: ColumnBlock, other: ColumnBlock): ReadonlySet<string> =>
  new Set([...Object.keys(one.columns), ...Object.keys(other.columns)].filter((name) => name !== 'knownAt'))
