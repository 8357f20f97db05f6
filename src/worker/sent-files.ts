import { fileInParts } from '../import/files/file-read-later'
import type { InputFile } from '../import/files/zip'
import type { SentFile } from './messages'
import { CallError } from './serve'

/** The files as an import takes them. */
export const openedFiles = (sent: readonly SentFile[]): InputFile[] =>
  sent.map((one) =>
    'file' in one
      ? fileInParts(one.path, { size: one.file.size, part: (from, to) => partOf(one, from, to) })
      : one,
  )

/** Read at once, as workers may: rows are asked for one after the other. */
function partOf({ path, file }: { readonly path: string; readonly file: Blob }, from: number, to: number) {
  try {
    return new Uint8Array(new FileReaderSync().readAsArrayBuffer(file.slice(from, to)))
  } catch (reason) {
    throw new CallError('file-gone', (reason as Error).message, { file: path })
  }
}
