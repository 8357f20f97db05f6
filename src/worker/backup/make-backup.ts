import { backupKey, backupName } from '../../exchange/backup/backup-name'
import type { BackupFailure, BackupsKept } from '../../exchange/backup/backups-kept'
import { keepBackup } from '../../exchange/backup/keep-backup'
import { type BackupProof, type Expected, expectedOf, unproven } from '../../exchange/backup/proof'
import { chainsOf, headsOf } from '../../exchange/chains'
import { exchangeFile } from '../../exchange/file/exchange-file'
import { FolderError } from '../../exchange/folder/folder'
import { parcelFor } from '../../exchange/meet'
import { deviceIn } from '../../log/device'
import { whileBackingUp } from '../../storage/locks'
import type { ExchangeDesk } from '../exchange-desk'
import type { Logs } from '../logs'
import type { Input } from '../messages'
import { type Calls, Handed } from '../serve'
import { type BackupDesk, openBackupFolder } from './backup-desk'

interface Made {
  readonly bytes: Uint8Array
  readonly expected: Expected
  readonly proof: Omit<BackupProof, 'way'>
}

/** Where logs are, what is kept of exchanges and backups, and the clock. */
export interface BackupGround {
  readonly logs: Logs
  readonly now: () => number
  readonly desk: ExchangeDesk
  readonly backups: BackupDesk
}

/** The calls that make a backup. */
export function makingCalls(ground: BackupGround): Pick<Calls, 'makeBackup' | 'handBackup'> {
  const { now, backups } = ground
  return {
    makeBackup: ({ ifDue, ...asked }) =>
      whileBackingUp(asked.workspace, async () => {
        const { folder, dueAt } = await backups.stateOf(asked.workspace)
        const isDue = dueAt !== null && dueAt <= now()
        if (!folder || (ifDue && !isDue)) return null
        return { failure: await toFolder(ground, folder, asked) }
      }),
    handBackup: async (asked) => {
      const { bytes, expected, proof } = await made(ground, asked)
      const fault = await unproven(proof.name, bytes, expected)
      if (fault) {
        await failed(ground, asked.workspace, fault)
        return { ok: false, ...fault }
      }
      await backups.keep(asked.workspace, { last: { ...proof, way: 'file' }, failed: null })
      return new Handed({ ok: true, name: proof.name, bytes }, [bytes.buffer as ArrayBuffer])
    },
  }
}

/** The archive, what it has to come back as, and what is said of it once it did. */
async function made(
  { logs, desk, now }: BackupGround,
  { workspace, writer, notice }: Input<'handBackup'>,
): Promise<Made> {
  const { title, use } = await desk.entryOf(workspace)
  const held = await desk.heldOf(workspace)
  const register = await logs.register(workspace, null)
  const at = now()
  const heads = headsOf(chainsOf(held.events))
  const bytes = exchangeFile(parcelFor({ heads: {}, blocksLacking: [] }, held), {
    ...{ heads, forHeads: null, device: deviceIn(workspace, writer.device), title, use, notice },
    madeAt: new Date(at).toISOString(),
  })
  const { timezone } = register.pack
  const name = backupName({ title, use, key: backupKey(workspace), at, timezone })
  const expected = expectedOf(held, register)
  const { head, state } = expected
  return {
    ...{ bytes, expected },
    proof: { at, name, bytes: bytes.length, events: held.events.length, heads, head, state },
  }
}

async function toFolder(
  ground: BackupGround,
  folder: NonNullable<BackupsKept['folder']>,
  asked: Input<'handBackup'>,
): Promise<BackupFailure | null> {
  const { workspace } = asked
  try {
    const { bytes, expected, proof } = await made(ground, asked)
    const { keep } = await ground.backups.keptOf(workspace)
    const done = await keepBackup(openBackupFolder(folder.handle), {
      name: proof.name,
      bytes,
      expected,
      keep,
    })
    if (!done.ok) return await failed(ground, workspace, done)
    await ground.backups.keep(workspace, { last: { ...proof, way: 'folder' }, failed: null })
    return null
  } catch (reason) {
    if (reason instanceof FolderError)
      return failed(ground, workspace, { code: reason.code, seen: folder.name })
    throw reason
  }
}

/** What was made before stays the last one that was proven. */
async function failed(
  { now, backups }: BackupGround,
  workspace: string,
  { code, seen }: Omit<BackupFailure, 'at'>,
): Promise<BackupFailure> {
  const failure = { at: now(), code, seen }
  await backups.keep(workspace, { failed: failure })
  return failure
}
