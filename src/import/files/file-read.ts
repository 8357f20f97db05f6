import type { Frame } from '../frames/frame'
import type { ListFile } from '../list-file'
import type { Problem } from '../problem'
import type { Years, YearsLacking } from '../questions/years'
import type { ZonesLacking } from '../questions/zone-levels'
import type { RecipeMade } from '../recipes/deciding'

/** A file, or a table of it, that is none of the lists. */
export interface Unlisted {
  readonly file: string
  readonly encoding: string | null
  readonly rows: number | null
}

/** A list of which neither file nor pack says the frame: how it was read, and how it reads in another one. */
export interface UnstatedFrame {
  readonly list: ListFile
  readonly frame: string
  /** whether the format has that frame by its standard */
  readonly isUsual: boolean
  readonly readAs: (frame: Frame) => ListFile
}

/** What was found in one file. */
export interface FileRead {
  readonly lists: readonly ListFile[]
  readonly unstated: readonly UnstatedFrame[]
  readonly unlisted: readonly Unlisted[]
  readonly problems: readonly Problem[]
  /** tables of which something has to be asked */
  readonly asking: readonly Asking[]
  /** by table, what was decided of it, for the next one of its shape */
  readonly recipes: readonly RecipeMade[]
}

export const NOTHING_READ: FileRead = {
  ...{ lists: [], unstated: [], unlisted: [], problems: [] },
  ...{ asking: [], recipes: [] },
}

/** What is told of a table that lacks something. */
export interface TableAnswers {
  readonly years: Years | null
  readonly zones: {
    readonly isNone: boolean
    readonly levelOf: (row: number) => string | null
    readonly begin: string | null
  } | null
}

/** A table read with answers: the day that its first cell without a year becomes, and cells of which the year has no day. */
export interface AnsweredRead extends FileRead {
  readonly becomes: string | null
  readonly absent: number
}

/** A table of which something has to be asked, and how it reads with answers. */
export interface Asking {
  readonly list: ListFile
  readonly years: YearsLacking | null
  readonly zones: ZonesLacking | null
  readonly answered: (answers: TableAnswers) => AnsweredRead
}
