import { type UnzipFileInfo, unzipSync } from 'fflate'
import { aProblem, type Problem } from './problem'

export interface InputFile {
  /** with `/` between folders */
  readonly path: string
  readonly bytes: Uint8Array
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

/** Names written without the UTF-8 mark come as Latin-1: read them as UTF-8, else as GB18030 (Chinese Windows). */
function nameOf(seen: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole Latin-1 range is meant
  if (!/[\x80-\xff]/.test(seen) || /[^\x00-\xff]/.test(seen)) return seen
  const bytes = Uint8Array.from(seen, (sign) => sign.charCodeAt(0))
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {}
  }
  return seen
}

/** Files of an archive. Unsafe paths are refused one by one; an archive that is broken or too large, whole. */
export function unpack(archive: InputFile): Unpacked {
  const problems: Problem[] = []
  let count = 0
  let total = 0
  let tooLarge: string | null = null
  const wanted = (info: UnzipFileInfo): boolean => {
    const name = nameOf(info.name)
    if (name.endsWith('/') || isJunk(name)) return false
    if (safePath(name) === null) {
      problems.push(aProblem(archive.path, 'unsafe-path', { seen: name }))
      return false
    }
    count += 1
    total += info.originalSize
    const ratio = info.originalSize / Math.max(1, info.size)
    if (
      count > ZIP_LIMITS.files ||
      total > ZIP_LIMITS.total ||
      (ratio > ZIP_LIMITS.ratio && info.originalSize > 1e6)
    ) {
      tooLarge ??= name
    }
    return tooLarge === null
  }
  try {
    const entries = Object.entries(unzipSync(archive.bytes, { filter: wanted }))
    if (tooLarge !== null)
      return { files: [], problems: [aProblem(archive.path, 'zip-too-large', { seen: tooLarge })] }
    const files = entries.map(([name, bytes]) => ({ path: safePath(nameOf(name))!, bytes }))
    return { files, problems }
  } catch (fault) {
    return {
      files: [],
      problems: [aProblem(archive.path, 'broken-zip', { seen: String((fault as Error).message) })],
    }
  }
}

/** What systems leave in folders and archives: never data. */
export function isJunk(path: string): boolean {
  return path
    .split('/')
    .some((part) => /^\.[^.]/.test(part) || part === '__MACOSX' || /^thumbs\.db$/i.test(part))
}
