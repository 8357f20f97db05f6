import type { Moment } from '#geo'
import { ownIdentity } from '../../log/identity/identity'
import { identityFields } from '../../records/kind'
import type { ListFile } from '../list-file'
import { refuse } from '../refuse'

/** Kinds whose own identity may stand in one row only. Rows without one are different, however equal they are. */
const ONE_CODE = new Set(['places', 'facilities', 'cases', 'contacts'])

/**
 * Refuses, across all files of a kind, the later row of a code that came before (`duplicate-code`) and the later
 * stay of a zone that overlaps an earlier one (`stays-overlap`). Files are given in the order of their names. `look` is
 * called now and then and may throw to end it.
 */
export function refuseRepeats(lists: readonly ListFile[], look: () => void = () => {}): void {
  const seen = new Map<string, Map<string, string | number>>()
  const stays = new Map<string, Stay[]>()
  for (const list of lists) {
    if (ONE_CODE.has(list.kind.list)) refuseCodes(list, seen, look)
    else if (list.kind.list === 'zones') refuseStays(list, stays)
  }
}

/** rows between two looks */
const STRIDE = 1_000

/** By kind, the rows of each code: in the file at hand by their number, in those before it by file and number. */
function refuseCodes(
  list: ListFile,
  seen: Map<string, Map<string, string | number>>,
  look: () => void,
): void {
  const { kind, taken, path } = list
  const [name = 'id'] = identityFields(kind)
  const before = seen.get(kind.list) ?? new Map<string, string | number>()
  const own = new Map<string, number>()
  taken.keep((at) => {
    if (at % STRIDE === 0) look()
    const code = ownIdentity(kind, (field) => taken.cellAt(at, field))
    if (code === null) return true
    const [there, here] = [before.get(code), own.get(code)]
    const row = taken.rowAt(at)
    if (there === undefined && here === undefined) {
      own.set(code, row)
      return true
    }
    const suggestion = there === undefined ? `${path}:${here}` : String(there)
    const seenCode = String(taken.cellAt(at, name))
    refuse(list, row, { column: name, code: 'duplicate-code', seen: seenCode, suggestion })
    return false
  })
  for (const [code, row] of own) before.set(code, `${path}:${row}`)
  seen.set(kind.list, before)
}

interface Stay {
  readonly from: number
  /** Infinity while it lasts */
  readonly to: number
  readonly where: string
}

function refuseStays(list: ListFile, stays: Map<string, Stay[]>): void {
  list.taken.keep((place) => {
    const { row, values } = list.taken.at(place)
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
