import { extensionOf } from '../../formats/format'
import { formatBeside, formatOfName } from '../../formats/formats'
import { EXCHANGE_FILE, NOTICE_FILE } from '../../log/beside'
import { isWellFormed } from '../../log/well-formed'
import { KINDS, type Kind } from '../../records/records'
import { keptPath, underKeptName } from '../places/kept-name'
import { aProblem, type Problem } from '../problem'
import { firstBytes, underPath, withMore } from './file-read-later'
import { type InputFile, isJunk, isZip, safePath, unpack } from './zip'

/**
 * What a file of a pack is. The names that we write ourselves say it of our own documents and of lists; of any other
 * file what stands in it says it (`kind` null).
 */
export type Role =
  | { readonly role: 'list'; readonly kind: Kind | null; readonly beside: ReadonlyMap<string, Uint8Array> }
  | {
      readonly role: 'pack' | 'policy' | 'indicators' | 'log' | 'segment' | 'kept' | 'unknown' | 'besidePack'
    }

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

/** By its name a file holds signals: `signals/0527.csv`, `阳性线索.xlsx`. */
export const SIGNALS_BY_NAME = /(^|[\W_])signals?(?![a-z])|阳性线索/i

function roleOf({ path, beside }: Pick<Together, 'path' | 'beside'>): Role {
  const parts = path.toLowerCase().split('/')
  const name = parts.at(-1)!
  const folder = parts.at(-2) ?? ''
  const [, stem = '', extension = ''] = /^(.*)\.([^.]*)$/.exec(name) ?? []
  if (name === 'pack.json') return { role: 'pack' }
  if (name === 'log.ndjson') return { role: 'log' }
  if (folder === 'segments' && extension === 'ndjson') return { role: 'segment' }
  if (folder === 'policies' && extension === 'json') return { role: 'policy' }
  if (parts.length === 1 && name === 'indicators.json') return { role: 'indicators' }
  const kind = KINDS.find(
    ({ file }) => (parts.length === 1 && stem === file) || (parts.length === 2 && folder === file),
  )
  const isNamed = kind !== undefined && formatOfName(path) !== null
  if (!isNamed && parts.length === 1 && LATER.includes(stem) && extension === 'csv') return { role: 'kept' }
  // what a later release will read is not taken for anything else now
  const isLater = (parts.length === 1 && LATER.includes(stem)) || SIGNALS_BY_NAME.test(path)
  if (!isNamed && isLater) return { role: 'unknown' }
  return { role: 'list', kind: isNamed ? kind : null, beside }
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

/** What is laid beside a log for people and for exchange. */
const isBeside = (path: string): boolean => [NOTICE_FILE, EXCHANGE_FILE].includes(path.split('/').at(-1)!)

/** Files named from the folder that they all stand in, those of an archive among themselves; notices left out. */
function withoutFolder(given: readonly InputFile[]): InputFile[] {
  const files = given.filter(({ path }) => !isBeside(path))
  const home = commonFolder(files.map(({ path }) => path))
  return files.map((file) =>
    underPath(file, file.path.startsWith(home) ? file.path.slice(home.length) : file.path),
  )
}

/** A workbook or document is an archive too, but one file: what stands in it is named by its own name. */
const isOfficeFile = (parts: readonly InputFile[]): boolean =>
  parts.some(({ path }) => path === '[Content_Types].xml' || path === 'mimetype')

/** A file with those that belong to it, by their extension. */
interface Together extends InputFile {
  readonly beside: ReadonlyMap<string, Uint8Array>
}

const stemOf = (path: string): string => path.replace(/\.[^./]*$/, '').toLowerCase()

/** Parts of one thing (`.dbf`, `.prj` of a `.shp`) put beside the file that they belong to; without it they stay alone. */
function together(files: readonly InputFile[]): Together[] {
  const parts = new Map<string, Map<string, Uint8Array>>()
  const heads = files.filter(({ path }) => formatBeside(path) === null)
  const homes = new Set(
    heads.filter(({ path }) => formatOfName(path)?.companions).map(({ path }) => stemOf(path)),
  )
  const isPart = ({ path }: InputFile): boolean => formatBeside(path) !== null && homes.has(stemOf(path))
  for (const part of files.filter(isPart)) {
    const own = parts.get(stemOf(part.path)) ?? new Map<string, Uint8Array>()
    parts.set(stemOf(part.path), own.set(extensionOf(part.path), part.bytes))
  }
  return files
    .filter((file) => !isPart(file))
    .map((file) => {
      const owns = formatOfName(file.path)?.companions !== undefined
      return withMore(file, { beside: (owns && parts.get(stemOf(file.path))) || NOTHING_BESIDE })
    })
}

const NOTHING_BESIDE: ReadonlyMap<string, Uint8Array> = new Map()

/**
 * Where an archive holds one list alone (a KMZ, a zipped shapefile), people know it by the archive's name; pictures
 * beside the placemarks of a KMZ are left out.
 */
function namedByArchive(archive: string, files: readonly InputFile[]): InputFile[] {
  const isKmz = extensionOf(archive) === 'kmz'
  const lists = isKmz ? files.filter(({ path }) => extensionOf(path) === 'kml') : files
  const heads = lists.filter(({ path }) => formatBeside(path) === null)
  const [only] = heads
  const format = only && formatOfName(only.path)
  if (heads.length !== 1 || !format || !(isKmz || format.companions)) return [...lists]
  const stem = archive.replace(/\.[^./]*$/, '')
  return lists.map((file) => underPath(file, isKmz ? archive : `${stem}.${extensionOf(file.path)}`))
}

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
      problems.push(aProblem(keptPath(file.path), 'unsafe-path', { seen: keptPath(file.path) }))
    else if (isJunk(path) || isBeside(path)) continue
    else if (isZip(firstBytes(file, 4))) {
      const unpacked = await unpack(file)
      if (isOfficeFile(unpacked.files)) all.push(underPath(file, path))
      else for (const one of namedByArchive(path, withoutFolder(unpacked.files))) all.push(one)
      for (const problem of unpacked.problems)
        problems.push({
          ...problem,
          file: keptPath(problem.file),
          seen: problem.seen && keptPath(problem.seen),
        })
    } else all.push(underPath(file, path))
  }
  const files = together(withoutFolder(all)).map((file): PackFile => withRole(file))
  // a pack says by its names what its lists are: what lies beside them (sources, copies) would be counted twice
  const hasPack =
    files.some(({ role }) => role === 'pack') &&
    files.some((file) => file.role === 'list' && file.kind !== null)
  const read = files.map(
    (file): PackFile =>
      hasPack && file.role === 'list' && file.kind === null
        ? withMore(file, { role: 'besidePack' as const })
        : file,
  )
  return { files: read.sort((a, b) => compare(a.path, b.path)), problems }
}

/** What a file is, under the name by which it is known from here on. */
function withRole(file: Together): PackFile {
  const role = roleOf(file)
  return withMore(role.role === 'list' || role.role === 'unknown' ? underKeptName(file) : file, role)
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
