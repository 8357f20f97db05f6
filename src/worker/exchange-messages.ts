import type { FileFault } from '../exchange/file/exchange-file'
import type { FolderError } from '../exchange/folder/folder'
import type { ExchangeKept, Peer } from '../exchange/kept'
import type { Preview } from '../exchange/preview'
import type { SentFile, Writer } from './subjects'

/** The questions by which a log meets those of other machines: [what is asked with, what is answered]. */
export interface ExchangeCalls {
  /** where the workspace stands in its exchanges with other machines */
  exchange: [input: { readonly workspace: string }, output: ExchangeState]
  /** a file of what a machine lacks whose file came, or of everything */
  makeExchange: [
    input: {
      readonly workspace: string
      readonly writer: Writer
      readonly peer: string | null
      readonly notice: string
    },
    output: { readonly name: string; readonly bytes: Uint8Array; readonly events: number },
  ]
  /** what a file would bring; nothing is written */
  lookAtExchange: [input: { readonly workspace: string; readonly file: SentFile }, output: ExchangeLooked]
  takeExchange: [
    input: { readonly workspace: string; readonly writer: Writer; readonly file: SentFile },
    output: ExchangeLooked,
  ]
  /** chooses the folder; null: none any more */
  setExchangeFolder: [
    input: { readonly workspace: string; readonly folder: FileSystemDirectoryHandle | null },
    output: ExchangeState,
  ]
  /** takes what lies in the chosen folder and gives it what it lacks */
  meetFolder: [
    input: { readonly workspace: string; readonly writer: Writer },
    output:
      | { readonly ok: true; readonly preview: Preview }
      | { readonly ok: false; readonly code: FolderError['code'] },
  ]
}

/** Where a workspace stands in its exchanges: with whom, over what, and what it has still to give. */
export interface ExchangeState {
  readonly devices: number
  readonly events: number
  readonly peers: readonly (Omit<Peer, 'heads'> & { readonly lacks: number })[]
  readonly folder: {
    readonly handle: unknown
    readonly name: string
    /** events that it does not have yet; null before the first exchange */
    readonly waiting: number | null
  } | null
  readonly last: ExchangeKept['last']
}

/** What an exchange file brings, or why it cannot be read. */
export type ExchangeLooked =
  | { readonly ok: true; readonly preview: Preview }
  | { readonly ok: false; readonly code: FileFault; readonly seen: string }
