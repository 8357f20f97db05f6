import { KINDS, type Kind, NOTICE_FILE } from '../log/kinds'
import { isWellFormed } from '../log/well-formed'
import { aProblem, type Problem } from './problem'
import { type InputFile, isJunk, isZip, safePath, unpack } from './zip'

/** What a file of a pack is, by its name. */
export type Role =
  | { readonly role: 'list'; readonly kind: Kind; readonly format: 'csv' | 'geojson' }
  | { readonly role: 'pack' | 'policy' | 'indicators' | 'log' | 'segment' | 'kept' | 'unknown' }

export type PackFile = InputFile & Role

/** Files of later releases: kept byte for byte until they are used. */
export const LATER = [
  'signals',
  'exposures',
  'followups',
  'temperatures',
  'orders',
  'vaccination',
  'supplies',
  'stock',
]

function roleOf(path: string): Role {
  const parts = path.toLowerCase().split('/')
  const name = parts.at(-1)!
  const folder = parts.at(-2) ?? ''
  const [, stem = '', extension = ''] = /^(.*)\.([^.]*)$/.exec(name) ?? []
  if (name === 'pack.json') return { role: 'pack' }
  if (name === 'log.ndjson') return { role: 'log' }
  if (folder === 'segments' && extension === 'ndjson') return { role: 'segment' }
  if (folder === 'policies' && extension === 'json') return { role: 'policy' }
  if (parts.length === 1 && name === 'indicators.json') return { role: 'indicators' }
  const format =
    extension === 'csv' ? 'csv' : extension === 'geojson' || extension === 'json' ? 'geojson' : null
  const kind = KINDS.find(
    ({ file }) => (parts.length === 1 && stem === file) || (parts.length === 2 && folder === file),
  )
  if (kind && format) return { role: 'list', kind, format }
  if (parts.length === 1 && LATER.includes(stem) && extension === 'csv') return { role: 'kept' }
  return { role: 'unknown' }
}

/** The folder that every file of a dropped or zipped pack stands in, to be left out of their names; often none. */
function commonFolder(paths: readonly string[]): string {
  const home = paths.filter((path) => /(^|\/)pack\.json$/i.test(path)).sort((a, b) => a.length - b.length)[0]
  if (home !== undefined) return home.slice(0, -'pack.json'.length)
  const [first = ''] = paths
  const folder = first.includes('/') ? first.slice(0, first.indexOf('/') + 1) : ''
  const isList =
    KINDS.some(({ file }) => `${file}/` === folder) || folder === 'policies/' || folder === 'segments/'
  return !isList && folder !== '' && paths.every((path) => path.startsWith(folder)) ? folder : ''
}

/** Files named from the folder that they all stand in, those of an archive among themselves; notices left out. */
function withoutFolder(given: readonly InputFile[]): InputFile[] {
  const files = given.filter(({ path }) => path.split('/').at(-1) !== NOTICE_FILE)
  const home = commonFolder(files.map(({ path }) => path))
  return files.map(({ path, bytes }) => ({
    path: path.startsWith(home) ? path.slice(home.length) : path,
    bytes,
  }))
}

/** A workbook or document is an archive too, but one file: what stands in it is named by its own name. */
const isOfficeFile = (parts: readonly InputFile[]): boolean =>
  parts.some(({ path }) => path === '[Content_Types].xml' || path === 'mimetype')

/**
 * Archives opened, junk left out, names relative to the pack's folder, in the order of their names: what an
 * import yields does not depend on the order in which files were dropped.
 */
export async function sortOut(given: readonly InputFile[]): Promise<{
  files: readonly PackFile[]
  problems: readonly Problem[]
}> {
  const problems: Problem[] = []
  const all: InputFile[] = []
  for (const file of given) {
    const path = safePath(file.path)
    if (path === null || !isWellFormed(path))
      problems.push(aProblem(file.path, 'unsafe-path', { seen: file.path }))
    else if (isJunk(path) || path.split('/').at(-1) === NOTICE_FILE) continue
    else if (isZip(file.bytes)) {
      const unpacked = await unpack(file)
      if (isOfficeFile(unpacked.files)) all.push({ path, bytes: file.bytes })
      else for (const one of withoutFolder(unpacked.files)) all.push(one)
      for (const problem of unpacked.problems) problems.push(problem)
    } else all.push({ path, bytes: file.bytes })
  }
  const files = withoutFolder(all).map((file): PackFile => ({ ...file, ...roleOf(file.path) }))
  return { files: files.sort((a, b) => compare(a.path, b.path)), problems }
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
