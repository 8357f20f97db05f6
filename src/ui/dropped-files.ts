/** A file as the import reads it: its path within what was dropped, and its bytes. */
export interface DroppedFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A file that is handed on: one that is large as itself, to be read where it is looked at. */
export type HandedFile = DroppedFile | { readonly path: string; readonly file: File }

/** bytes; larger files are read a part at a time, and no byte of them stands in the page */
const LARGE = 8_000_000

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
export const filesOfDrop = async (transfer: DataTransfer): Promise<DroppedFile[]> =>
  readAll(await looseOfDrop(transfer))

/** The same, to be handed on. */
export const handedOfDrop = async (transfer: DataTransfer): Promise<HandedFile[]> =>
  handedOn(await looseOfDrop(transfer))

async function looseOfDrop(transfer: DataTransfer): Promise<Loose[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const loose = entries.length === 0 ? [...transfer.files].map((file) => ({ path: file.name, file })) : []
  for (const entry of entries) for (const one of await filesIn(entry)) loose.push(one)
  return loose
}

/** The files of a file input, with their path where a folder was chosen. */
export const filesOfInput = (input: HTMLInputElement): Promise<DroppedFile[]> => readAll(looseOfInput(input))

/** The same, to be handed on. */
export const handedOfInput = (input: HTMLInputElement): Promise<HandedFile[]> => handedOn(looseOfInput(input))

const looseOfInput = (input: HTMLInputElement): Loose[] =>
  [...(input.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }))

interface Loose {
  readonly path: string
  readonly file: File
}

const readAll = (given: readonly Loose[]): Promise<DroppedFile[]> => Promise.all(given.map(readOne))

const handedOn = (given: readonly Loose[]): Promise<HandedFile[]> =>
  Promise.all(given.map((one) => (one.file.size > LARGE ? one : readOne(one))))

const readOne = async ({ path, file }: Loose): Promise<DroppedFile> => ({
  path,
  bytes: new Uint8Array(await file.arrayBuffer()),
})
