import type { Moment } from '#geo'
import { ownIdentity } from '../log/blocks'
import { type ListFile, refuse } from './read-list'

/** Kinds whose own identity may stand in one row only. Rows without one are different, however equal they are. */
const ONE_CODE = new Set(['places', 'facilities', 'cases', 'contacts'])

/**
 * Refuses, across all files of a kind, the later row of a code that came before (`duplicate-code`) and the later
 * stay of a zone that overlaps an earlier one (`stays-overlap`). Files are given in the order of their names.
 */
export function refuseRepeats(lists: readonly ListFile[]): void {
  const seen = new Map<string, string>()
  const stays = new Map<string, Stay[]>()
  for (const list of lists) {
    if (ONE_CODE.has(list.kind.list)) refuseCodes(list, seen)
    else if (list.kind.list === 'zones') refuseStays(list, stays)
  }
}

function refuseCodes(list: ListFile, seen: Map<string, string>): void {
  const [name = 'id'] = list.kind.identity ?? []
  keepOnly(list, (row) => {
    const own = ownIdentity(list.kind, (field) => row.values[field] ?? null)
    if (own === null) return true
    const code = String(row.values[name])
    const key = `${list.kind.list} ${own}`
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, `${list.path}:${row.row}`)
      return true
    }
    refuse(list, row.row, { column: name, code: 'duplicate-code', seen: code, suggestion: first })
    return false
  })
}

interface Stay {
  readonly from: number
  /** Infinity while it lasts */
  readonly to: number
  readonly where: string
}

function refuseStays(list: ListFile, stays: Map<string, Stay[]>): void {
  keepOnly(list, ({ row, values }) => {
    const id = String(values.id)
    const from = (values.from as Moment).at
    const to = values.to ? (values.to as Moment).at : Number.POSITIVE_INFINITY
    const known = stays.get(id) ?? []
    if (known.length === 0) stays.set(id, known)
    const at = firstAfter(known, from)
    const other = [known[at - 1], known[at]].find((stay) => stay && from < stay.to && stay.from < to)
    if (!other) {
      known.splice(at, 0, { from, to, where: `${list.path}:${row}` })
      return true
    }
    refuse(list, row, { column: 'from', code: 'stays-overlap', seen: id, suggestion: other.where })
    return false
  })
}

/** Where a stay from then on belongs among stays that follow each other without overlap. */
function firstAfter(stays: readonly Stay[], from: number): number {
  let [low, high] = [0, stays.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (stays[middle]!.from <= from) low = middle + 1
    else high = middle
  }
  return low
}

/** Keeps the taken rows for which the answer is yes, in their order. */
function keepOnly(list: ListFile, keep: (row: ListFile['taken'][number]) => boolean): void {
  let kept = 0
  for (const row of list.taken) if (keep(row)) list.taken[kept++] = row
  list.taken.length = kept
}
