import { identityFields, type Kind } from '../../records/kind'
import { KINDS } from '../../records/records'
import { cellAt, sameCell } from '../rows/cells'
import type { Cell, ColumnBlock } from '../rows/columns'
import type { LiveRows } from '../rows/live-rows'
import { type At, sameRow } from '../rows/merge'
import { type ComeAgain, comeAgain, type HeldRow } from './come-again'
import { identityText, ownIdentity } from './identity'
import { isLineNumber, lineNumberIn, numbersLines } from './line-numbers'
import type { PlaceMeant } from './person-rows'

/** A row the log holds, under the identity it is stored with. */
export type Held = HeldRow

/** What a row of a file is to the log: the row it was before (null: none), and the identity to store it with. */
export interface Recognised {
  readonly before: Held | null
  readonly isEqual: boolean
  readonly id: string
}

export interface Bringing {
  /** columns that the file says something of; null: all */
  readonly said: ReadonlySet<string> | null
  /** SHA-256 of the file's bytes */
  readonly file: string
  /** SHA-256 of the file that a block of the log came from; null where that is not known */
  readonly fileOf: (block: ColumnBlock) => string | null
  /** the name of that file */
  readonly nameOf: (block: ColumnBlock) => string
  readonly meant: PlaceMeant
  /** lists of which a person said that the file has other people: by file, or all that the log holds */
  readonly apartFrom?: ReadonlySet<string> | 'log'
  /** whether the rows of a block come in the same import: what they say otherwise is a second row, no later one */
  readonly comesAlong?: (block: ColumnBlock) => boolean
}

/** What a file is to the log: its rows, and the lists that it brings again. */
export interface Recognition {
  readonly rows: readonly Recognised[]
  readonly again: Pick<ComeAgain<Held>, 'lists' | 'gone'> & { readonly isApart: boolean }
  /** rows of the lists that come again, as they stood */
  readonly before: readonly Held[]
}

const NO_LIST = { lists: [], gone: [], isApart: false }

/**
 * Which rows of a block the log holds already. A row with an id of its own is the row of that id; one without is an
 * equal row that nobody else of the file is, so that counts of equal rows are compared. What the log holds under a
 * line number, as earlier releases took it, is known by its content too. Of a list of persons that comes again a row
 * that is neither is the closest of those that are left. No row of the log is taken for two.
 */
export function recognise(block: ColumnBlock, rows: LiveRows, bringing: Bringing): Recognition {
  if (rows.size === 0)
    return {
      rows: block.ids.map((id) => ({ before: null, isEqual: false, id })),
      again: NO_LIST,
      before: [],
    }
  const apart = bringing.apartFrom ?? new Set<string>()
  const found = new Recogniser(block, rows, bringing, apart === 'log' ? new Set() : apart).all()
  if (apart !== 'log' || found.again.lists.length === 0) return found
  const others = new Set(found.again.lists.map(({ file }) => file))
  const beside = new Recogniser(block, rows, bringing, others).all()
  return { ...beside, again: { lists: found.again.lists, gone: [], isApart: true } }
}

class Recogniser {
  readonly #kind: Kind | undefined
  /** columns in which rows without an id are compared */
  readonly #content: readonly string[]
  /** those of them that may number the lines */
  readonly #numbering: ReadonlySet<string>
  readonly #byOwn = new Map<string, Held[]>()
  readonly #byPart = new Map<string, Held[]>()
  readonly #byContent = new Map<string, Held[]>()
  readonly #byLine = new Map<string, Held[]>()
  readonly #claimed = new Set<string>()
  readonly #ids: Set<string>
  readonly #held: readonly Held[]

  constructor(
    private readonly block: ColumnBlock,
    rows: LiveRows,
    private readonly bringing: Bringing,
    /** files whose rows are other people */
    others: ReadonlySet<string>,
  ) {
    this.#kind = KINDS.find(({ list }) => list === block.list)
    const fields = this.#kind?.fields.map(({ name }) => name) ?? []
    const brought = [...Object.keys(block.columns), ...(bringing.said ?? [])]
    const names = new Set([...fields, ...brought])
    names.delete('id')
    this.#content = [...names].sort()
    this.#numbering = new Set(this.#content.filter((name) => numbersLines(name) && !fields.includes(name)))
    this.#ids = new Set(rows.ids())
    this.#held = Array.from(this.#ids, (id) => this.#heldAt(rows.find(id)!, id)).filter(
      ({ file }) => !others.has(file),
    )
    for (const held of this.#held) this.#file(held)
  }

  #heldAt(at: At, id: string): Held {
    const { block, row } = at
    return { block, row, id, file: this.bringing.nameOf(block), isNumbered: this.#own(at) !== null }
  }

