import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'

/** the attributes of an entry are those of Unix */
const UNIX = 3

/** Every file under the folder by its path in it, with `/` between, in the order of their code points. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
}

/** SHA-256 of every file, as `sha256sum -c` reads them. */
export function sums(folder: string): string {
  const lines = filesUnder(folder).map((path) => {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex')
    return `${hash}  ${path}\n`
  })
  return lines.join('')
}

/** The moment as a zip writes it, which knows no zone: on every machine the hour of UTC. */
const inZip = (at: Date): Date =>
  new Date(
    at.getUTCFullYear(),
    at.getUTCMonth(),
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
  )

/** The folder as a zip with one folder of that name in it; the file `executable` may be run. */
export function archiveOf(
  folder: string,
  name: string,
  { executable, at }: { readonly executable: string; readonly at: Date },
): Uint8Array {
  const entries: Zippable = {}
  for (const path of filesUnder(folder)) {
    const mode = path === executable ? 0o100_755 : 0o100_644
    const level = /\.(br|zip|woff2)$/.test(path) ? 0 : 6
    entries[`${name}/${path}`] = [
      readFileSync(join(folder, path)),
      { mtime: inZip(at), os: UNIX, attrs: mode * 2 ** 16, level },
    ]
  }
  return zipSync(entries)
}
