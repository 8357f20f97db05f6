import type { Mark, PersonRows } from '../../log/identity/person-rows'
import { aProblem, type Problem } from '../problem'
import type { ListFile } from '../read-list'

/** A list of persons without numbers, by their marks. */
export interface PersonList {
  readonly list: ListFile
  readonly rows: PersonRows
}

/** What has to be told and to agree: beside it the place, or how they were found where the places differ. */
const ALWAYS: readonly Mark[] = ['kind', 'day', 'sex', 'ageBand']
const BESIDE: readonly Mark[] = ['place', 'foundIn']
/** So many are proposed of two lists; more are no proposal. */
const MOST = 50

/**
 * Rows of two different lists that may be of one person: told, never decided, and both count. Only where all by which
 * they are told apart is there, and nobody else of either list is the like.
 */
export function maybeOnePerson(lists: readonly PersonList[]): ReadonlyMap<ListFile, readonly Problem[]> {
  const told = new Map<ListFile, Problem[]>()
  lists.forEach((other, at) => {
    for (const one of lists.slice(at + 1)) {
      if (one.list.kind !== other.list.kind) continue
      const problems = pairsOf(one, other).map(([here, there]) =>
        maybeOne({ list: one.list, at: here }, { list: other.list, at: there }),
      )
      told.set(one.list, [...(told.get(one.list) ?? []), ...problems])
    }
  })
  return told
}

interface Row {
  readonly list: ListFile
  readonly at: number
}

/** Said of a row that may be of the person of another list's, and both count. */
export const maybeOne = ({ list, at }: Row, { list: other, at: there }: Row): Problem =>
  aProblem(list.path, 'maybe-one-person', {
    row: list.taken.rowAt(at),
    seen: `${other.path}:${other.taken.rowAt(there)}`,
  })

function pairsOf(one: PersonList, other: PersonList): [number, number][] {
  const pairs = new Map<number, number>()
  for (const beside of BESIDE) {
    const marks = [...ALWAYS, beside]
    const [mine, theirs] = [onlyOnes(one.rows, marks), onlyOnes(other.rows, marks)]
    for (const [key, here] of mine) {
      const there = theirs.get(key)
      if (there !== undefined && !pairs.has(here)) pairs.set(here, there)
    }
  }
  return pairs.size > MOST ? [] : [...pairs].sort(([a], [b]) => a - b)
}

/** Rows that tell all these marks and are like no other of their list. */
function onlyOnes(rows: PersonRows, marks: readonly Mark[]): Map<string, number> {
  const found = new Map<string, number>()
  const several = new Set<string>()
  for (let at = 0; at < rows.length; at++) {
    if (marks.some((mark) => rows.mark(at, mark) < 0)) continue
    const key = rows.key(at, marks)
    if (found.has(key)) several.add(key)
    else found.set(key, at)
  }
  for (const key of several) found.delete(key)
  return found
}
