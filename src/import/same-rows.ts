import type { Shape } from '#geo'
import { identityText, ownIdentity } from '../log/identity/identity'
import { BlockBuilder } from '../log/rows/block-builder'
import { isMomentCell } from '../log/rows/cells'
import type { Cell } from '../log/rows/columns'
import { saySame, writtenCell } from './cells/written-cell'
import type { ListFile } from './list-file'
import { aProblem, type Problem } from './problem'

/** Of one code there is one row, whatever the files say beside: what is told otherwise is listed, what one leaves out is filled in. */
const OF_ONE_CODE: readonly string[] = ['places', 'facilities']
/** Of these only a row that says the same is no second one: where they differ both count, or the earlier stands. */
const OF_EQUAL_ROWS: readonly string[] = ['zones', 'rounds']
/** A list is another one again where so large a share of its rows stands there, and so many at least. */
const SHARE = 0.8
const LEAST = 3
/** Grounds are the same where their bounds are as near as this, in degrees: frames are exact to less. */
const NEAR = 1e-3

/**
 * Lists with codes that say again what another of the same import says: their rows are no second ones. The longer list
 * stands, then the one that tells more, then by name: the order of files decides nothing.
 */
export function withoutSameRows(lists: readonly ListFile[]): readonly ListFile[] {
  const instead = new Map<ListFile, ListFile>()
  for (const kind of [...OF_ONE_CODE, ...OF_EQUAL_ROWS]) {
    const coded = lists.filter((list) => list.kind.list === kind && list.taken.length >= LEAST)
    if (coded.length < 2) continue
    const kept: Standing[] = []
    for (const list of [...coded].sort(standing)) {
      const rows = rowsByCode(list)
      const again = kept.map((other) => comparedWith(other, list, rows)).find((one) => isSame(one, list))
      if (again) instead.set(list, withoutAgain(list, again))
      else kept.push({ list, rows, filled: new Map() })
    }
    for (const one of kept) if (one.filled.size > 0) instead.set(one.list, withFilled(one))
  }
  return lists.map((list) => instead.get(list) ?? list)
}

/** How many columns of its kind a list has. */
const knownIn = ({ kind, columns }: ListFile): number =>
  kind.fields.filter(({ name }) => columns.includes(name)).length

/** Which of two lists stands where both are the same: the longer one, then the one that tells more, then by name. */
export const standing = (a: ListFile, b: ListFile): number =>
  b.total - a.total || knownIn(b) - knownIn(a) || (a.path < b.path ? -1 : 1)

/** By code, where the row stands among those that are taken. */
type ByCode = ReadonlyMap<string, number>

interface Standing {
  readonly list: ListFile
  readonly rows: ByCode
  /** by row, cells that it leaves empty and another list tells */
  readonly filled: Map<number, Record<string, Cell>>
}

function rowsByCode({ kind, taken }: ListFile): ByCode {
  const rows = new Map<string, number>()
  for (let at = 0; at < taken.length; at++) {
    const code = ownIdentity(kind, (name) => taken.cellAt(at, name)) ?? contentOf(kind, taken, at)
    if (code !== null && !rows.has(code)) rows.set(code, at)
  }
  return rows
}

/** What stands for a code where a row has none and only equal rows are looked for; null where codes are asked. */
function contentOf({ list, fields }: ListFile['kind'], taken: BlockBuilder, at: number): string | null {
  if (!OF_EQUAL_ROWS.includes(list)) return null
  return fields.map(({ name }) => identityText(taken.cellAt(at, name))).join('\u0000')
}

/** A list against one that stands: its rows that are there, with what they say otherwise and what they tell more. */
interface Compared {
  readonly other: Standing
  readonly again: ReadonlyMap<number, RowAgain>
}

interface RowAgain {
  readonly there: number
  readonly differing: readonly Problem[]
  readonly more: Readonly<Record<string, Cell>>
}

function comparedWith(other: Standing, list: ListFile, rows: ByCode): Compared {
  const again = new Map<number, RowAgain>()
  const hasToEqual = OF_EQUAL_ROWS.includes(list.kind.list)
  for (const [code, here] of rows) {
    const there = other.rows.get(code)
    if (there === undefined) continue
    const row = rowAgain(list, here, { other: other.list, there })
    if (!hasToEqual || (row.differing.length === 0 && Object.keys(row.more).length === 0))
      again.set(here, row)
  }
  return { other, again }
}

