import type { Mark, PersonRows } from '../../log/identity/person-rows'
import type { ListFile } from '../list-file'
import { aProblem, type Problem } from '../problem'

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

/** A row of a list of the import, by where it stands among those that were read. */
export interface Row {
  readonly list: ListFile
  readonly at: number
}

/** Two rows that may be of one person: the later list's, and the other's. */
export type MaybeOne = readonly [here: Row, there: Row]

/**
 * Rows of two different lists that may be of one person. Only where all by which they are told apart is there, and
 * nobody else of either list is the like.
 */
export function maybeOnePerson(lists: readonly PersonList[]): readonly MaybeOne[] {
  return lists.flatMap((other, at) =>
    lists
      .slice(at + 1)
      .filter(({ list }) => list.kind === other.list.kind)
      .flatMap((one) =>
        pairsOf(one, other).map(
          ([here, there]): MaybeOne => [
            { list: one.list, at: here },
            { list: other.list, at: there },
          ],
        ),
      ),
  )
}

/** Said of a row that may be of the person of another list's, and both count. */
export const maybeOne = ([{ list, at }, there]: MaybeOne): Problem =>
  aProblem(list.path, 'maybe-one-person', { row: list.taken.rowAt(at), seen: rowName(there) })

/** Said of a row that does not count, since a person said that it is of the person of another list's. */
export const isOne = ([{ list, at }, counts]: MaybeOne): Problem =>
  aProblem(list.path, 'one-person', { row: list.taken.rowAt(at), seen: rowName(counts) })

const rowName = ({ list, at }: Row): string => `${list.path}:${list.taken.rowAt(at)}`

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
