import type {
  ClustersAnswer,
  Edition,
  EditionComparison,
  Exposure,
  Hypothesis,
  Instant,
  ListName,
  LocalEdition,
  LookupAnswer,
  LookupFrame,
  OverlapsAt,
  PlaceCard,
  PolicyDifference,
  Position,
  Scheme,
  SupposedAnswers,
} from '#geo'
import type { RefusedHeaders } from '../export/refused-rows'
import type { ListFormat, ListsWanted } from '../export/tables/file-name'
import type { ListFiles } from '../export/tables/list-files'
import type { TableDesk } from '../import/mapping/table-desk'
import type { TableGround } from '../import/mapping/table-ground'
import type { Work } from '../import/pace'
import type { Answering } from '../import/questions/question'
import type { Recipe } from '../import/recipes/recipe'
import type { Body, RowAt } from '../log/events'
import type { ColumnBlock } from '../log/rows/columns'
import type { NewWorkspace, StorageCode, WorkspaceEntry } from '../storage/port'
import type { BackupCalls } from './backup/backup-messages'
import type { Difference } from './difference'
import type { HubCalls } from './exchange/hub-messages'
import type { ExchangeCalls } from './exchange-messages'
import type {
  Answers,
  ClusterOptions,
  EditionDraft,
  EditionText,
  FoldedLog,
  ForeseenActs,
  PlannedImport,
  SentFile,
  Slice,
  Taking,
  Writer,
} from './subjects'

export type * from './subjects'

/** Every question that can be put to the kernel worker: [what is asked with, what is answered]. */
export interface KernelCalls extends ExchangeCalls, HubCalls, BackupCalls {
  storage: [
    input: null,
    output: {
      readonly workspaces: readonly WorkspaceEntry[]
      /** false: nothing outlives this page */
      readonly persistent: boolean
      readonly usage: number | null
      readonly quota: number | null
    },
  ]
  /** whole with the plan that it begins with, or not at all */
  create: [input: NewWorkspace & { readonly take?: Taking }, output: WorkspaceEntry]
  /** a writable workspace with the same log */
  copy: [input: { readonly workspace: string; readonly title: string }, output: WorkspaceEntry]
  rename: [input: { readonly workspace: string; readonly title: string }, output: null]
  remove: [input: { readonly workspace: string }, output: null]
  register: [
    input: { readonly workspace: string; readonly known: Instant | null; readonly device: string },
    output: FoldedLog,
  ]
  answers: [input: Slice, output: Answers]
  /** what would be if the hypotheses were so; nothing is written */
  suppose: [input: Slice & { readonly hypotheses: readonly Hypothesis[] }, output: SupposedAnswers]
  /** what acts would change of what is held; nothing is written. Null for acts that no log takes */
  foresee: [input: Slice & { readonly drafts: readonly Body[] }, output: ForeseenActs | null]
  /** the identity by which deeds name a row of a list; null where the log does not have it */
  identity: [
    input: { readonly workspace: string; readonly list: ListName; readonly at: RowAt },
    output: { readonly row: string | null },
  ]
  /** every rule edition known here, those that zones follow first */
  editions: [input: Slice, output: readonly Edition[]]
  /** one of them in sentences; null where it cannot be used */
  edition: [input: Slice & { readonly id: string }, output: EditionText | null]
  /** null where one of the two cannot be used */
  compareEditions: [
    input: Slice & { readonly from: string; readonly to: string },
    output: {
      readonly comparison: EditionComparison
      readonly differences: readonly PolicyDifference[]
    } | null,
  ]
  /** the document of a draft, its faults, and what it would move against edition `from`; nothing is written */
  draftEdition: [
    input: Slice & { readonly draft: EditionDraft; readonly from: string | null },
    output: { readonly edition: LocalEdition; readonly preview: EditionComparison | null },
  ]
  lookUp: [
    input: Slice & { readonly lines: readonly string[]; readonly frame: LookupFrame },
    output: readonly LookupAnswer[],
  ]
  /** the places of these codes that are known, or the deepest one at a position */
  places: [
    input: Slice & ({ readonly codes: readonly string[] } | { readonly at: Position }),
    output: readonly PlaceCard[],
  ]
  /** places that lie over each other at the effective instant, the largest pairs first */
  placesOver: [input: Slice, output: OverlapsAt]
  /** zones that the policy in force draws for cases and for where they were; null without a usable policy */
  propose: [
    input: Slice & { readonly cases: readonly string[]; readonly exposures: readonly Exposure[] },
    output: Scheme | null,
  ]
  clusters: [input: Slice & { readonly options: ClusterOptions }, output: ClustersAnswer]
  /** workspace null: as into an empty log. Nothing is written */
  plan: [
    input: {
      readonly workspace: string | null
      readonly files: readonly SentFile[]
      /** without it what is asked stays open */
      readonly answering?: Answering
      /** the edition that is adopted with the import */
      readonly edition?: string | null
      /**
       * asks what would be unplaced too, which costs a whole assessment: at the instant that is looked at, ms, or (null)
       * at the one at which the files would open
       */
      readonly foresees?: { readonly effective: Instant | null }
    },
    output: PlannedImport,
  ]
  /** the rows that the last plan refused, as a CSV in pieces of text; none once another was taken or begun */
  refusedRows: [
    input: { readonly language: 'zh' | 'en'; readonly headers: RefusedHeaders },
    output: readonly string[],
  ]
  /** one table of files: as it came, what each column is and why, and what its rows become; nothing is written */
  table: [
    input: {
      readonly workspace: string | null
      readonly files: readonly SentFile[]
      readonly path: string
      readonly answering: Answering
    },
    output: TableDesk | null,
  ]
  /** where the rows of one file would lie, by the drafts and blocks that bring it and the places; nothing is written */
  tableGround: [
    input: {
      readonly workspace: string | null
      readonly file: string
      /** in which its positions were read */
      readonly frame: string | null
      readonly drafts: readonly Body[]
      readonly blocks: ReadonlyMap<string, ColumnBlock>
    },
    output: TableGround | null,
  ]
  recipes: [input: { readonly workspace: string }, output: readonly Recipe[]]
  /** adds recipes in the place of those of the same shape, and forgets those named by their shape */
  keepRecipes: [
    input: {
      readonly workspace: string
      readonly add: readonly Recipe[]
      readonly forget: readonly string[]
    },
    output: readonly Recipe[],
  ]
  /** what was typed by hand and not written yet, by its form */
  drafts: [input: { readonly workspace: string }, output: Readonly<Record<string, unknown>>]
  keepDrafts: [
    input: { readonly workspace: string; readonly drafts: Readonly<Record<string, unknown>> },
    output: null,
  ]
  /** takes a plan into the log, as one step of undo */
  take: [input: Taking & { readonly workspace: string }, output: { readonly appended: number }]
  append: [
    input: {
      readonly workspace: string
      readonly drafts: readonly Body[]
      readonly writer: Writer
      /** files that drafts of `file.kept@1` name, by the hash of their block */
      readonly blocks?: ReadonlyMap<string, ColumnBlock>
    },
    output: { readonly appended: number },
  ]
  /** bytes of a file that was kept, by the hash of its block; null where it is not there */
  kept: [
    input: { readonly workspace: string; readonly hash: string },
    output: { readonly bytes: Uint8Array | null },
  ]
  undo: [
    input: {
      readonly workspace: string
      readonly writer: Writer
      readonly direction: 'undo' | 'redo'
      /** the step that was shown, by its first event; where another is the last now, nothing is undone */
      readonly expected?: string
    },
    output: { readonly appended: number },
  ]
  /** a zip: `log.ndjson` with its segments, or the pack with them */
  export: [
    input: {
      readonly workspace: string
      readonly what: 'log' | 'pack'
      /** text of the notice laid beside the files: for whom, by whom, when */
      readonly notice?: string
      /** of a workspace that is in the list no more */
      readonly entry?: Pick<WorkspaceEntry, 'title' | 'use'>
    },
    output: { readonly name: string; readonly bytes: Uint8Array },
  ]
  /** lists as people open them: one file, or a zip of several with the notice */
  exportLists: [
    input: ListsWanted & {
      readonly workspace: string
      /** ms; null: everything */
      readonly known: number | null
      readonly format: ListFormat
      readonly notice: string
    },
    output:
      | { readonly ok: true; readonly name: string; readonly bytes: Uint8Array }
      | Extract<ListFiles, { ok: false }>,
  ]
}

