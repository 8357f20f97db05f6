import type { Instant } from '#geo'
import type { RowAt, Value } from '../events'
import { cellAt, sameCell } from './cells'
import type { Cell, Column, ColumnBlock } from './columns'

/** Rows of one import as they stand in a list: which file, and since when they are known. */
export interface Segment {
  readonly block: ColumnBlock
  readonly file: string
  /** SHA-256 of the block's text: what it is stored under */
  readonly hash: string | null
  /** ms; what holds for rows without `knownAt` of their own; NaN = from the beginning */
  readonly learnedAt: number
}

/** A value that a person set, and what the row had brought then. */
interface Corrected {
  readonly value: Value
  readonly over: Cell
  /** it holds only until a file brings something else there */
  readonly yields: boolean
}

/**
 * The rows of one list that stand at a `known`, by identity, in the order in which they first came.
 * A later row of the same identity takes the place of the earlier.
 */
export class LiveRows {
  readonly segments: Segment[] = []
  #segmentOf: number[] = []
  #rowOf: number[] = []
  #slotOf = new Map<string, number>()
  #patches = new Map<number, Record<string, Value>>()
  /** what people corrected, by slot: it stands when the row comes again */
  readonly #corrected = new Map<number, Record<string, Corrected>>()
  /** rows that people took away: they stay away when they come again */
  readonly #retracted = new Set<string>()

  get size(): number {
    return this.#slotOf.size
  }

