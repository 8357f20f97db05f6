import type { Authority } from '../policy/policy'

/** Words in both languages; neither is ever missing. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** Parts of an explained policy, in the order in which they are read. */
export type BlockId =
  | 'head'
  | 'counting'
  | 'subject'
  | 'levels'
  | 'initial'
  | 'classes'
  | 'transitions'
  | 'schedules'
  | 'approvals'
  | 'deadlines'
  | 'migration'
  | 'unverified'
  | 'sources'

/** What a sentence is about, so that a page may set it apart. */
export type SentenceRole =
  | 'text'
  | 'delimit'
  | 'measure'
  | 'term'
  | 'event'
  | 'join'
  | 'condition'
  | 'clock'
  | 'restart'
  | 'move'
  | 'tail'
  | 'approval'
  | 'test'
  | 'source'

/** One sentence made from one part of the document. */
export interface PolicySentence extends Words {
  /** where it stands in the resolved document, e.g. `transitions.2.when.all.0` */
  readonly path: string
  readonly role: SentenceRole
  /** 0, or how deep it stands inside 任一 / 不 */
  readonly depth: number
  /** whose condition it is; null where it is none */
  readonly authority: Authority | null
  readonly mark: string | null
  /** ids of its sources as the document names them, e.g. `S7`; empty where it names none */
  readonly sources: readonly string[]
  /** it rests on general knowledge (`G`) */
  readonly unverified: boolean
  /** a condition that is our reading of the text */
  readonly reading?: boolean
}

/** A level, a transition, a chain …: a title and its sentences. */
export interface PolicyItem {
  readonly path: string
  /** id of the level, transition, chain or deadline; null where it has none */
  readonly about: string | null
  readonly title: Words | null
  readonly sentences: readonly PolicySentence[]
}

export interface PolicyBlock {
  readonly id: BlockId
  readonly title: Words
  readonly items: readonly PolicyItem[]
}

/** A policy as sentences. Blocks without an item are left out. */
export interface PolicyExplanation {
  readonly id: string
  readonly name: Words
  readonly blocks: readonly PolicyBlock[]
}
