import { eachPart, type InParts, partsIn, watchedIn } from '../formats/parts'
import type { FormatTable } from '../formats/table'
import { digestOf } from '../log/digest'
import { BlockBuilder } from '../log/rows/block-builder'
import type { Kind } from '../records/records'
import type { Problem } from './problem'
import type { RefusedRow } from './refused-row'

/** One list file after every row was read on its own; checks between rows come later and may refuse more. */
export interface ListFile {
  readonly path: string
  readonly kind: Kind
  /** SHA-256 of the bytes of the file, hex, and how many they are */
  readonly hash: string
  readonly size: number
  readonly encoding: string | null
  readonly frame: string | null
  /** false where no table was found, or neither a row nor a column of the kind */
  readonly isRead: boolean
  /** what stands above the header: title, unit, until when */
  readonly titles?: readonly string[]
  /** rows in the file, taken or not */
  readonly total: number
  readonly headers: readonly string[]
  /** row of its header, as a spreadsheet numbers it; null where it has none */
  readonly headerRow: number | null
  /** what a person said of its columns */
  readonly told?: FormatTable['told']
  /** the day on which the recipe was made that it was read by */
  readonly recipe?: string | null
  /** by field, the header under which the file has it, where that is not the field's own name */
  readonly spelt: Readonly<Record<string, string>>
  /** further columns that tell a place, of which one alone is kept */
  readonly alsoPlaces?: readonly string[]
  /** of a list about persons, what names no place and is not kept, with its first row: in memory only, to be taught */
  readonly withoutPlace?: ReadonlyMap<string, { readonly row: number; readonly count: number }>
  /** names that several places have, in rows that nothing tells apart, with the first row and the places each may be */
  readonly severalPlaces?: ReadonlyMap<
    string,
    { readonly row: number; readonly count: number; readonly codes: readonly string[] }
  >
  /** columns the file says something of, under the names rows keep them by; what is not here stays as it was */
  readonly columns: readonly string[]
  readonly taken: BlockBuilder
  readonly refused: RefusedRow[]
  readonly problems: Problem[]
  /** the raw cells of a row, for a later refusal */
  readonly cellsOf: (row: number) => Readonly<Record<string, string>>
  /** the geometry of a row as the file writes it; null where it has none */
  readonly groundOf: (row: number) => string | null
}

/** A table of a file, known as the list that it is. */
export interface ListTable {
  readonly path: string
  readonly hash: string
  readonly size: number
  readonly kind: Kind
  readonly table: FormatTable
  /** the same table read once more */
  readonly again: () => FormatTable
}

/** What a file is known by: its bytes are not kept. */
export function markOf(file: InParts, look?: () => void): Pick<ListFile, 'hash' | 'size'> {
  const parts = watchedIn(partsIn(file), look)
  return { hash: digestOf(eachPart(parts)), size: parts.size }
}

/** A list of which nothing could be read, with the reason. */
export function unread(
  { path, kind, hash, size }: Omit<ListTable, 'table' | 'again'>,
  problem: Problem,
  encoding: string | null,
): ListFile {
  return {
    ...{ path, kind, hash, size },
    encoding,
    frame: null,
    isRead: false,
    total: 0,
    headers: [],
    headerRow: null,
    spelt: {},
    columns: [],
    taken: new BlockBuilder(kind),
    refused: [],
    problems: [problem],
    cellsOf: () => ({}),
    groundOf: () => null,
  }
}
