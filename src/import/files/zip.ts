import {
  ERR_ENTRY_DATA_OUT_OF_BOUNDS,
  ERR_INVALID_COMPRESSED_DATA,
  ERR_INVALID_CRC32,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  ERR_LOCAL_FILE_HEADER_NOT_FOUND,
  ERR_OVERLAPPING_ENTRY,
  type FileEntry,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js'
import type { Parts } from '../../formats/parts'
import { aProblem, type Problem, type ProblemCode } from '../problem'

export interface InputFile {
  /** with `/` between folders */
  readonly path: string
  readonly bytes: Uint8Array
  /** its bytes a part at a time, where they need not be held whole */
  readonly parts?: Parts
}

/** Beyond these an archive is not opened: a pack of a district is far below, a zip bomb is far above. */
export const ZIP_LIMITS = {
  files: 5_000,
  /** bytes of all files together, unpacked */
  total: 1_000_000_000,
  /** unpacked ÷ packed of one file; text packs 20 to 50 times */
  ratio: 400,
}

export interface Unpacked {
  readonly files: readonly InputFile[]
  readonly problems: readonly Problem[]
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

/** A path with `/`, or null where it would leave the folder it is unpacked into. */
export function safePath(path: string): string | null {
  const slashed = path.replaceAll('\\', '/')
  if (slashed.startsWith('/') || /^[a-zA-Z]:/.test(slashed) || slashed.includes('\0')) return null
  const parts = slashed.split('/').filter((part) => part !== '' && part !== '.')
  return parts.length === 0 || parts.includes('..') ? null : parts.join('/')
}

/** Names written without the UTF-8 mark: read as UTF-8, else as GB18030 (Chinese Windows). */
function nameOf(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {}
  }
  return new TextDecoder('latin1').decode(bytes)
}

/** What two names must differ in to be two files wherever they are unpacked: case and composition do not count. */
const sameName = (path: string): string => path.normalize('NFC').toLowerCase()

/**
 * How archives are opened: what may be read in two ways (a directory that disagrees with its files, data that overlap
 * or lie beside it) is refused, and so is what is not of the size and CRC it states.
 */
const READING = {
  strictness: 'strict',
  filenameValidation: 'tolerant', // unsafe paths are refused one by one
  checkCrc32: true,
  checkOverlappingEntry: true,
  useWebWorkers: false,
  useCompressionStream: false, // engines differ in what they take for whole
  decodeText: (bytes: Uint8Array) => nameOf(bytes),
} as const

const DAMAGED: readonly string[] = [
  ERR_ENTRY_DATA_OUT_OF_BOUNDS,
  ERR_INVALID_COMPRESSED_DATA,
  ERR_INVALID_CRC32,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  ERR_LOCAL_FILE_HEADER_NOT_FOUND,
  ERR_OVERLAPPING_ENTRY,
]

/** Why an archive is not opened at all. */
class Unopened extends Error {
  constructor(
    readonly code: Extract<ProblemCode, 'broken-zip' | 'zip-too-large' | 'zip-damaged' | 'zip-name-twice'>,
    readonly seen: string,
  ) {
    super(code)
  }
}

/**
 * Files of an archive. Unsafe paths are refused one by one; an archive that is broken, too large, or names one file
 * twice, whole: which of two would be meant nobody knows.
 */
export async function unpack(archive: InputFile): Promise<Unpacked> {
  const problems: Problem[] = []
  try {
    const reader = new ZipReader(new Uint8ArrayReader(archive.bytes), READING)
    const files: InputFile[] = []
    for (const [path, entry] of await entriesOf(reader, archive.path, problems))
      files.push({ path, bytes: await bytesOf(path, entry) })
    if (files.length + problems.length === 0) problems.push(aProblem(archive.path, 'empty-file'))
    return { files, problems }
  } catch (fault) {
    const { code, seen } =
      fault instanceof Unopened ? fault : { code: 'broken-zip' as const, seen: reasonOf(fault) }
    return { files: [], problems: [...problems, aProblem(archive.path, code, { seen })] }
  }
}

/** The entries that are data, by their safe path, in the order of the archive. Throws `Unopened`. */
async function entriesOf(
  reader: ZipReader<unknown>,
  archive: string,
  problems: Problem[],
): Promise<Map<string, FileEntry>> {
  const entries = new Map<string, FileEntry>()
  const names = new Map<string, string>()
  let total = 0
  for await (const entry of reader.getEntriesGenerator()) {
    const name = entry.filename
    // what calls itself a folder and holds something is a file that nobody would miss
    if (entry.directory && entry.uncompressedSize > 0) throw new Unopened('broken-zip', name)
    if (entry.directory || isJunk(name)) continue
    const path = entry.symlink ? null : safePath(name)
    if (path === null) {
      problems.push(aProblem(archive, 'unsafe-path', { seen: name }))
      continue
    }
    const first = names.get(sameName(path))
    if (first !== undefined)
      throw new Unopened('zip-name-twice', first === name ? name : `${first} · ${name}`)
    names.set(sameName(path), name)
    total += entry.uncompressedSize
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
    if (
      entries.size >= ZIP_LIMITS.files ||
      total > ZIP_LIMITS.total ||
      (ratio > ZIP_LIMITS.ratio && entry.uncompressedSize > 1e6)
    )
      throw new Unopened('zip-too-large', name)
    entries.set(path, entry)
  }
  return entries
}

/** The bytes of an entry, of the size and CRC it states. Throws `Unopened` where they are not. */
async function bytesOf(path: string, entry: FileEntry): Promise<Uint8Array> {
  try {
    return await entry.getData(new Uint8ArrayWriter())
  } catch (fault) {
    if (DAMAGED.includes((fault as Error).message)) throw new Unopened('zip-damaged', path)
    throw new Unopened('broken-zip', `${path}: ${reasonOf(fault)}`)
  }
}

/** What the reader says of a fault; of an archive that can be read in two ways, in what. */
const reasonOf = (fault: unknown): string => {
  const { message, reason } = fault as { readonly message: string; readonly reason?: string }
  return reason ?? message
}

/** What systems leave in folders and archives: never data. */
export function isJunk(path: string): boolean {
  return path
    .split('/')
    .some((part) => /^\.[^.]/.test(part) || part === '__MACOSX' || /^thumbs\.db$/i.test(part))
}
