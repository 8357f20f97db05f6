import type { Instant } from '#geo'
import type { BackupFailure, BackupsKept } from '../../exchange/backup/backups-kept'
import type { BackupLook } from '../../exchange/backup/look-at-backup'
import type { BackupProof, Unproven } from '../../exchange/backup/proof'
import type { FileFault } from '../../exchange/file/exchange-file'
import type { FolderError } from '../../exchange/folder/folder'
import type { Preview } from '../../exchange/preview'
import type { WorkspaceEntry } from '../../storage/port'
import type { SentFile, Writer } from '../subjects'

/** A backup: one that lies in the chosen folder of a workspace, or a file that a person handed over. */
export type BackupFrom = { readonly workspace: string; readonly name: string } | { readonly file: SentFile }

/** The questions about backups: [what is asked with, what is answered]. */
export interface BackupCalls {
  /** where the workspace stands in its backups */
  backups: [input: { readonly workspace: string }, output: BackupState]
  /** sets what is named, and leaves the rest */
  setBackups: [
    input: { readonly workspace: string } & Partial<Pick<BackupsKept, 'everyHours' | 'keep'>> & {
        readonly folder?: FileSystemDirectoryHandle | null
      },
    output: BackupState,
  ]
  /** into the chosen folder; `ifDue`: only where one is due. Null where nothing was done, or another tab does it */
  makeBackup: [
    input: {
      readonly workspace: string
      readonly writer: Writer
      readonly notice: string
      readonly ifDue: boolean
    },
    output: { readonly failure: BackupFailure | null } | null,
  ]
  /** as a file that is handed over once it was proven */
  handBackup: [
    input: { readonly workspace: string; readonly writer: Writer; readonly notice: string },
    output: { readonly ok: true; readonly name: string; readonly bytes: Uint8Array } | Refused<Unproven>,
  ]
  /** of this workspace and others, the newest first */
  backupsInFolder: [
    input: { readonly workspace: string },
    output: { readonly ok: true; readonly names: readonly string[] } | Unread,
  ]
  /** nothing is written */
  lookAtBackup: [
    input: { readonly from: BackupFrom; readonly beside: string | null },
    output: { readonly ok: true; readonly look: BackupLook } | Unread,
  ]
  /** as a workspace of its own */
  restoreBackup: [
    input: { readonly from: BackupFrom; readonly title: string; readonly writer: Writer },
    output: { readonly ok: true; readonly entry: WorkspaceEntry } | Unread,
  ]
  /** what the log that is open does not have */
  takeFromBackup: [
    input: { readonly from: BackupFrom; readonly workspace: string; readonly writer: Writer },
    output: { readonly ok: true; readonly preview: Preview } | Unread,
  ]
}

type Refused<Why> = { readonly ok: false } & Why

/** Why a backup cannot be read. */
export type Unread = Refused<{
  readonly code: FileFault | FolderError['code']
  readonly seen: string
}>

export interface BackupState {
  readonly folder: BackupsKept['folder']
  readonly everyHours: number
  readonly keep: number
  readonly last: BackupProof | null
  readonly failed: BackupFailure | null
  /** events that the last one does not have; all where there is none */
  readonly lacks: number
  /** since when, or from when, one is due; null where nothing is new */
  readonly dueAt: Instant | null
}