  /** Takes the rows of a segment that are known at `known` (null: all); `mode` revise leaves unknown identities out and returns how many. */
  take(segment: Segment, { known, mode }: { known: Instant | null; mode: 'add' | 'revise' }): number {
    const number = this.segments.push(segment) - 1
    const ownKnownAt = segment.block.columns.knownAt
    let strangers = 0
    for (let r = 0; r < segment.block.length; r += 1) {
      if (known !== null && !(knownAtOf(segment, ownKnownAt, r) <= known)) continue
      const id = segment.block.ids[r]!
      if (this.#retracted.has(id)) continue
      const slot = this.#slotOf.get(id)
      if (slot !== undefined) {
        this.#segmentOf[slot] = number
        this.#rowOf[slot] = r
        this.#lapse(slot)
      } else if (mode === 'add') {
        this.#slotOf.set(id, this.#rowOf.push(r) - 1)
        this.#segmentOf.push(number)
      } else strangers += 1
    }
    return strangers
  }

  /** Sets fields of a row until it comes again. False where no row of that identity stands. */
  patch(id: string, set: Readonly<Record<string, Value>>): boolean {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return false
    this.#patches.set(slot, { ...this.#patches.get(slot), ...set })
    return true
  }

  /**
   * Sets fields of a row for good, field by field, also where it comes again; what yields only until a file brings
   * something else there. False where no row of that identity stands.
   */
  correct(id: string, set: Readonly<Record<string, Value>>, { yields = false } = {}): boolean {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return false
    const told = Object.entries(set).map(([name, value]) => [
      name,
      { value, over: this.#brought(slot, name), yields },
    ])
    this.#corrected.set(slot, { ...this.#corrected.get(slot), ...Object.fromEntries(told) })
    return this.patch(id, set)
  }

  /**
   * Takes a row away. What a file brought stays away when a file brings it again, until a person enters it; what only a
   * person entered may still come with a file. False where no row of that identity stands.
   */
  retract(id: string): boolean {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return false
    this.#slotOf.delete(id)
    if (this.segments.some(({ hash, block }) => hash !== null && block.ids.includes(id)))
      this.#retracted.add(id)
    return true
  }

  /** A person says the row anew: it may stand again though it was taken away, and what was corrected before is settled by it. */
  admit(id: string): void {
    this.#retracted.delete(id)
    const slot = this.#slotOf.get(id)
    if (slot !== undefined) this.#corrected.delete(slot)
  }

  clear(): void {
    this.#slotOf.clear()
    this.#patches.clear()
    this.#corrected.clear()
    this.#retracted.clear()
  }

  /** What was said of a row lapses when it comes again, but for what a person corrected. */
  #lapse(slot: number): void {
    const corrected = this.#corrected.get(slot)
    if (!corrected) this.#patches.delete(slot)
    else
      this.#patches.set(
        slot,
        Object.fromEntries(
          Object.entries(corrected)
            .filter(([name, { over, yields }]) => !yields || sameCell(this.#brought(slot, name), over))
            .map(([name, { value }]) => [name, value]),
        ),
      )
  }

  #brought(slot: number, name: string): Cell {
    return cellAt(this.segments[this.#segmentOf[slot]!]!.block.columns[name], this.#rowOf[slot]!)
  }

  /** The value of a field as it stands; null where it has none, or the row does not stand. */
  valueOf(id: string, name: string): Cell {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return null
    const patched = this.#patches.get(slot)?.[name]
    return patched === undefined ? this.#brought(slot, name) : patched
  }

  /** What the row brings now in a corrected field where that is not what was corrected; undefined where nothing differs. */
  broughtSince(id: string, name: string): Cell | undefined {
    const slot = this.#slotOf.get(id)
    const corrected = slot === undefined ? undefined : this.#corrected.get(slot)?.[name]
    if (!corrected) return undefined
    const now = this.#brought(slot!, name)
    return sameCell(now, corrected.over) ? undefined : now
  }

  /** Where the row of that identity stands; null where none does. */
  find(id: string): { readonly block: ColumnBlock; readonly row: number } | null {
    const slot = this.#slotOf.get(id)
    return slot === undefined
      ? null
      : { block: this.segments[this.#segmentOf[slot]!]!.block, row: this.#rowOf[slot]! }
  }

  /** Whether the row of that identity has a value in the field, as it was brought or corrected. */
  has(id: string, name: string): boolean {
    return this.valueOf(id, name) !== null
  }

  /** Identity of the row that stands under that number of a file; null where none does, or several of one name do. */
  idAt({ file, row, segment: hash = null }: RowAt): string | null {
    const found: string[] = []
    for (const [id, slot] of this.#slotOf) {
      const segment = this.segments[this.#segmentOf[slot]!]!
      if (segment.file !== file || segment.block.rows[this.#rowOf[slot]!] !== row) continue
      if (hash === null || segment.hash === hash) found.push(id)
    }
    return found.length === 1 ? found[0]! : null
  }

  /** Where the row of that identity stands; null where none does. */
  placeOf(id: string): Required<RowAt> | null {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return null
    const { file, block, hash } = this.segments[this.#segmentOf[slot]!]!
    return { file, row: block.rows[this.#rowOf[slot]!]!, segment: hash }
  }

  ids(): IterableIterator<string> {
    return this.#slotOf.keys()
  }

  /** The one segment whose rows all stand unchanged and in order, if there is just that: its columns can be used as they are. */
  whole(): Segment | null {
    const only = this.segments.length === 1 ? this.segments[0]! : null
    return only && this.#patches.size === 0 && this.#slotOf.size === only.block.length ? only : null
  }

  /** Every standing row. The same object is handed out each time, moved on: read it, do not keep it. */
  *[Symbol.iterator](): Generator<RowView> {
    const view = new RowView()
    for (const slot of this.#slotOf.values()) {
      view.segment = this.segments[this.#segmentOf[slot]!]!
      view.position = this.#rowOf[slot]!
      view.patch = this.#patches.get(slot) ?? null
      yield view
    }
  }
}

function knownAtOf(segment: Segment, own: Column | undefined, row: number): number {
  const cell = cellAt(own, row)
  if (cell !== null && typeof cell === 'object' && 'isDay' in cell) return cell.at
  return Number.isNaN(segment.learnedAt) ? Number.NEGATIVE_INFINITY : segment.learnedAt
}

/** One standing row: a cell by field name, with corrections laid over it. */
export class RowView {
  segment!: Segment
  position = 0
  patch: Readonly<Record<string, Value>> | null = null

  /** The corrected value of the field, undefined where it was not corrected. */
  corrected(name: string): Value | undefined {
    return this.patch?.[name]
  }

  /** The value the import brought. */
  brought(name: string): Cell {
    return cellAt(this.segment.block.columns[name], this.position)
  }

  get row(): number {
    return this.segment.block.rows[this.position]!
  }

  /** ms; NaN where nothing says when it was learned. */
  get knownAt(): number {
    const own = this.brought('knownAt')
    return own !== null && typeof own === 'object' && 'isDay' in own ? own.at : this.segment.learnedAt
  }
}
