import type { Arguments, OptionName } from './arguments'
import { check } from './check'
import type { InBoth, Language } from './language'
import { verifyLog } from './verify'

/** What a command answers: a document for `--json`, a text for people. */
export interface Answer {
  readonly document: unknown
  readonly text: string
  readonly exit?: 0 | 1
}

export interface Context {
  readonly language: Language
  /** a message for stderr */
  readonly warn: (text: string) => void
}

export interface Command {
  readonly usage: string
  readonly says: InBoth
  readonly options: readonly OptionName[]
  /** does it know `--json`? */
  readonly json: boolean
  readonly run: (args: Arguments, context: Context) => Promise<Answer>
}

export const COMMANDS: Readonly<Record<string, Command>> = {
  check: {
    usage: 'PACK [--json]',
    says: { zh: '逐行检查资料包', en: 'read a pack row by row and say what is refused and why' },
    options: [],
    json: true,
    run: check,
  },
  verify: {
    usage: 'LOG.ndjson [--json]',
    says: { zh: '核对日志的哈希链', en: 'check the hash chain of an exported log' },
    options: [],
    json: true,
    run: verifyLog,
  },
}
