import type { InputFile } from '../../import/zip'

const bytesOf = async (file: File, path: string): Promise<InputFile> => ({
  path,
  bytes: new Uint8Array(await file.arrayBuffer()),
})

function entriesOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader()
  const all: FileSystemEntry[] = []
  return new Promise((done, refuse) => {
    const next = (): void =>
      reader.readEntries((some) => {
        if (!some.length) done(all)
        else {
          all.push(...some)
          next()
        }
      }, refuse)
    next()
  })
}

async function walk(entry: FileSystemEntry, above: string): Promise<InputFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, refuse) => (entry as FileSystemFileEntry).file(done, refuse))
    return [await bytesOf(file, above + entry.name)]
  }
  const within = await entriesOf(entry as FileSystemDirectoryEntry)
  return (await Promise.all(within.map((one) => walk(one, `${above}${entry.name}/`)))).flat()
}

/** A folder dropped alone is the pack itself: its own name is not part of the paths. */
function withoutCommonFolder(files: InputFile[]): InputFile[] {
  const first = files[0]?.path.split('/')[0]
  if (!first || !files.every(({ path }) => path.startsWith(`${first}/`))) return files
  return files.map((file) => ({ ...file, path: file.path.slice(first.length + 1) }))
}

const hidden = ({ path }: InputFile): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')

/** Files and folders of a drop, folders walked through; hidden files of the system are left out. */
export async function readDropped(transfer: DataTransfer): Promise<InputFile[]> {
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry?.())
    .filter((entry) => entry != null)
  const files = entries.length
    ? (await Promise.all(entries.map((entry) => walk(entry, '')))).flat()
    : await readChosen(transfer.files)
  return withoutCommonFolder(files).filter((file) => !hidden(file))
}

/** Files of an input element; with a folder chosen, their paths below it. */
export async function readChosen(list: FileList): Promise<InputFile[]> {
  const files = await Promise.all(
    [...list].map((file) => bytesOf(file, file.webkitRelativePath || file.name)),
  )
  return withoutCommonFolder(files).filter((file) => !hidden(file))
}
