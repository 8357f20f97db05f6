import { KINDS } from '../../records/records'
import { cellAt } from '../rows/cells'
import type { ColumnBlock } from '../rows/columns'
import type { At } from '../rows/merge'
import { type ShownCell, shownCell } from './changes'
import type { BroughtAgain } from './come-again'
import { MARKS, OF_PERSONS, PersonRows, type PlaceMeant, Words } from './person-rows'
import type { Recognition } from './recognise'

/** One row of a list that came again, as it is shown. */
export interface ComparedRow {
  readonly file: string
  readonly row: number
  readonly cells: Readonly<Record<string, ShownCell>>
  /** rows that are equal to it in all by which persons are told apart: so many before, so many now; null where it is alone */
  readonly alike: { readonly before: number; readonly now: number } | null
}

/** A list that the log holds and a file brings again: what is new, changed, gone and equal. Gone retracts nothing. */
export interface ListCompared {
  readonly list: string
  readonly file: string
  readonly with: readonly BroughtAgain[]
  /** a person said that they are other people: nothing is compared */
  readonly isApart: boolean
  readonly added: number
  readonly changed: number
  readonly gone: number
  readonly equal: number
  /** rows among them, changed or equal, that other lists of the log hold */
  readonly elsewhere: number
  /** the first of them */
  readonly rows: {
    readonly added: readonly ComparedRow[]
    /** as they are in the file */
    readonly changed: readonly ComparedRow[]
    readonly gone: readonly ComparedRow[]
    readonly equal: readonly ComparedRow[]
  }
}

/** So many rows of a group are handed out. */
const SHOWN = 500

interface Source extends At {
  readonly file: string
}

interface Comparison {
  readonly list: string
  readonly block: ColumnBlock
  readonly file: string
  readonly counts: Pick<ListCompared, 'added' | 'changed' | 'equal'>
  readonly meant: PlaceMeant
}

/** What a list that comes again says new and no more; null where it is none that the log holds. */
export function comparedOf(
  { rows, again, before }: Recognition,
  { list, block, file, counts, meant }: Comparison,
): ListCompared | null {
  if (again.lists.length === 0) return null
  const at = rows.map((_, row) => ({ block, row, file }))
  const among = { before, now: at, meant }
  const lists = new Set(again.lists.map((one) => one.file))
  const elsewhere = rows.filter((row) => row.before && !lists.has(row.before.file)).length
  return {
    ...{
      list,
      file,
      with: again.lists,
      isApart: again.isApart,
      ...counts,
      gone: again.gone.length,
      elsewhere,
    },
    rows: {
      added: comparedRows(
        at.filter(({ row }) => !rows[row]!.before),
        among,
      ),
      changed: comparedRows(at.filter(({ row }) => rows[row]!.before && !rows[row]!.isEqual)),
      gone: comparedRows(again.gone),
      equal: comparedRows(at.filter(({ row }) => rows[row]!.isEqual)),
    },
  }
}

/** The rows of a group as they are shown, with how many of the file and of the log before are alike. */
function comparedRows(
  rows: readonly Source[],
  among?: { readonly before: readonly At[]; readonly now: readonly At[]; readonly meant: PlaceMeant },
): ComparedRow[] {
  const shown = rows.slice(0, SHOWN)
  const list = shown[0]?.block.list ?? ''
  const counts = among && shown.length > 0 && OF_PERSONS.has(list) ? countsAmong(shown, among) : null
  const names = (KINDS.find((kind) => kind.list === list)?.fields ?? [])
    .filter(({ type }) => !['shape', 'line', 'point', 'lon', 'lat'].includes(type))
    .map(({ name }) => name)
  return shown.map(({ block, row, file }, at) => ({
    file,
    row: block.rows[row]!,
    cells: Object.fromEntries(
      names.flatMap((name) => {
        const cell = cellAt(block.columns[name], row)
        return cell === null ? [] : [[name, shownCell(cell)]]
      }),
    ),
    alike: counts?.[at] ?? null,
  }))
}

function countsAmong(
  shown: readonly At[],
  {
    before,
    now,
    meant,
  }: { readonly before: readonly At[]; readonly now: readonly At[]; readonly meant: PlaceMeant },
): ComparedRow['alike'][] {
  const words = new Words()
  const counted = (rows: readonly At[]): Map<string, number> => {
    const marks = PersonRows.of(rows, words, meant)
    const counts = new Map<string, number>()
    for (let at = 0; at < marks.length; at++) {
      const key = marks.key(at, MARKS)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    return counts
  }
  const [was, is] = [counted(before), counted(now)]
  const marks = PersonRows.of(shown, words, meant)
  return shown.map((_, at) => {
    const key = marks.key(at, MARKS)
    const [old, next] = [was.get(key) ?? 0, is.get(key) ?? 0]
    return old > 0 || next > 1 ? { before: old, now: next } : null
  })
}
