import {
  type FileEntry,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js'
import { LIMITS } from '../limits'

/** Unpacked ÷ packed: markup of tables packs 20 to 60 times. */
const MOST_PACKED = 400
const SMALL = 1_000_000

/** The text of a document, of the size and CRC that its archive states; null where there is none. Throws where it is damaged. */
export async function mainPart(bytes: Uint8Array): Promise<string | null> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), {
    checkCrc32: true,
    useWebWorkers: false,
    useCompressionStream: false,
  })
  for await (const entry of reader.getEntriesGenerator()) {
    if (entry.directory || !/^word\/document\d*\.xml$/.test(entry.filename)) continue
    const { uncompressedSize, compressedSize } = entry
    const ratio = uncompressedSize / Math.max(1, compressedSize)
    if (uncompressedSize > LIMITS.bytes || (ratio > MOST_PACKED && uncompressedSize > SMALL))
      throw new RangeError('too large')
    const part = await (entry as FileEntry).getData(new Uint8ArrayWriter())
    return new TextDecoder('utf-8', { fatal: true }).decode(part)
  }
  return null
}
