import type { BackupFolder } from './backup-folder'
import { readBackupName, UNFINISHED, unfinishedKey } from './backup-name'
import { type Expected, type Unproven, unproven } from './proof'

export interface Keeping {
  readonly name: string
  readonly bytes: Uint8Array
  readonly expected: Expected
  /** so many proven ones of this log stay */
  readonly keep: number
}

export type Kept =
  | {
      readonly ok: true
      /** names of older ones that were taken away */
      readonly removed: readonly string[]
    }
  | ({ readonly ok: false } & Unproven)

/**
 * Writes a backup under a name that is none, reads it back and proves it, and only then gives it its name: a file that is
 * called a backup was one. Older ones beyond `keep` go after that, never before and never the one that was proven.
 */
export async function keepBackup(
  folder: BackupFolder,
  { name, bytes, expected, keep }: Keeping,
): Promise<Kept> {
  const { key } = readBackupName(name)!
  await sweep(folder, key)
  const unfinished = `${name}${UNFINISHED}`
  await folder.write(unfinished, 0, bytes)
  const fault = await unproven(name, await folder.read(unfinished), expected)
  if (fault) {
    await folder.remove(unfinished)
    return { ok: false, ...fault }
  }
  await folder.rename(unfinished, name)
  if ((await folder.size(name)) !== bytes.length) {
    await folder.remove(name)
    return { ok: false, code: 'not-there', seen: name }
  }
  const removed = (await backupsIn(folder, key)).filter((one) => one !== name).slice(Math.max(0, keep - 1))
  for (const one of removed) await folder.remove(one)
  return { ok: true, removed }
}

/** Names of the finished backups of a log, newest first; of every log where no key is given. */
export async function backupsIn(folder: BackupFolder, key: string | null): Promise<readonly string[]> {
  const found = (await folder.list('')).flatMap(({ name, kind }) => {
    const said = kind === 'file' ? readBackupName(name) : null
    return said && (key === null || said.key === key) ? [{ name, ...said }] : []
  })
  return found
    .sort((a, b) => (a.stamp < b.stamp ? 1 : a.stamp > b.stamp ? -1 : a.name < b.name ? -1 : 1))
    .map(({ name }) => name)
}

/** What a machine that was killed left unfinished. */
async function sweep(folder: BackupFolder, key: string): Promise<void> {
  for (const { name, kind } of await folder.list(''))
    if (kind === 'file' && unfinishedKey(name) === key) await folder.remove(name)
}
