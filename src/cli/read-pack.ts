import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { InputFile } from '../import/zip'

/** The pack could not be opened at all. The message is for stderr. */
export class NoPack extends Error {}

/** Files of a folder (below it too) or one file, as an import takes them. Throws `NoPack`. */
export function readInput(path: string): InputFile[] {
  try {
    if (!statSync(path).isDirectory()) return [{ path: basename(path), bytes: readFileSync(path) }]
    return filesUnder(path, '')
  } catch (fault) {
    throw new NoPack(`${path}: ${(fault as NodeJS.ErrnoException).code ?? (fault as Error).message}`)
  }
}

function filesUnder(root: string, folder: string): InputFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry): InputFile[] => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesUnder(root, path)
    return entry.isFile() ? [{ path, bytes: readFileSync(join(root, path)) }] : []
  })
}