export type Call = keyof KernelCalls
export type Input<C extends Call> = KernelCalls[C][0]
export type Output<C extends Call> = KernelCalls[C][1]

/** Calls that are asked again and again with answers much alike: only what differs is sent. */
export const ALIKE: ReadonlySet<Call> = new Set(['answers', 'suppose'])

export interface Progress {
  readonly done: number
  readonly of: number
  /** what is at hand: a file name; empty at the end */
  readonly at: string
  /** of an import, how much of its work is done */
  readonly work?: Work
}

/** Codes a call can fail with beside those of storage. */
export type FailureCode =
  | StorageCode
  | IntakeCode
  | 'file-gone'
  | 'second-tab'
  | 'worker-gone'
  | 'kernel-failed'
  | 'AbortError'

/** Why a log or a pack is not taken into a workspace. */
export type IntakeCode =
  | 'broken-log'
  | 'forked-log'
  | 'other-content'
  | 'clock-questioned'
  | 'exercise-into-live'
  | 'live-into-exercise'

export type ToKernel =
  /** `holds`: the question of this call whose answer the page has, so that only what differs from it need be sent */
  | {
      readonly ask: number
      readonly call: Call
      readonly input: unknown
      readonly holds?: number
      /** its first number is set where the question is given up: seen also while nothing else is listened to */
      readonly stop?: SharedArrayBuffer
    }
  | { readonly cancel: number }

export type FromKernel =
  | { readonly answer: number; readonly output: unknown }
  /** the output is the one of `from` with this difference */
  | { readonly answer: number; readonly from: number; readonly difference: Difference }
  | {
      readonly failure: number
      readonly code: FailureCode
      readonly message: string
      /** what the sentence of the code names */
      readonly params?: Readonly<Record<string, string>>
    }
  | { readonly progress: number; readonly state: Progress }
  /** that workspace was made, has grown, was renamed or is gone, here, in another tab or by the browser */
  | { readonly moved: string }
