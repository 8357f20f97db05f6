import type { ExchangeDesk } from '../exchange-desk'
import type { Logs } from '../logs'
import type { Calls } from '../serve'
import { backupDesk } from './backup-desk'
import type { BackupCalls } from './backup-messages'
import { makingCalls } from './make-backup'
import { restoringCalls } from './restore-backup'

/** The calls about backups. `now` is the clock. */
export function backupCalls(
  logs: Logs,
  now: () => number,
  desk: ExchangeDesk,
): Pick<Calls, keyof BackupCalls> {
  const backups = backupDesk(logs, now)
  const ground = { logs, now, desk, backups }
  return {
    backups: ({ workspace }) => backups.stateOf(workspace),
    setBackups: async ({ workspace, folder: handle, ...settings }) => {
      const folder = handle && { handle, name: handle.name }
      await backups.keep(workspace, {
        ...settings,
        ...(folder === undefined ? {} : { folder, failed: null }),
      })
      return backups.stateOf(workspace)
    },
    ...makingCalls(ground),
    ...restoringCalls(ground),
  }
}
