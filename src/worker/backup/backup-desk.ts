import type { Instant } from '#geo'
import type { BackupFolder } from '../../exchange/backup/backup-folder'
import { type BackupsKept, NO_BACKUPS } from '../../exchange/backup/backups-kept'
import { backupDue } from '../../exchange/backup/due'
import { chainsOf, lacking } from '../../exchange/chains'
import { directoryFolder } from '../../exchange/folder/directory'
import { FolderError } from '../../exchange/folder/folder'
import type { Logs } from '../logs'
import type { BackupState, Unread } from './backup-messages'

/** What every call about backups needs of a workspace: what is kept of them, when one is due, and their folder. */
export interface BackupDesk {
  keptOf(workspace: string): Promise<BackupsKept>
  keep(workspace: string, change: Partial<BackupsKept>): Promise<void>
  stateOf(workspace: string): Promise<BackupState>
  inFolder<Done>(workspace: string, task: (folder: BackupFolder) => Promise<Done>): Promise<Done | Unread>
}

export const openBackupFolder = (handle: unknown): BackupFolder =>
  directoryFolder(handle as FileSystemDirectoryHandle)

/** `now` is the clock. */
export function backupDesk(logs: Logs, now: () => number): BackupDesk {
  const keptOf = async (workspace: string): Promise<BackupsKept> => ({
    ...NO_BACKUPS,
    ...((await logs.storage.readBackups(workspace)) as BackupsKept | null),
  })
  return {
    keptOf,
    keep: async (workspace, change) =>
      logs.storage.keepBackups(workspace, { ...(await keptOf(workspace)), ...change }),
    stateOf: async (workspace) => {
      const kept = await keptOf(workspace)
      const { ordered } = await logs.read(workspace)
      const { pack } = await logs.register(workspace, null)
      const missing = lacking(chainsOf(ordered), kept.last?.heads ?? {})
      const act = earliest(missing.map(({ recordedAt }) => recordedAt))
      const dueAt = backupDue({
        last: kept.last?.at ?? null,
        act: act === null ? null : Math.min(act, now()),
        everyHours: kept.everyHours,
        timezone: pack.timezone,
      })
      return { ...kept, lacks: missing.length, dueAt }
    },
    inFolder: async (workspace, task) => {
      const { folder } = await keptOf(workspace)
      try {
        if (!folder) throw new FolderError('gone', 'no folder was chosen')
        return await task(openBackupFolder(folder.handle))
      } catch (reason) {
        if (reason instanceof FolderError) return { ok: false, code: reason.code, seen: folder?.name ?? '' }
        throw reason
      }
    },
  }
}

const earliest = (times: readonly Instant[]): Instant | null =>
  times.length > 0 ? times.reduce((one, other) => (other < one ? other : one)) : null
