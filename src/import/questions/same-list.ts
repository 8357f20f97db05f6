import { codesMeant, type Hierarchy, hierarchyOf, type Moment, type Place } from '#geo'
import type { BlockBuilder } from '../../log/block-builder'
import { aProblem } from '../problem'
import type { ListFile } from '../read-list'
import { type Answering, APART, partOf, type SameQuestion } from './question'

/** Lists of persons who have no number: the same list in two files would count each person twice. */
const OF_PERSONS: ReadonlySet<string> = new Set(['cases', 'contacts'])
/** Two lists are one where so large a share of the rows of the shorter one is found in the other, and so many rows. */
const SHARE = 0.8
const LEAST = 3

/**
 * Lists that say again what another of the same import says: rows that are found there (place, kind, day, way of being
 * found) are not taken twice, until a person says that they are other people; the others are.
 */
export function withoutSame(
  lists: readonly ListFile[],
  { places, answering }: { readonly places: readonly Place[]; readonly answering: Answering },
): { readonly lists: readonly ListFile[]; readonly questions: readonly SameQuestion[] } {
  const unnumbered = lists.filter(
    ({ kind, taken }) => OF_PERSONS.has(kind.list) && taken.length >= LEAST && !hasNumbers(taken),
  )
  if (unnumbered.length < 2) return { lists, questions: [] }
  const hierarchy = hierarchyOf(places)
  const keyed = unnumbered
    .map((list) => ({ list, keys: keysIn(list, hierarchy) }))
    .sort(
      (a, b) =>
        b.list.taken.length - a.list.taken.length ||
        knownIn(b.list) - knownIn(a.list) ||
        (a.list.path < b.list.path ? -1 : 1),
    )
  const kept: typeof keyed = []
  const questions: SameQuestion[] = []
  const instead = new Map<ListFile, ListFile>()
  for (const one of keyed) {
    const { list, keys } = one
    const found = kept
      .filter((other) => other.list.kind === list.kind)
      .map((other) => ({ other: other.list, again: rowsAgain(keys, other.keys) }))
      .find(({ again }) => again.size >= LEAST && again.size >= SHARE * keys.length)
    const question = found ? sameAsked(list, found, answering) : null
    if (question) questions.push(question)
    if (found && question!.answer !== APART) instead.set(list, withoutRows(list, found))
    else kept.push(one)
  }
  return { lists: lists.map((list) => instead.get(list) ?? list), questions }
}

/** How many columns of its kind a list has. */
const knownIn = ({ kind, columns }: ListFile): number =>
  kind.fields.filter(({ name }) => columns.includes(name)).length

interface Found {
  readonly other: ListFile
  readonly again: ReadonlySet<number>
}

function sameAsked(list: ListFile, { other, again }: Found, answering: Answering): SameQuestion {
  const id = `same:${list.path}`
  const reason = { code: 'rows', seen: other.path, count: again.size, of: list.taken.length } as const
  const part = partOf(
    id,
    { ...answering, takesProposed: true },
    {
      proposed: 'same',
      reason,
      isUsable: (answer) => answer === 'same' || answer === APART,
    },
  )
  const [first] = again
  const row = list.taken.rowAt(first!)
  const of = [{ file: list.path, row, column: list.kind.list, rows: again.size }]
  return { ...part, kind: 'same', id, of, with: other.path }
}

/** The list keeps the other rows, and says so. */
function withoutRows(list: ListFile, { other, again }: Found): ListFile {
  const suggestion = String(list.taken.length)
  list.taken.keep((at) => !again.has(at))
  const detail = { count: again.size, areaM2: null, pairs: [] }
  const problem = aProblem(list.path, 'same-list', { seen: other.path, suggestion, detail })
  return { ...list, problems: [...list.problems, problem] }
}

function hasNumbers(taken: BlockBuilder): boolean {
  for (let at = 0; at < taken.length; at++) if (taken.cellAt(at, 'id') !== null) return true
  return false
}

/** Which rows are found among the others, each of those once. */
function rowsAgain(keys: readonly string[], others: readonly string[]): Set<number> {
  const left = new Map<string, number>()
  for (const key of others) left.set(key, (left.get(key) ?? 0) + 1)
  const again = new Set<number>()
  for (const [at, key] of keys.entries()) {
    const count = left.get(key) ?? 0
    if (count === 0) continue
    left.set(key, count - 1)
    again.add(at)
  }
  return again
}

function keysIn({ taken }: ListFile, hierarchy: Hierarchy): string[] {
  const meant = new Map<string, string>()
  const placeOf = (at: number): string => {
    const [place, town] = [taken.cellAt(at, 'place'), taken.cellAt(at, 'town')]
    if (typeof place !== 'string') return ''
    const within = typeof town === 'string' ? town : null
    const text = `${place}\n${within ?? ''}`
    let found = meant.get(text)
    if (found === undefined) {
      const codes = hierarchy.place(place) ? [place] : codesMeant(hierarchy, place, within)
      meant.set(text, (found = codes.length === 1 ? codes[0]! : place))
    }
    return found
  }
  return Array.from({ length: taken.length }, (_, at) => {
    const reported = taken.cellAt(at, 'reportedAt') as unknown as Moment | null
    const day = reported === null ? null : Math.floor((reported.at + EAST) / DAY_MS)
    return JSON.stringify([placeOf(at), taken.cellAt(at, 'kind'), day, taken.cellAt(at, 'foundIn')])
  })
}

const DAY_MS = 86_400_000
/** Days as most lists mean them; a list of another zone is compared with itself. */
const EAST = 8 * 3_600_000
