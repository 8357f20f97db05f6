/** A file as the import reads it: its path within what was dropped, and its bytes. */
export interface DroppedFile {
  readonly path: string
  readonly bytes: Uint8Array
}

async function filesIn(entry: FileSystemEntry): Promise<{ path: string; file: File }[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))
    return [{ path: entry.fullPath.replace(/^\//, ''), file }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: { path: string; file: File }[] = []
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail))
    if (batch.length === 0) return found
    for (const child of batch) for (const one of await filesIn(child)) found.push(one)
  }
}

/** The files of a drop, folders opened, in the order they were given. */
export async function filesOfDrop(transfer: DataTransfer): Promise<DroppedFile[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const loose = entries.length === 0 ? [...transfer.files].map((file) => ({ path: file.name, file })) : []
  for (const entry of entries) for (const one of await filesIn(entry)) loose.push(one)
  return readAll(loose)
}

/** The files of a file input, with their path where a folder was chosen. */
export async function filesOfInput(input: HTMLInputElement): Promise<DroppedFile[]> {
  return readAll(
    [...(input.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file })),
  )
}

async function readAll(given: readonly { path: string; file: File }[]): Promise<DroppedFile[]> {
  return Promise.all(
    given.map(async ({ path, file }) => ({ path, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
}
