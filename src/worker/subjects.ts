import type {
  ApprovalStep,
  AssessAnswer,
  Bilingual,
  Clock,
  CoverageAnswer,
  Instant,
  LocalChanges,
  PackDescription,
  PolicyExplanation,
  Survey,
  Threshold,
  UnplacedRow,
} from '#geo'
import type { InputFile } from '../import/files/zip'
import type { ImportPlan } from '../import/plan'
import type { Admission } from '../log/admit'
import type { Author } from '../log/events'
import type { Register } from '../log/fold/register'
import type { Reversible } from '../log/undo'

/** Who writes, and on which device: handed to every call that appends. In each workspace the device writes under a name of its own. */
export interface Writer {
  readonly by: Author
  readonly device: string
}

/** One slice of one log: its events known at `known` (null: all), looked at for the effective instant, ms. */
export interface Slice {
  readonly workspace: string
  readonly known: Instant | null
  readonly effective: Instant
}

export interface Answers {
  readonly assess: AssessAnswer
  readonly coverage: CoverageAnswer
  readonly survey: Survey
}

export interface ClusterOptions {
  /** metres between two linked cases */
  readonly radius?: number
  /** days between two linked cases */
  readonly window?: number
  readonly min?: number
}

/** One edition as it is read and built upon. */
export interface EditionText {
  readonly id: string
  readonly explanation: PolicyExplanation
  /** as its JSON says, without what it extends */
  readonly document: unknown
  readonly levels: readonly (Bilingual & {
    readonly level: string
    readonly rank: number
    readonly prefix: Bilingual
  })[]
  readonly thresholds: readonly Threshold[]
  /** chains of approval by name */
  readonly chains: Readonly<Record<string, readonly ApprovalStep[]>>
  /** changes of level, without those that other ones end in */
  readonly transitions: readonly (Bilingual & {
    readonly id: string
    readonly from: readonly string[]
    /** levels it must have come from; null is: drawn at this level */
    readonly cameFrom: readonly (string | null)[]
    readonly to: string
    /** name of the chain it asks for */
    readonly approval: string | null
    /** clock of its first condition that counts days since a case; null where it has none */
    readonly caseClock: Clock | null
    /** it has conditions of its own, to which others may be added */
    readonly hasRule: boolean
  })[]
}

/** A local edition: what is changed in one that is known, or a whole document of somebody else. */
export type EditionDraft =
  | { readonly base: string; readonly changes: LocalChanges }
  | { readonly document: unknown }

/** A plan reduced to what is news for the log it aims at, with how many rows of each file are, and each that changes. */
export type PlannedImport = ImportPlan &
  Pick<Admission, 'counts' | 'changes' | 'compared'> & {
    /** how many rows are refused: they stay where they were read, `refused` is empty, and leave by `refusedRows` */
    readonly refusedCount: number
    /** null where it would leave no row unplaced that was not so before, and where nobody asked */
    readonly unplaced: ForeseenUnplaced | null
  }

/** What an import would leave unplaced, and what that would hold, as seen at `asOf`. */
export interface ForeseenUnplaced {
  readonly asOf: Instant
  /** rows that are not so before it */
  readonly rows: readonly UnplacedRow[]
  /** ids of zones that nothing holds before it */
  readonly zones: readonly string[]
  /** ids of the others that they hold: held before it too */
  readonly heldBefore: readonly string[]
  /** names of the zones and places that the rows name, by id or code */
  readonly names: Readonly<Record<string, string>>
}

/** What acts would change of what is held, before anybody does them; nothing is written. */
export interface ForeseenActs {
  /** ids of zones that unplaced rows hold now, and no more then */
  readonly freed: readonly string[]
  /** ids of zones that other rows, or the same ones, hold still */
  readonly still: readonly string[]
  /** zones with the conditions that are unmet then and are not so now */
  readonly unmet: readonly { readonly zone: string; readonly leaves: readonly Bilingual[] }[]
  /** zones in which what the last of the acts states decides nothing, and why */
  readonly contradicted: readonly { readonly zone: string; readonly why: Bilingual }[]
}

/** A plan that a person confirmed, and who did. */
export interface Taking {
  readonly plan: ImportPlan
  readonly writer: Writer
  /** what a person says of the workspace that begins with it: of its own, for files do not speak for a district by it */
  readonly described?: PackDescription | null
}

export interface FoldedLog {
  readonly register: Register
  readonly reversible: Reversible
}

/** A file as the page sends it: its bytes, or the file itself, of which the worker reads what it looks at. */
export type SentFile = InputFile | { readonly path: string; readonly file: Blob }
