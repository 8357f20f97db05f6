import type { Parts } from './parts'
import type { FormatTable, Read } from './table'

/** A file as a format reads it. */
export interface FormatFile {
  readonly path: string
  readonly bytes: Uint8Array
  /** its bytes a part at a time, where they need not be held whole */
  readonly parts?: Parts
  /** the files of the same name that belong to it, by their extension: `dbf`, `prj`, `cpg` of a `.shp` */
  readonly beside: ReadonlyMap<string, Uint8Array>
}

/** What a reader is told of the world: it knows no kind of record. */
export interface Asked {
  /** how many of these texts are names of columns that some one list knows */
  readonly columnsIn: (cells: readonly string[]) => number
  /** the line that somebody said is the header, of the table of that name, as a spreadsheet numbers it */
  readonly headerRowOf?: (table: string | null) => number | null
  /** called now and then with the share of a pass over the file that is done; may throw to end it */
  readonly step?: (share: number) => void
  /** called often as rows are read, once and again; may throw to end it */
  readonly watch?: () => void
  /** called as a library opens the whole of a file, with the rows that it has read so far; may throw to end it */
  readonly opening?: (rows: number) => void
}

/** One format: how its files are known and how they become tables. */
export interface Format {
  readonly id: string
  /** without the dot, small letters; they decide only where the bytes do not */
  readonly extensions: readonly string[]
  /** whether the bytes can be nothing else */
  readonly recognises: (bytes: Uint8Array) => boolean
  /** extensions of files that belong to one of this format and hold no table by themselves */
  readonly companions?: readonly string[]
  /** what is heavy is loaded only here */
  readonly tables: (file: FormatFile, asked: Asked) => Promise<Read<readonly FormatTable[]>>
}

/** The extension of a path in small letters, without the dot. */
export const extensionOf = (path: string): string => /\.([^./]+)$/.exec(path.toLowerCase())?.[1] ?? ''

/** The beginning of the file as Latin letters: enough for signatures, whatever the encoding. */
export function beginningOf(bytes: Uint8Array, length = 1_000): string {
  const text = letters(bytes.subarray(0, length))
  if (text.startsWith('ÿþ')) return text.replaceAll('\0', '').slice(2)
  if (text.startsWith('þÿ')) return text.replaceAll('\0', '').slice(2)
  if (WIDE.test(text)) return text.replaceAll('\0', '')
  return text.replace(/^ï»¿/, '')
}

/** Plain signs in UTF-16 without a mark. */
const WIDE = /^(?:(?:[\t\n\r -~]\0){4}|(?:\0[\t\n\r -~]){4})/

/** bytes made into letters at once */
const AT_ONCE = 8_192

/** A letter a byte, by its number: a decoder of that name has other letters for 0x80 to 0x9F in a browser. */
function letters(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(from, from + AT_ONCE))
  return text
}
