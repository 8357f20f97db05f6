import { codesMeant, hierarchyOf, type Place } from '#geo'
import { isLater, OF_PERSONS, PersonRows, type PlaceMeant, Words } from '../../log/identity/person-rows'
import { rowsInCommon, samePersons } from '../../log/identity/same-list'
import type { BlockBuilder } from '../../log/rows/block-builder'
import type { ListFile } from '../list-file'
import { personAsked } from '../persons/ask-person'
import { differencesOf } from '../persons/differences'
import { isOne, type MaybeOne, maybeOne, maybeOnePerson, type Row } from '../persons/maybe-one'
import { placeMeant } from '../persons/place-meant'
import { aProblem, type Problem } from '../problem'
import { standing } from '../same-rows'
import {
  AGAIN,
  type Answering,
  APART,
  HERE,
  type PersonQuestion,
  partOf,
  type Question,
  type SameQuestion,
  THERE,
} from './question'

/**
 * Lists that say again what another of the same import says: rows of the persons that are found there are not taken
 * twice, until a person says that they are other people; the others are. What the two say otherwise of one person is
 * told, and the first list stands: the one with more numbers, the longer one, then the one that tells more, then by
 * name. Of two days the later one counts with its row, whichever list has it: no zone opens because an older list is the
 * longer one; a row with a number and a later one without both count.
 */
export function withoutSame(
  lists: readonly ListFile[],
  { places, answering }: { readonly places: readonly Place[]; readonly answering: Answering },
): { readonly lists: readonly ListFile[]; readonly questions: readonly (SameQuestion | PersonQuestion)[] } {
  const ofPersons = comparable(lists.filter(({ kind }) => OF_PERSONS.has(kind.list)))
  if (ofPersons.length === 0) return { lists, questions: [] }
  const hierarchy = hierarchyOf(places)
  const meant = placeMeant(hierarchy)
  const candidates = (place: string, town: string | null) => codesMeant(hierarchy, place, town)
  const words = new Words()
  const keyed = ofPersons
    .map((list) => ({ list, rows: rowsOf(list, words, meant), numbers: numbersOf(list) }))
    .sort((a, b) => b.numbers - a.numbers || standing(a.list, b.list))
  const kept: typeof keyed = []
  const questions: SameQuestion[] = []
  const instead = new Map<ListFile, ListFile>()
  const apart = new Set<ListFile>()
  const standingRows = new StandingRows()
  for (const one of keyed) {
    const { list, rows } = one
    const same = kept.find((other) => other.list.kind === list.kind && rowsInCommon(rows, other.rows) > 0)
    const found = same && { other: same.list, of: samePersons(rows, same.rows) }
    if (found) alsoByCandidates(one, same, { of: found.of, words, candidates })
    const question = found ? sameAsked(list, found, answering) : null
    if (question) questions.push(question)
    if (found && question!.answer !== APART) instead.set(list, withoutRows(list, found, standingRows))
    else kept.push(one)
    if (question?.answer === APART) apart.add(list)
  }
  const persons = asPersons(maybeOnePerson(kept.filter(({ list }) => !apart.has(list))), {
    answering,
    standingRows,
  })
  standingRows.close()
  const withPersons = (list: ListFile): ListFile => {
    const problems = persons.problems.get(list) ?? []
    return problems.length > 0 ? { ...list, problems: [...list.problems, ...problems] } : list
  }
  return {
    lists: lists.map((list) => instead.get(list) ?? withPersons(list)),
    questions: [...questions, ...persons.questions],
  }
}

/** What is answered of rows that may be of one person: where they are, one of both does not count. */
function asPersons(
  pairs: readonly MaybeOne[],
  { answering, standingRows }: { readonly answering: Answering; readonly standingRows: StandingRows },
): {
  readonly questions: readonly PersonQuestion[]
  readonly problems: ReadonlyMap<ListFile, readonly Problem[]>
} {
  const problems = new Map<ListFile, Problem[]>()
  const tell = ({ list }: Row, problem: Problem): void => {
    problems.set(list, [...(problems.get(list) ?? []), problem])
  }
  const questions = pairs.map((pair) => {
    const question = personAsked(pair, answering)
    const [here, there] = pair
    if (question.answer === null) tell(here, maybeOne(pair))
    else if (question.answer === HERE) tell(there, isOne([there, here]))
    else if (question.answer === THERE) tell(here, isOne(pair))
    if (question.answer === HERE) standingRows.leave(there)
    if (question.answer === THERE) standingRows.leave(here)
    return question
  })
  return { questions, problems }
}

/** Lists beside which another of their kind stands, unless both have numbers throughout. */
function comparable(lists: readonly ListFile[]): readonly ListFile[] {
  const isNumbered = new Map(lists.map((list) => [list, numbersOf(list) === list.taken.length]))
  return lists.filter((list) =>
    lists.some(
      (other) =>
        other !== list && other.kind === list.kind && !(isNumbered.get(list) && isNumbered.get(other)),
    ),
  )
}

interface Keyed {
  readonly list: ListFile
  readonly rows: PersonRows
}

