import type { BackupFolder } from '../backup/backup-folder'
import { type FolderEntry, FolderError } from './folder'

/** A directory that a person chose in the browser, or one of the browser's own. */
export function directoryFolder(root: FileSystemDirectoryHandle): BackupFolder {
  const folderAt = async (names: readonly string[], create: boolean): Promise<FileSystemDirectoryHandle> => {
    let at = root
    for (const name of names) at = await at.getDirectoryHandle(name, { create })
    return at
  }
  const fileAt = async (path: string, create = false): Promise<FileSystemFileHandle> => {
    const names = path.split('/')
    const folder = await folderAt(names.slice(0, -1), create)
    return folder.getFileHandle(names.at(-1)!, { create })
  }
  const fileIn = (path: string): Promise<File | null> =>
    orNothing(async () => (await fileAt(path)).getFile(), null)
  const write = (path: string, keep: number, bytes: Uint8Array): Promise<void> =>
    guarded(async () => {
      const file = await fileAt(path, true)
      // what is written stands in the file once it is closed, all of it or nothing
      const writing = await file.createWritable({ keepExistingData: keep > 0 })
      try {
        await writing.truncate(keep)
        await writing.write({ type: 'write', position: keep, data: bytes as Uint8Array<ArrayBuffer> })
      } catch (cause) {
        await writing.abort().catch(() => undefined)
        throw cause
      }
      await writing.close()
    })
  const read = async (path: string): Promise<Uint8Array | null> => {
    const file = await fileIn(path)
    return file && guarded(async () => new Uint8Array(await file.arrayBuffer()))
  }
  const remove = (path: string): Promise<void> =>
    orNothing(async () => {
      const names = path.split('/')
      await (await folderAt(names.slice(0, -1), false)).removeEntry(names.at(-1)!)
    }, undefined)
  return {
    list: (path) =>
      path === ''
        ? guarded(() => entriesOf(root))
        : orNothing(async () => entriesOf(await folderAt(path.split('/'), false)), []),
    read,
    size: async (path) => (await fileIn(path))?.size ?? null,
    write,
    rename: async (path, to) => {
      const file = (await guarded(() => fileAt(path))) as MovableFile
      if (await isMoved(file, to)) return
      // where files are not moved, what is closed under the other name stands there whole or not at all
      await write(to, 0, (await read(path))!)
      await remove(path)
    },
    remove,
  }
}

/** What browsers that move files have beside the types that every browser has. */
interface MovableFile extends FileSystemFileHandle {
  move?(name: string): Promise<void>
}

/** False where the browser, or that folder, does not move files. */
async function isMoved(file: MovableFile, path: string): Promise<boolean> {
  try {
    await file.move?.(path.split('/').at(-1)!)
    return file.move !== undefined
  } catch {
    return false
  }
}

async function entriesOf(folder: FileSystemDirectoryHandle): Promise<FolderEntry[]> {
  const entries: FolderEntry[] = []
  for await (const { name, kind } of folder.values())
    entries.push({ name, kind: kind === 'file' ? 'file' : 'folder' })
  return entries
}

const guarded = <Value>(task: () => Promise<Value>): Promise<Value> =>
  task().catch((cause) => {
    throw folderError(cause)
  })

const orNothing = <Value>(task: () => Promise<Value>, nothing: Value): Promise<Value> =>
  task().catch((cause) => {
    const { name } = cause as DOMException
    if (name === 'NotFoundError' || name === 'TypeMismatchError') return nothing
    throw folderError(cause)
  })

function folderError(cause: unknown): FolderError {
  const { name } = cause as DOMException
  if (name === 'NotAllowedError' || name === 'NoModificationAllowedError')
    return new FolderError('denied', cause)
  if (name === 'NotFoundError') return new FolderError('gone', cause)
  return new FolderError(name === 'QuotaExceededError' ? 'full' : 'failed', cause)
}
