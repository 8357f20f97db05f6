import { backupsIn } from '../../exchange/backup/keep-backup'
import { lookAtBackup } from '../../exchange/backup/look-at-backup'
import { type ReadExchange, readExchangeFile } from '../../exchange/file/exchange-file'
import { FolderError } from '../../exchange/folder/folder'
import { previewOf } from '../../exchange/preview'
import type { ReadLog } from '../../import/files/read-log'
import { deviceIn } from '../../log/device'
import { wholeRead } from '../intake'
import { openedFiles } from '../sent-files'
import type { Calls } from '../serve'
import type { BackupFrom } from './backup-messages'
import type { BackupGround } from './make-backup'

type RestoreCall = 'backupsInFolder' | 'lookAtBackup' | 'restoreBackup' | 'takeFromBackup'

/** The calls that read a backup: what it is, and what of it is taken. None writes over anything. */
export function restoringCalls({ logs, now, desk, backups }: BackupGround): Pick<Calls, RestoreCall> {
  const readBackup = async (from: BackupFrom) => {
    if ('file' in from) return readExchangeFile(openedFiles([from.file])[0]!)
    return backups.inFolder(from.workspace, async (folder) => {
      const bytes = await folder.read(from.name)
      if (!bytes) throw new FolderError('gone', from.name)
      return readExchangeFile({ path: from.name, bytes })
    })
  }
  return {
    backupsInFolder: ({ workspace }) =>
      backups.inFolder(workspace, async (folder) => ({
        ...{ ok: true as const, names: await backupsIn(folder, null) },
      })),
    lookAtBackup: async ({ from, beside }) => {
      const answer = await readBackup(from)
      if (!answer.ok) return answer
      const held = beside === null ? null : await desk.heldOf(beside)
      return { ok: true, look: lookAtBackup(answer.read, held) }
    },
    restoreBackup: async ({ from, title, writer }) => {
      const answer = await readBackup(from)
      if (!answer.ok) return answer
      const { use } = lookAtBackup(answer.read, null)
      const entry = await logs.storage.create({ title, use, readOnly: false, origin: 'own' }, now(), (id) => {
        const device = deviceIn(id, writer.device)
        return wholeRead(asLog(answer.read), { use, now, writer: { ...writer, device } })
      })
      return { ok: true, entry }
    },
    takeFromBackup: async ({ from, workspace, writer }) => {
      const answer = await readBackup(from)
      if (!answer.ok) return answer
      const { blocks } = await logs.read(workspace)
      const came = { ...answer.read, blocks: new Map([...blocks, ...answer.read.blocks]), isOneFile: true }
      return { ok: true, preview: previewOf(await desk.take(await desk.entryOf(workspace), came, writer)) }
    },
  }
}

/** A line that was no event is a fault of the log. */
const asLog = ({ events, blocks, told }: ReadExchange): ReadLog => ({
  ...{ events, blocks },
  lines: events.map((_, i) => i + 1),
  faults: told.map(() => ({ code: 'unreadable', event: null, line: 0, hash: null })),
})
