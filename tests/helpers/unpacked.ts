import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'

/** Unpacks a zip as `unzip` does: with what may be run kept so. */
export async function unpack(archive: string, into: string): Promise<void> {
  const reader = new ZipReader(new Uint8ArrayReader(new Uint8Array(readFileSync(archive))))
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue
    const path = join(into, entry.filename)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, await entry.getData(new Uint8ArrayWriter()), {
      mode: (entry.externalFileAttributes >>> 16) & 0o777,
    })
  }
  await reader.close()
}
