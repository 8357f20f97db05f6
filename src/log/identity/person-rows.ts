import { KINDS } from '../../records/records'
import { cellAt, isMomentCell } from '../rows/cells'
import type { Cell } from '../rows/columns'
import type { At } from '../rows/merge'
import { lineNumberIn } from './line-numbers'

/** Lists of persons: who is who in them is told by what stands in a row, where no number tells it. */
export const OF_PERSONS: ReadonlySet<string> = new Set(
  KINDS.filter(({ ofPersons }) => ofPersons).map(({ list }) => list),
)

/** What the name of a place means within a town: a code, else the name itself. */
export type PlaceMeant = (place: string, town: string | null) => string

export const AS_WRITTEN: PlaceMeant = (place, town) => (town === null ? place : `${town}\n${place}`)

/** By what persons are told apart, in the order in which a row is encoded. */
export const MARKS = ['place', 'kind', 'day', 'sex', 'ageBand', 'foundIn'] as const
export type Mark = (typeof MARKS)[number] | 'number'

/** Days by which a row of a person is dated, the first that stands. */
const DAYS = ['reportedAt', 'exposedAt', 'sampledAt', 'onsetOn'] as const
const DAY_MS = 86_400_000
/** Days as most lists mean them; a list of another zone is compared with itself. */
const EAST = 8 * 3_600_000
/** Positions nearer than this, in degrees, are of one place: some ten metres. */
const ONE_SPOT = 1e4

const WIDTH = MARKS.length + 1
const OFFSET: Readonly<Record<Mark, number>> = {
  place: 0,
  kind: 1,
  day: 2,
  sex: 3,
  ageBand: 4,
  foundIn: 5,
  number: 6,
}

/** Words that rows of several lists hold, as numbers; -1 is unknown. */
export class Words {
  readonly #codes = new Map<string, number>()

  codeOf(text: string | null): number {
    if (text === null || text === '') return -1
    let code = this.#codes.get(text)
    if (code === undefined) this.#codes.set(text, (code = this.#codes.size))
    return code
  }
}

/** Rows of persons by their marks. */
export class PersonRows {
  private constructor(
    readonly length: number,
    private readonly codes: Int32Array,
  ) {}

  static of(rows: readonly At[], words: Words, meant: PlaceMeant): PersonRows {
    return PersonRows.from(rows.length, words, {
      meant,
      cellOf: (at, name) => cellAt(rows[at]!.block.columns[name], rows[at]!.row),
    })
  }

  static from(
    length: number,
    words: Words,
    { meant, cellOf }: { readonly meant: PlaceMeant; readonly cellOf: (at: number, name: string) => Cell },
  ): PersonRows {
    const codes = new Int32Array(length * WIDTH)
    const text = (at: number, name: string): string | null => {
      const cell = cellOf(at, name)
      return typeof cell === 'string' ? cell : null
    }
    for (let at = 0; at < length; at++) {
      const day = dayOf((name) => cellOf(at, name))
      const marks = [
        placeOf((name) => cellOf(at, name), meant),
        text(at, 'kind'),
        day === null ? null : String(day),
        ...[text(at, 'sex'), text(at, 'ageBand'), text(at, 'foundIn')],
        numberOf(text(at, 'id')),
      ]
      marks.forEach((mark, i) => {
        codes[at * WIDTH + i] = words.codeOf(mark)
      })
    }
    return new PersonRows(length, codes)
  }

  mark(at: number, mark: Mark): number {
    return this.codes[at * WIDTH + OFFSET[mark]]!
  }

  /** The marks of a row as one key. */
  key(at: number, marks: readonly Mark[]): string {
    let key = ''
    for (const mark of marks) key += `${this.mark(at, mark)} `
    return key
  }
}

function placeOf(cellOf: (name: string) => Cell, meant: PlaceMeant): string | null {
  const [place, town] = [cellOf('place'), cellOf('town')]
  if (typeof place === 'string' && place !== '') return meant(place, typeof town === 'string' ? town : null)
  const [lng, lat] = [cellOf('lng'), cellOf('lat')]
  if (typeof lng === 'number' && typeof lat === 'number')
    return ['@', Math.round(lng * ONE_SPOT), Math.round(lat * ONE_SPOT)].join(' ')
  return typeof town === 'string' && town !== '' ? town : null
}

/** The number of a person; the number of a line, as earlier releases took it, is none. */
const numberOf = (id: string | null): string | null => (id === null || lineNumberIn(id) !== null ? null : id)

/** Whether a row says a later time than the other one, in the first column of days that both tell. */
export function isLater(mine: (name: string) => Cell, theirs: (name: string) => Cell): boolean {
  for (const name of DAYS) {
    const [one, other] = [mine(name), theirs(name)]
    if (isMomentCell(one) && isMomentCell(other)) return one.at > other.at
  }
  return false
}

function dayOf(cellOf: (name: string) => Cell): number | null {
  for (const name of DAYS) {
    const cell = cellOf(name)
    if (isMomentCell(cell)) return Math.floor((cell.at + EAST) / DAY_MS)
  }
  return null
}
