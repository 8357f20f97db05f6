import { looksPersonal } from '../../log/personal/kept-text'
import { holdsName } from '../../log/personal/names'
import type { Field } from '../../records/field'
import { KINDS, type Kind } from '../../records/records'
import { matchHeaders } from '../headers/headers'
import type { ImportPlan } from '../plan'
import type { Problem } from '../problem'
import type { Answers } from '../questions/question'
import { KEYS } from '../recipes/told'
import { countOf } from '../told-problems'

/** A word that its closed list does not know: which of the words of the list it may mean. */
export interface WordRemedy {
  readonly file: string
  /** as the file heads it */
  readonly column: string
  readonly field: string
  readonly list: Kind['list']
  readonly word: string
  /** the first of its rows */
  readonly rows: readonly number[]
  /** how many rows have it */
  readonly count: number
  /** without a remedy the rows are refused, or only their cell is unknown */
  readonly loses: 'rows' | 'cells'
  readonly choices: readonly string[]
  /** the word of the list that is nearest; null where none is near */
  readonly proposed: string | null
}

const LOSES: Partial<Record<Problem['code'], WordRemedy['loses']>> = {
  'not-in-list': 'rows',
  'word-unknown': 'cells',
}

/** The words of closed lists that nobody knows, each with its rows, in the order of the problems. */
export function wordRemedies({ problems, files }: Pick<ImportPlan, 'problems' | 'files'>): WordRemedy[] {
  const kinds = new Map(
    files.map(({ file, kind }) => [file, KINDS.find(({ list }) => list === kind) ?? null]),
  )
  const found = new Map<string, { remedy: Omit<WordRemedy, 'count'>; rows: number[]; count: number }>()
  for (const problem of problems) {
    const { file, code, column, row, seen, suggestion } = problem
    const loses = LOSES[code]
    const kind = kinds.get(file) ?? null
    if (!loses || !kind || column === null || row === null || seen === null || seen.endsWith('…')) continue
    const key = JSON.stringify([file, column, seen])
    const known = found.get(key)
    if (known) {
      known.rows.push(row)
      known.count += countOf(problem)
      continue
    }
    const field = fieldOf(kind, column, suggestion)
    if (!field?.values) continue
    const rows = [row]
    const remedy = {
      ...{ file, column, loses, rows, word: seen, list: kind.list },
      field: field.name,
      choices: Object.keys(field.values),
      proposed: nearest(field.values, seen),
    }
    found.set(key, { remedy, rows, count: countOf(problem) })
  }
  return Array.from(found.values(), ({ remedy, count }) => ({ ...remedy, count }))
}

/** The field under that header; of a header that a person told, the one whose words are said. */
function fieldOf(kind: Kind, column: string, words: string | null): Field | null {
  const [[byHeader] = []] = [...matchHeaders(kind, [column]).fields]
  if (byHeader?.values) return byHeader
  return kind.fields.find(({ values }) => values && Object.keys(values).join(' | ') === words) ?? null
}

/** Answers that a word means a value: in all its rows, and in the next file too, or in one row alone. */
export function answersOf(
  { file, field, word, rows }: WordRemedy,
  value: string,
  only: number | null = null,
): Answers {
  const inRows = (numbers: readonly number[]): Answers =>
    Object.fromEntries(numbers.map((row) => [KEYS.cell(file, field, row), value]))
  if (only !== null) return inRows([only])
  // what looks like somebody's is meant here only: no recipe keeps it
  return looksPersonal(word) || holdsName(word) ? inRows(rows) : { [KEYS.word(file, field, word)]: value }
}

/** Answers that take everything that is proposed. */
export const answersProposed = (remedies: readonly WordRemedy[]): Answers =>
  Object.fromEntries(
    remedies.flatMap((one) => (one.proposed === null ? [] : Object.entries(answersOf(one, one.proposed)))),
  )

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()（）·、,，。.-]/g, '')

/** So many letters have to be in common before one word stands for another. */
const FEWEST = 2

/**
 * The value whose word lies in the text, or the other way round, with most letters; else the one from which one letter
 * differs. Null where two are as near, or none is.
 */
export function nearest(values: NonNullable<Field['values']>, seen: string): string | null {
  const text = plain(seen)
  const scored = Object.entries(values)
    .map(([value, synonyms]) => ({ value, score: scoreOf(text, [value, ...synonyms].map(plain)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const [first, second] = scored
  return first && first.score !== second?.score ? first.value : null
}

function scoreOf(text: string, words: readonly string[]): number {
  return words.reduce((best, word) => {
    const shorter = Math.min(word.length, text.length)
    if (shorter >= FEWEST && (text.includes(word) || word.includes(text))) return Math.max(best, shorter)
    return shorter > FEWEST && isOneApart(text, word) ? Math.max(best, shorter - 1) : best
  }, 0)
}

/** Whether one letter was changed, added or left out. */
function isOneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const [x, y] = [a.slice(at), b.slice(at)]
  return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)
}