/** Rows left over whose place may be several are the person of one of these, where the other list has one left there. */
function alsoByCandidates(
  { list: { taken } }: Keyed,
  other: Keyed,
  {
    of,
    words,
    candidates,
  }: {
    readonly of: Int32Array
    readonly words: Words
    readonly candidates: (place: string, town: string | null) => readonly string[]
  },
): void {
  const used = new Set(of)
  let free: Map<string, number[]> | null = null
  for (let at = 0; at < of.length; at++) {
    const [place, town] = [taken.cellAt(at, 'place'), taken.cellAt(at, 'town')]
    if (of[at]! >= 0 || typeof place !== 'string') continue
    const codes = candidates(place, typeof town === 'string' ? town : null)
    if (codes.length < 2) continue
    free ??= freeByMarks(other.rows, used)
    const rows = codes.flatMap((code) => free!.get(rowOf(taken, at, words, code).key(0, MARKS_OF_ONE)) ?? [])
    const there = rows.find((row) => !used.has(row))
    if (there === undefined) continue
    of[at] = there
    used.add(there)
  }
}

function freeByMarks(rows: PersonRows, used: ReadonlySet<number>): Map<string, number[]> {
  const free = new Map<string, number[]>()
  for (let at = 0; at < rows.length; at++) {
    if (used.has(at)) continue
    const key = rows.key(at, MARKS_OF_ONE)
    const known = free.get(key)
    if (known) known.push(at)
    else free.set(key, [at])
  }
  return free
}

/** What has to agree where the place is only one of several. */
const MARKS_OF_ONE = ['place', 'kind', 'day'] as const

const rowOf = (taken: BlockBuilder, at: number, words: Words, code: string): PersonRows =>
  PersonRows.from(1, words, { meant: () => code, cellOf: (_, name) => taken.cellAt(at, name) })

const rowsOf = ({ taken }: ListFile, words: Words, meant: PlaceMeant): PersonRows =>
  PersonRows.from(taken.length, words, { meant, cellOf: (at, name) => taken.cellAt(at, name) })

interface Found {
  readonly other: ListFile
  /** by place of the row, that of the row of the other list that it is; -1 for none */
  readonly of: Int32Array
}

function sameAsked(list: ListFile, { other, of: found }: Found, answering: Answering): SameQuestion {
  const id = `same:${list.path}`
  const again = found.filter((row) => row >= 0).length
  const reason = { code: 'rows', seen: other.path, count: again, of: list.taken.length } as const
  const part = partOf(
    id,
    { ...answering, takesProposed: true },
    {
      proposed: 'same',
      reason,
      isUsable: (answer) => answer === 'same' || answer === APART,
    },
  )
  const row = list.taken.rowAt(found.findIndex((at) => at >= 0))
  const of = [{ file: list.path, row, column: list.kind.list, rows: again }]
  return { ...part, kind: 'same', id, of, with: other.path }
}

/** The list keeps the other rows, and says so, and what of those found again it says otherwise. */
function withoutRows(list: ListFile, { other, of }: Found, standingRows: StandingRows): ListFile {
  const suggestion = String(list.taken.length)
  const problems: Problem[] = []
  let count = 0
  of.forEach((there, here) => {
    if (there < 0) return
    const met = standingRows.meet({ list, at: here }, { list: other, at: there })
    if (met) count++
    for (const problem of met ?? [
      maybeOne([
        { list, at: here },
        { list: other, at: there },
      ]),
    ])
      problems.push(problem)
  })
  const detail = { count, areaM2: null, pairs: [] }
  const problem = aProblem(list.path, 'same-list', { seen: other.path, suggestion, detail })
  return { ...list, problems: [...list.problems, problem, ...problems] }
}

/** Which row of each person counts: that of the first list, until another says a later day. */
class StandingRows {
  readonly #standing = new Map<ListFile, Map<number, Row>>()
  readonly #left = new Map<ListFile, Set<number>>()

  /**
   * A row of a person that `first` tells already. Returns what the two say otherwise, the one that counts last; null
   * where both count: the later one has no number, and the number of the other is not let go.
   */
  meet(row: Row, first: Row): Problem[] | null {
    let rows = this.#standing.get(first.list)
    if (!rows) this.#standing.set(first.list, (rows = new Map()))
    const stands = rows.get(first.at) ?? first
    const later = isLater(cellsOf(row), cellsOf(stands))
    if (later && cellsOf(stands)('id') !== null) return null
    const [left, taken] = later ? [stands, row] : [row, stands]
    rows.set(first.at, taken)
    this.leave(left)
    return differencesOf(left, taken)
  }

  /** A row that does not count. */
  leave({ list, at }: Row): void {
    const gone = this.#left.get(list)
    if (gone) gone.add(at)
    else this.#left.set(list, new Set([at]))
  }

  /** Takes the rows that do not count out of their lists. */
  close(): void {
    for (const [list, rows] of this.#left) list.taken.keep((at) => !rows.has(at))
  }
}

const cellsOf =
  ({ list, at }: Row) =>
  (name: string) =>
    list.taken.cellAt(at, name)

/** How many rows have a number of their own. */
function numbersOf({ taken }: ListFile): number {
  let numbers = 0
  for (let at = 0; at < taken.length; at++) if (taken.cellAt(at, 'id') !== null) numbers++
  return numbers
}

/** By file, the lists of which a person said that they are of other people: named, or all that the log holds. */
export function apartBy(
  questions: readonly Question[],
  { answers }: Answering,
): ReadonlyMap<string, ReadonlySet<string> | 'log'> {
  const apart = new Map<string, ReadonlySet<string> | 'log'>()
  for (const one of questions)
    if (one.kind === 'same' && one.answer === APART) apart.set(one.of[0]!.file, new Set([one.with]))
  for (const [id, answer] of Object.entries(answers))
    if (id.startsWith(AGAIN) && answer === APART) apart.set(id.slice(AGAIN.length), 'log')
  return apart
}
