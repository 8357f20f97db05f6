import { beginningOf, extensionOf } from './format'
import { holdsPart, isCompound } from './workbook/signs'

/** What a file is that is not read: named by its bytes, so that the sentence can say what to do with it. */
export type ForeignCode =
  | 'is-pdf'
  | 'is-picture'
  | 'is-drawing'
  | 'is-document'
  | 'is-slides'
  | 'is-archive'
  | 'is-recording'
  | 'is-database'
  | 'is-geopackage'
  | 'is-sqlite'
  | 'is-sqlite-part'
  | 'is-page'
  | 'is-map-container'

type Test = readonly [
  code: ForeignCode,
  test: (start: string, bytes: Uint8Array, extension: string) => boolean,
]

const starts =
  (...signs: readonly string[]) =>
  (start: string): boolean =>
    signs.some((sign) => start.startsWith(sign))

const isSqlite = starts('SQLite format 3\0')

/** Where a database says which application it is of, and how many letters it takes to say so. */
const APPLICATION = { from: 68, to: 72 }

/** A database of features: it says so itself, in the words of any edition, else one of its tables does. */
function isGeoPackage(start: string, bytes: Uint8Array): boolean {
  if (!isSqlite(start)) return false
  const application = start.slice(APPLICATION.from, APPLICATION.to)
  return /^GP(?:KG|1\d)$/.test(application) || beginningOf(bytes, bytes.length).includes('gpkg_contents')
}

const TESTS: readonly Test[] = [
  ['is-pdf', (start) => start.slice(0, 1_000).includes('%PDF-')],
  ['is-picture', starts('\u0089PNG', 'ÿØÿ', 'GIF8', 'II*\0', 'MM\0*', '8BPS')],
  ['is-picture', (start) => start.startsWith('BM') && start.charCodeAt(6) === 0 && start.charCodeAt(8) === 0],
  ['is-picture', (start) => start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP'],
  ['is-picture', (start) => /^....ftyp(?:heic|heix|mif1|avif)/s.test(start)],
  ['is-picture', (start) => /^\s*(?:<\?xml[^>]*>\s*)?<svg\b/i.test(start)],
  ['is-drawing', (start) => /^AC10\d\d/.test(start)],
  [
    'is-drawing',
    (start) => /^\s*0\s*[\r\n]+\s*SECTION/.test(start) || start.startsWith('AutoCAD Binary DXF'),
  ],
  ['is-geopackage', isGeoPackage],
  ['is-sqlite', isSqlite],
  ['is-sqlite-part', starts('7\u007f\u0006\u0082', '7\u007f\u0006\u0083', 'ÙÕ\u0005ù ¡c×')],
  ['is-sqlite-part', (_, __, extension) => /-(?:wal|shm|journal)$/.test(extension)],
  ['is-map-container', starts('fgb')],
  [
    'is-map-container',
    (_, __, extension) => ['gdb', 'mif', 'mid', 'gml', 'ovobj', 'ovkml'].includes(extension),
  ],
  [
    'is-database',
    (start) => start.slice(4, 19) === 'Standard Jet DB' || start.slice(4, 19) === 'Standard ACE DB',
  ],
  ['is-archive', starts('Rar!', "7z¼¯'", '\u001f\u008b', 'BZh', 'ý7zXZ')],
  ['is-recording', (start) => /^....ftyp/s.test(start) || starts('ID3', 'OggS', '\u001aEß£')(start)],
  ['is-recording', (start) => start.startsWith('RIFF') || start.startsWith('#!AMR')],
  ['is-document', (start) => start.startsWith('{\\rtf')],
  ['is-document', (_, bytes) => holdsPart(bytes, 'word/document')],
  ['is-document', (start, bytes) => holdsPart(bytes, 'content.xml') && start.includes('opendocument.text')],
  ['is-slides', (_, bytes) => holdsPart(bytes, 'ppt/presentation')],
  ['is-slides', (_, bytes, extension) => isCompound(bytes) && ['ppt', 'pps', 'dps'].includes(extension)],
  ['is-document', (_, bytes) => isCompound(bytes)],
  ['is-archive', starts('PK')],
  ['is-page', (start) => /^\s*(?:<!doctype html|<html)/i.test(start)],
]

/** What the file is, where it is none that is read; null where nobody can tell. */
export function foreignOf({
  path,
  bytes,
}: {
  readonly path: string
  readonly bytes: Uint8Array
}): ForeignCode | null {
  const start = beginningOf(bytes)
  const extension = extensionOf(path)
  return TESTS.find(([, test]) => test(start, bytes, extension))?.[0] ?? null
}
