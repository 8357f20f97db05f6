import type { Instant } from '#geo'
import type { FolderError } from '../folder/folder'
import type { BackupProof, UnprovenCode } from './proof'

/** What a workspace keeps of its backups beside its log. */
export interface BackupsKept {
  readonly folder: { readonly handle: unknown; readonly name: string } | null
  /** hours that may pass while there are acts */
  readonly everyHours: number
  /** backups that stay in the folder */
  readonly keep: number
  /** the last one that was proven to open */
  readonly last: BackupProof | null
  /** that a later one was not, or could not be written; null where none was tried since */
  readonly failed: BackupFailure | null
}

export interface BackupFailure {
  readonly at: Instant
  readonly code: UnprovenCode | FolderError['code']
  readonly seen: string
}

export const NO_BACKUPS: BackupsKept = { folder: null, everyHours: 4, keep: 14, last: null, failed: null }

/** Hours between backups, and backups kept, that can be chosen. */
export const EVERY_HOURS = [1, 2, 4, 8, 12, 24] as const
export const KEEP = [3, 7, 14, 30, 90] as const
