import type { Bilingual } from '#geo'
import type { ShownCell } from '../../log/identity/changes'
import type { Recipe } from '../recipes/recipe'
import type { Answers } from './answers'

export type { Answers } from './answers'

/**
 * Where a proposed answer comes from: rows, title or name of the table, another file, the workspace, what polygons are
 * called; of a day also the newest row, the title or the name of a file that tells until when all of them speak.
 */
export type ReasonCode =
  | 'rows'
  | 'title'
  | 'file-name'
  | 'other-file'
  | 'workspace'
  | 'names'
  | 'newest-row-of'
  | 'title-of'
  | 'name-of'

/** Why an answer is proposed. */
export interface Reason {
  readonly code: ReasonCode
  /** the words, the day or the file that tell it; null where rows do */
  readonly seen: string | null
  /** rows that tell it, of so many that could; null where no rows do */
  readonly count: number | null
  readonly of: number | null
}

/** A table that waits for the answer: its first cell in question, and how many rows hang on it. */
export interface AskedOf {
  readonly file: string
  readonly row: number
  readonly column: string
  readonly rows: number
}

/** One thing to be answered: what is proposed and why, and what holds. */
export interface Part {
  readonly proposed: string | null
  readonly reason: Reason | null
  /** what the plan was made with; null while it is open, and then no row that hangs on it is taken */
  readonly answer: string | null
  /** an answer that was given and can be none */
  readonly unusable: string | null
}

/** Days without a year. The answer is a year, or two (`2022-2023`): late months in the first, early ones in the second. */
export interface YearQuestion extends Part {
  readonly kind: 'year'
  readonly id: string
  readonly of: readonly AskedOf[]
  /** the first such cell, as it stands */
  readonly seen: string
  readonly choices: readonly string[]
  /** the day that this cell becomes; null while open, or where the year has no such day */
  readonly becomes: string | null
  /** cells whose day the answered year does not have */
  readonly absent: number
}

/** One level that polygons may be of. */
export interface LevelChoice extends Bilingual {
  readonly value: string
  readonly rank: number
  /** the rows whose names say it */
  readonly named: number
  /** its name in the edition that is followed, where that is another one; null where it has none */
  readonly becomes: Bilingual | null
}

/** Polygons that are zones, of which nothing says the level, or since when they hold. */
export interface ZonesQuestion {
  readonly kind: 'zones'
  readonly id: string
  readonly of: readonly AskedOf[]
  readonly names: readonly string[]
  readonly choices: readonly LevelChoice[]
  /** null where the table tells it. The answer is a choice, `names` (each as it is called), or `none` (no zones) */
  readonly level: Part | null
  readonly begin: Part | null
}

/** A list whose rows another list of the import has: not taken twice, unless a person says that they are other people. */
export interface SameQuestion extends Part {
  readonly kind: 'same'
  readonly id: string
  readonly of: readonly AskedOf[]
  /** the list that has them */
  readonly with: string
}

/** Two rows of two lists that may be of one person: both count until a person says that they are one. */
export interface PersonQuestion extends Part {
  readonly kind: 'person'
  readonly id: string
  readonly of: readonly AskedOf[]
  /** the row of the other list */
  readonly with: { readonly file: string; readonly row: number }
  /** by what people are told apart, as either row has it */
  readonly cells: readonly { readonly column: string; readonly here: ShownCell; readonly there: ShownCell }[]
}

export type Question = YearQuestion | ZonesQuestion | SameQuestion | PersonQuestion

/** What has to be asked, beside what is only shown. */
export const isToAsk = (question: Question): question is YearQuestion | ZonesQuestion =>
  question.kind === 'year' || question.kind === 'zones'

/** What is answered of a list that the log holds and a file brings again. */
export const AGAIN = 'again:'

/** What is answered of a row that the log holds and a file says otherwise: it stays. */
export const AS_HELD = 'held:'
export const asHeldKey = (file: string, row: number): string => `${AS_HELD}${file}\n${row}`

/** By file, the rows that stay as the log holds them. */
export function asHeldIn(answers: Answers): ReadonlyMap<string, ReadonlySet<number>> {
  const held = new Map<string, Set<number>>()
  for (const key of Object.keys(answers)) {
    if (!key.startsWith(AS_HELD)) continue
    const [file, row] = key.slice(AS_HELD.length).split('\n') as [string, string]
    held.set(file, (held.get(file) ?? new Set()).add(Number(row)))
  }
  return held
}

/** The answer that leaves a question open: no row that hangs on it is taken. */
export const LEFT_OPEN = 'open'
/** The polygons are no zones. */
export const NO_ZONES = 'none'
/** The rows of two lists are other people. */
export const APART = 'apart'
/** Two rows are of one person, and the one of the list that is asked of counts, or the one of the other list. */
export const [HERE, THERE] = ['here', 'there']
/** Two rows are of two people. */
export const TWO = 'two'
/** Each polygon is of the level that its own name says. */
export const BY_NAME = 'names'

/** How answers are taken: those given, and what is proposed where none was given, if a person sees it. */
export interface Answering {
  readonly answers: Answers
  readonly takesProposed: boolean
  /** what was decided before of tables of one shape */
  readonly recipes?: readonly Recipe[]
}

/** The part with its answer: what was given where it is usable, else what is proposed where that is taken. */
export function partOf(
  id: string,
  { answers, takesProposed }: Answering,
  {
    proposed,
    reason,
    isUsable,
  }: Pick<Part, 'proposed' | 'reason'> & { readonly isUsable: (answer: string) => boolean },
): Part {
  const given = answers[id]?.trim()
  if (given === undefined || given === '')
    return { proposed, reason, answer: takesProposed ? proposed : null, unusable: null }
  if (given === LEFT_OPEN) return { proposed, reason, answer: null, unusable: null }
  return isUsable(given)
    ? { proposed, reason, answer: given, unusable: null }
    : { proposed, reason, answer: null, unusable: given }
}
