import type { Language } from './language'

/** What a command answers: a document for `--json`, a text for people. */
export interface Answer {
  readonly document: unknown
  readonly text: string
  readonly exit?: 0 | 1
}

/** What a command is given beside its arguments. */
export interface Context {
  readonly language: Language
  /** a message for stderr */
  readonly warn: (text: string) => void
  /** a line for stdout before the answer, from what goes on until it is stopped */
  readonly tell: (text: string) => void
  /** everything on stdin */
  readonly input: () => Promise<string>
}