function rowAgain(
  list: ListFile,
  here: number,
  { other, there }: { readonly other: ListFile; readonly there: number },
): RowAgain {
  const differing: Problem[] = []
  const more: Record<string, Cell> = {}
  const [row, first] = [list.taken.rowAt(here), other.taken.rowAt(there)]
  for (const { name } of list.kind.fields) {
    const [cell, stands] = [list.taken.cellAt(here, name), other.taken.cellAt(there, name)]
    if (cell === null || (stands !== null && agree(cell, stands))) continue
    if (stands === null) {
      more[name] = cell
      continue
    }
    const column = list.spelt[name] ?? name
    const seen = writtenCell(list, name, { row, cell })
    const suggestion = `${other.path}:${first} ${writtenCell(other, name, { row: first, cell: stands })}`
    differing.push(aProblem(list.path, 'same-list-differs', { row, column, seen, suggestion }))
  }
  return { there, differing, more }
}

/** So many rows are there, and most of them contradict nowhere: two towns may number their posts alike. */
function isSame({ again }: Compared, list: ListFile): boolean {
  const agreeing = [...again.values()].filter(({ differing }) => differing.length === 0).length
  return again.size >= LEAST && again.size >= SHARE * list.taken.length && agreeing * 2 >= again.size
}

function withoutAgain(list: ListFile, { other, again }: Compared): ListFile {
  const counted = (count: number) => ({ count, areaM2: null, pairs: [] })
  const suggestion = String(list.taken.length)
  let filled = 0
  for (const { there, more } of again.values()) {
    const before = other.filled.get(there) ?? {}
    const fresh = Object.keys(more).filter((name) => !(name in before))
    filled += fresh.length
    if (fresh.length > 0) other.filled.set(there, { ...more, ...before })
  }
  list.taken.keep((at) => !again.has(at))
  const seen = other.list.path
  const said = [
    aProblem(list.path, 'same-rows', { seen, suggestion, detail: counted(again.size) }),
    ...(filled > 0 ? [aProblem(list.path, 'cells-filled-in', { seen, detail: counted(filled) })] : []),
  ]
  const differing = [...again.values()].flatMap((row) => row.differing)
  return { ...list, problems: [...list.problems, ...said, ...differing] }
}

/** The list with what other lists tell of cells that it leaves empty. */
function withFilled({ list, filled }: Standing): ListFile {
  const taken = new BlockBuilder(list.kind)
  for (let at = 0; at < list.taken.length; at++) {
    const { row, values } = list.taken.at(at)
    taken.add({ row, values: { ...values, ...filled.get(at) } })
  }
  taken.close()
  const more = [...filled.values()].flatMap((cells) => Object.keys(cells))
  return { ...list, taken, columns: [...new Set([...list.columns, ...more])] }
}

/** Equal, grounds by their bounds; positions that are given twice are not told twice. */
function agree(one: Cell, other: Cell): boolean {
  if (isMomentCell(one) || isMomentCell(other)) return saySame(one, other)
  if (typeof one === 'number' && typeof other === 'number' && !Number.isInteger(one))
    return Math.abs(one - other) < NEAR
  if (!Array.isArray(one) || !Array.isArray(other)) return one instanceof Float64Array || one === other
  const [a, b] = [boundsOf(one as Shape), boundsOf(other as Shape)]
  return a.every((value, i) => Math.abs(value - b[i]!) < NEAR)
}

function boundsOf(shape: Shape): readonly number[] {
  const bounds = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (const ring of shape.flat())
    for (let at = 0; at < ring.length; at += 2) {
      bounds[0] = Math.min(bounds[0]!, ring[at]!)
      bounds[1] = Math.min(bounds[1]!, ring[at + 1]!)
      bounds[2] = Math.max(bounds[2]!, ring[at]!)
      bounds[3] = Math.max(bounds[3]!, ring[at + 1]!)
    }
  return bounds
}
