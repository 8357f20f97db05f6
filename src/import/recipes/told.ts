import type { ListName } from '#geo'
import { digest } from '../../log/digest'
import { looksLikeName } from '../../log/personal/names'
import { holdsNumbers } from '../../log/personal/numbers'
import { spellings } from '../headers/headers'
import type { Answers } from '../questions/answers'

/** The table is no list: none of its rows is taken. */
export const NO_LIST = 'none'
/** The column is not taken. */
export const LEFT_OUT = '-'
/** The recipe for a table of this shape is not followed. */
export const NO_RECIPE = 'off'

/** What a person said of a table: only what differs from what is read by itself. */
export interface Told {
  readonly list: ListName | typeof NO_LIST | null
  /** as a spreadsheet numbers it */
  readonly headerRow: number | null
  readonly frame: string | null
  /** by the hash of a header: the name of a field, or that it is left out */
  readonly columns: Readonly<Record<string, string>>
  /** by field, by the hash of a word: the value that it means */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export const NOTHING_TOLD: Told = { list: null, headerRow: null, frame: null, columns: {}, words: {} }

/** How many things were said. */
export const countTold = ({ list, headerRow, frame, columns, words }: Told): number =>
  [list, headerRow, frame].filter((one) => one !== null).length +
  Object.keys(columns).length +
  Object.values(words).reduce((sum, own) => sum + Object.keys(own).length, 0)

/** Of 256 bits so many hex digits: two headers of a thousand files do not meet. */
const DIGITS = 32

/** What a header is known by. It is kept nowhere else. */
export const hashOfHeader = (header: string): string =>
  digest(`header\n${spellings(header)[0] ?? header}`).slice(0, DIGITS)

/** What a word in a cell is known by. */
export const hashOfWord = (word: string): string =>
  digest(`word\n${word.normalize('NFKC').trim().toLowerCase()}`).slice(0, DIGITS)

/** A header that is a person's name or number (a table without headers) is no part of a shape. */
export const isOfShape = (header: string): boolean => !looksLikeName(header) && !holdsNumbers(header)

const PREFIX = 'told:'
const ofTable = (path: string): string => `${PREFIX}${path}\n`

/** Under what an answer about a table stands. */
export const KEYS = {
  list: (path: string) => `${ofTable(path)}list`,
  headerRow: (path: string) => `${ofTable(path)}header`,
  frame: (path: string) => `${ofTable(path)}frame`,
  recipe: (path: string) => `${ofTable(path)}recipe`,
  once: (path: string) => `${ofTable(path)}once`,
  column: (path: string, header: string) => `${ofTable(path)}column\n${hashOfHeader(header)}`,
  word: (path: string, field: string, word: string) => `${ofTable(path)}word\n${field}\n${hashOfWord(word)}`,
  /** the cell of one row alone */
  cell: (path: string, field: string, row: number) => `${ofTable(path)}cell\n${field}\n${row}`,
  /** what all of these begin with */
  cells: (path: string) => `${ofTable(path)}cell\n`,
} as const

/** The answers without those about one table. */
export const withoutTold = (answers: Answers, path: string): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => !key.startsWith(ofTable(path))))

/** What the answers say of a table, upon what a recipe says of its shape. */
export function toldIn(answers: Answers, path: string, upon: Told = NOTHING_TOLD): Told {
  const columns: Record<string, string> = { ...upon.columns }
  const words: Record<string, Record<string, string>> = {}
  for (const [field, own] of Object.entries(upon.words)) words[field] = { ...own }
  for (const [key, answer] of Object.entries(answers)) {
    if (!key.startsWith(ofTable(path))) continue
    const [what, name = '', word = ''] = key.slice(ofTable(path).length).split('\n')
    if (what === 'column') columns[name] = answer
    if (what === 'word') words[name] = { ...words[name], [word]: answer }
  }
  const row = Number(answers[KEYS.headerRow(path)])
  return {
    list: (answers[KEYS.list(path)] as Told['list'] | undefined) ?? upon.list,
    headerRow: Number.isInteger(row) && row > 0 ? row : upon.headerRow,
    frame: answers[KEYS.frame(path)] ?? upon.frame,
    columns,
    words,
  }
}
