import type { ListName } from '#geo'
import type { ListFile } from '../list-file'
import type { Unlisted } from './file-read'

export type FileKind = ListName | 'pack' | 'policy' | 'log' | 'kept' | 'unknown'

/** What became of one file. Rows are null where the file has none by its nature. */
export interface FileReport {
  readonly file: string
  readonly kind: FileKind
  readonly encoding: string | null
  readonly frame: string | null
  readonly rows: number | null
  readonly taken: number | null
  readonly refused: number | null
  /** the day on which the recipe was made that it was read by, where it was read by one */
  readonly recipe?: string
}

/** Of a file that holds no rows by its nature. */
export const without = (file: string, kind: FileKind, encoding: string | null = null): FileReport => ({
  file,
  kind,
  encoding,
  frame: null,
  rows: null,
  taken: null,
  refused: null,
})

/** A file or table that is no list: none of its rows is taken, and none counts as refused. */
export const unlistedReport = ({ file, encoding, rows }: Unlisted): FileReport => ({
  ...without(file, 'unknown', encoding),
  rows,
})

export function reportOf(list: ListFile): FileReport {
  return {
    file: list.path,
    kind: list.kind.list,
    encoding: list.encoding,
    frame: list.frame,
    rows: list.total,
    taken: list.taken.length,
    refused: list.refused.length,
    ...(list.recipe ? { recipe: list.recipe } : {}),
  }
}