  /** First whoever is quite equal, then whoever is the same and has changed: a changed row takes no equal one away. */
  all(): Recognition {
    const at = Array.from(this.block.ids, (_, row): At => ({ block: this.block, row }))
    const equal = at.map((one) => this.#equal(one))
    const same = at.map((one, row) => equal[row] ?? this.#changed(one))
    const { lists, persons, gone } = comeAgain(
      at,
      {
        held: this.#held.filter((held) => !this.#comesAlong(held)),
        known: same.map((held) => held?.id ?? null),
      },
      {
        list: this.block.list,
        meant: this.bringing.meant,
        saysNumbers: at.some(({ block, row }) => identityText(cellAt(block.columns.id, row)) !== ''),
      },
    )
    const rows = at.map((one, row): Recognised => {
      const before = same[row] ?? persons.get(row) ?? null
      if (!before) return { before, isEqual: false, id: this.#freeId(this.block.ids[row]!) }
      return { before, isEqual: !!equal[row] || sameRow(before, one, this.bringing.said), id: before.id }
    })
    const again = new Set(lists.map(({ file }) => file))
    const before = this.#held.filter(({ file }) => again.has(file))
    return { rows, again: { lists, gone, isApart: false }, before }
  }

  #file(held: Held): void {
    const own = this.#own(held)
    if (own !== null) {
      put(this.#byOwn, own, held)
      if (this.#kind?.filledLater) put(this.#byPart, this.#part(held), held)
    }
    if (own !== null && !isCounted(cellAt(held.block.columns.id, held.row))) return
    put(this.#byContent, this.#contentOf(held), held)
    put(this.#byLine, `${this.bringing.fileOf(held.block)} ${held.block.rows[held.row]}`, held)
  }

  #equal(at: At): Held | null {
    const own = this.#own(at)
    if (own === null) return this.#claim(this.#byContent.get(this.#contentOf(at)))
    return this.#claim(this.#byOwn.get(own), (held) => sameRow(held, at, this.bringing.said))
  }

  #changed(at: At): Held | null {
    const own = this.#own(at)
    if (own === null) {
      const line = `${this.bringing.file} ${at.block.rows[at.row]}`
      return this.#claim(this.#byLine.get(line), (held) => !this.#comesAlong(held) && this.#agrees(held, at))
    }
    return this.#claim(this.#byOwn.get(own), (held) => !this.#comesAlong(held)) ?? this.#filled(at)
  }

  /** The one row that has the same id and a field of the identity to be filled in, or which this row leaves out. */
  #filled(at: At): Held | null {
    const name = this.#kind?.filledLater
    if (name === undefined) return null
    const isOpen = (one: At): boolean => cellAt(one.block.columns[name], one.row) === null
    const free = (this.#byPart.get(this.#part(at)) ?? []).filter(({ id }) => !this.#claimed.has(id))
    const fitting = isOpen(at) ? free : free.filter(isOpen)
    return fitting.length === 1 ? this.#claim(fitting) : null
  }

  #comesAlong({ block }: Held): boolean {
    return this.bringing.comesAlong?.(block) ?? false
  }

  #claim(candidates: readonly Held[] = [], fits: (held: Held) => boolean = () => true): Held | null {
    const held = candidates.find((one) => !this.#claimed.has(one.id) && fits(one)) ?? null
    if (held) this.#claimed.add(held.id)
    return held
  }

  #own({ block, row }: At): string | null {
    return this.#kind ? ownIdentity(this.#kind, (name) => cellAt(block.columns[name], row)) : block.ids[row]!
  }

  /** The identity without the field that is filled in later. */
  #part({ block, row }: At): string {
    const names = identityFields(this.#kind!).filter((name) => name !== this.#kind!.filledLater)
    return names.map((name) => identityText(cellAt(block.columns[name], row))).join('|')
  }

  #contentOf({ block, row }: At): string {
    return this.#content
      .map((name) => {
        const cell = cellAt(block.columns[name], row)
        return this.#numbering.has(name) && isNumbering(cell) ? '' : contentText(cell)
      })
      .join('\u0000')
  }

  /** Do the two rows contradict each other nowhere? */
  #agrees(a: At, b: At): boolean {
    return this.#content.every((name) => {
      const [one, other] = [cellAt(a.block.columns[name], a.row), cellAt(b.block.columns[name], b.row)]
      return one === null || other === null || sameCell(one, other)
    })
  }

  #freeId(wanted: string): string {
    let id = wanted
    for (let n = 2; this.#ids.has(id); n += 1) id = `${wanted.replace(/(?<=^[0-9a-f]{32})#\d+$/, '')}#${n}`
    this.#ids.add(id)
    return id
  }
}

function put(map: Map<string, Held[]>, key: string, held: Held): void {
  const list = map.get(key)
  if (list) list.push(held)
  else map.set(key, [held])
}

const contentText = (cell: Cell): string =>
  typeof cell === 'object' && cell !== null && 'isDay' in cell && cell.isDay
    ? `${identityText(cell)}d`
    : identityText(cell)

const isCounted = (cell: Cell): boolean => typeof cell === 'string' && lineNumberIn(cell) !== null
const isNumbering = (cell: Cell): boolean => typeof cell === 'string' && isLineNumber(cell)
