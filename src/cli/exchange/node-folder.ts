import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { BackupFolder } from '../../exchange/backup/backup-folder'
import { FolderError } from '../../exchange/folder/folder'

/** A folder of the disk, or of a share that is mounted there. */
export function nodeFolder(root: string): BackupFolder {
  const at = (path: string): string => join(root, ...path.split('/'))
  return {
    list: async (path) =>
      orNothing(
        () =>
          readdirSync(at(path), { withFileTypes: true }).flatMap((entry) =>
            entry.isFile() || entry.isDirectory()
              ? [{ name: entry.name, kind: entry.isFile() ? ('file' as const) : ('folder' as const) }]
              : [],
          ),
        [],
      ),
    read: async (path) => orNothing(() => new Uint8Array(readFileSync(at(path))), null),
    size: async (path) => orNothing(() => statSync(at(path)).size, null),
    write: async (path, keep, bytes) =>
      guarded(() => {
        madeFolder(root, dirname(at(path)))
        const file = openSync(at(path), 'a')
        closeSync(file)
        writeAfter(at(path), keep, bytes)
      }),
    rename: async (path, to) => guarded(() => renameSync(at(path), at(to))),
    remove: async (path) => guarded(() => rmSync(at(path), { force: true })),
  }
}

/** Makes a folder below one that is there. In a file system that may not be written some say that there is none. */
function madeFolder(root: string, path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (cause) {
    const isGone = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw isGone && existsSync(root) ? new FolderError('denied', cause) : cause
  }
}

function writeAfter(path: string, keep: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+')
  try {
    ftruncateSync(file, keep)
    for (let done = 0; done < bytes.length; )
      done += writeSync(file, bytes, done, bytes.length - done, keep + done)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function orNothing<Value>(task: () => Value, nothing: Value): Value {
  try {
    return task()
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return nothing
    throw folderError(cause)
  }
}

function guarded<Value>(task: () => Value): Value {
  try {
    return task()
  } catch (cause) {
    throw folderError(cause)
  }
}

function folderError(cause: unknown): FolderError {
  if (cause instanceof FolderError) return cause
  const { code } = cause as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new FolderError('denied', cause)
  if (code === 'ENOENT' || code === 'ENOTDIR') return new FolderError('gone', cause)
  return new FolderError(code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'failed', cause)
}
