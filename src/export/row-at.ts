import type { CaseTable, ContactTable, Facts, ListName, RecordedList, RowRef } from '#geo'
import { LISTS, rowsHeld } from '#geo'
import { KINDS } from '../records/records'
import type { Written } from '../records/written'
import { rowsIn } from './rows'

/** A row of the facts under its canonical column names; empty cells are left out. */
export interface FoundRow {
  readonly list: ListName
  readonly cells: readonly (readonly [column: string, value: Exclude<Written, null>])[]
}

const ofTable = ({ file, segment, row, length }: CaseTable | ContactTable): RowRef[] =>
  Array.from({ length }, (_, at) => ({
    file: file.values[file.codes[at]!] ?? '',
    row: row[at]!,
    segment: segment?.values[segment.codes[at]!] ?? null,
  }))

/** Where the rows of a list come from. */
const refsOf = (facts: Facts, list: RecordedList): RowRef[] =>
  list === 'cases' || list === 'contacts'
    ? ofTable(facts[list])
    : rowsHeld(facts, LISTS[list]).map(({ origin }) => origin)

/** Lists of which rows are looked for; a file may be of several. Lines and grounds alone say nothing in words. */
const LOOKED_IN = (Object.keys(LISTS) as RecordedList[]).filter(
  (list) => !KINDS.some((kind) => kind.list === list && kind.onlyGround),
)

const nameOf = ({ file, row }: RowRef): string => `${row}\n${file}`

/** The places of the wanted rows, by file and number. */
function placesOf(refs: readonly RowRef[], wanted: ReadonlySet<string>): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, ref] of refs.entries()) {
    const name = nameOf(ref)
    if (!wanted.has(name)) continue
    const before = places.get(name)
    if (before) before.push(at)
    else places.set(name, [at])
  }
  return places
}

/** The place of the one fact that comes from the row; null where none does, or where a name without segment means several. */
function placeOf(from: RowRef, refs: readonly RowRef[], places: readonly number[] = []): number | null {
  const segmentOf = (at: number): string | null => refs[at]!.segment ?? null
  const fitting = places.filter((at) => from.segment === undefined || segmentOf(at) === from.segment)
  const [first] = fitting
  if (first === undefined || fitting.some((at) => segmentOf(at) !== segmentOf(first))) return null
  return first
}

/**
 * The facts that rows of files gave, as they hold now; null where no fact in these lists comes from the row. The segment
 * tells apart files of one name; evidence of earlier releases has none, and finds only what its name alone finds.
 */
export function rowsAt(facts: Facts, from: readonly RowRef[]): (FoundRow | null)[] {
  const found: (FoundRow | null)[] = from.map(() => null)
  const wanted = new Set(from.map(nameOf))
  for (const list of LOOKED_IN) {
    const refs = refsOf(facts, list)
    const places = placesOf(refs, wanted)
    if (places.size === 0) continue
    const hits = from.flatMap((one, i) => {
      const at = found[i] ? null : placeOf(one, refs, places.get(nameOf(one)))
      return at === null ? [] : [{ i, at }]
    })
    const rows = rowsIn(
      facts,
      list,
      hits.map(({ at }) => at),
    )
    for (const [n, { i }] of hits.entries()) found[i] = { list, cells: filledIn(rows[n]!.cells) }
  }
  return found
}

function filledIn(cells: Readonly<Record<string, Written>>): FoundRow['cells'] {
  return Object.entries(cells).filter(
    (cell): cell is [string, Exclude<Written, null>] => cell[1] !== null && cell[1] !== '',
  )
}

/** The fact that one row of a file gave. */
export function rowAt(facts: Facts, from: RowRef): FoundRow | null {
  return rowsAt(facts, [from])[0]!
}
