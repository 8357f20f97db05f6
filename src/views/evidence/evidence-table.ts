import type { ListName, RowRef } from '#geo'
import type { FoundRow } from '../../export/row-at'
import type { Source } from '../../log/fold/register'
import { fieldOf, KINDS } from '../../records/records'
import type { EvidenceCell } from './evidence-cells'

/** A row that something rests on; `why` is how it decides, in words, null where it only stands beside what decides. */
export interface AskedRow extends RowRef {
  readonly why: string | null
}

export interface EvidenceColumn {
  readonly name: string
  readonly heading: string
  /** as its file heads it, where that is something else */
  readonly own: string | null
  readonly isFigure: boolean
}

export interface EvidenceLine {
  readonly key: string
  /** where it came from */
  readonly at: RowRef
  readonly why: string | null
  readonly number: string
  readonly file: string
  readonly cells: readonly EvidenceCell[]
}

export interface EvidenceTable {
  readonly list: ListName
  readonly columns: readonly EvidenceColumn[]
  /** what decides first, then the newest */
  readonly lines: readonly EvidenceLine[]
  /** its files, each with how its rows are numbered */
  readonly files: readonly { readonly name: string; readonly numbering: Numbering; readonly header: number }[]
}

/** `sheet`: as a spreadsheet numbers it; `features`: of a file without rows; `old`: taken by an earlier release; `log`: said here. */
export type Numbering = 'sheet' | 'features' | 'old' | 'log'

/** A row of which no fact is at hand. */
export interface MissingRow {
  readonly key: string
  readonly asked: AskedRow
  readonly numbering: Numbering
}

export interface TableWords {
  readonly heading: (of: { readonly list: ListName; readonly column: string }) => string
  readonly cell: (
    of: { readonly list: ListName; readonly column: string },
    value: string | number | boolean,
  ) => EvidenceCell
  readonly position: (lng: number, lat: number) => string
  readonly number: (row: number, numbering: Numbering) => string
  readonly learned: string
  readonly whereabouts: string
}

/** How the rows of a file are numbered, by what was remembered of it as it was taken in. */
export function numberingOf({ file, segment }: RowRef, sources: readonly Source[]): Numbering {
  if (file === 'log.ndjson') return 'log'
  const source = sourceOf({ file, segment: segment ?? null }, sources)
  if (source?.file.table) return source.file.table.headerRow === null ? 'features' : 'sheet'
  if (/\.(?:geo)?json$/i.test(file)) return 'features'
  return source ? 'old' : 'sheet'
}

function sourceOf(
  { file, segment }: Pick<RowRef, 'file' | 'segment'>,
  sources: readonly Source[],
): Source | null {
  const named = sources.filter((one) => one.file.name === file)
  return named.findLast((one) => segment !== null && one.segment === segment) ?? named.at(-1) ?? null
}

interface Pair {
  readonly asked: AskedRow
  readonly found: FoundRow
}

/** The rows as tables, one a list, that of what decides first; and those of which nothing is at hand. */
export function evidenceTables(
  rows: readonly { readonly asked: AskedRow; readonly found: FoundRow | null }[],
  sources: readonly Source[],
  words: TableWords,
): { readonly tables: readonly EvidenceTable[]; readonly missing: readonly MissingRow[] } {
  const ordered = decidingFirst(rows)
  const lists = new Map<ListName, Pair[]>()
  const missing: MissingRow[] = []
  for (const { asked, found } of ordered) {
    if (!found) {
      missing.push({ key: keyOf(asked), asked, numbering: numberingOf(asked, sources) })
      continue
    }
    const before = lists.get(found.list)
    if (before) before.push({ asked, found })
    else lists.set(found.list, [{ asked, found }])
  }
  return { tables: [...lists].map(([list, pairs]) => tableOf(list, pairs, { sources, words })), missing }
}

function decidingFirst<Row extends { readonly asked: AskedRow }>(rows: readonly Row[]): Row[] {
  const newest = [...rows].reverse()
  return [
    ...newest.filter(({ asked }) => asked.why !== null),
    ...newest.filter(({ asked }) => asked.why === null),
  ]
}

const keyOf = ({ segment, file, row }: RowRef): string => `${segment} ${file} ${row}`

interface Given {
  readonly sources: readonly Source[]
  readonly words: TableWords
}

function tableOf(list: ListName, pairs: readonly Pair[], { sources, words }: Given): EvidenceTable {
  const names = columnsOf(list, pairs)
  const columns = names.map((name) => columnOf({ list, name }, pairs, { sources, words }))
  const lines = pairs.map(({ asked, found }) => {
    const held = new Map(found.cells)
    return {
      key: keyOf(asked),
      at: asked,
      why: asked.why,
      number: words.number(asked.row, numberingOf(asked, sources)),
      file: asked.file,
      cells: names.map((name) => cellOf({ list, name }, held, words)),
    }
  })
  return { list, columns, lines, files: filesOf(pairs, sources) }
}

/** The columns in which any of the rows has something, in the order of their kind; where it lies is one column. */
function columnsOf(list: ListName, pairs: readonly Pair[]): string[] {
  const held = new Set(pairs.flatMap(({ found }) => found.cells.map(([name]) => name)))
  held.delete('lat')
  const fields = KINDS.find((kind) => kind.list === list)?.fields.map(({ name }) => name) ?? []
  const known = fields.filter((name) => held.has(name))
  const others = [...held].filter((name) => !fields.includes(name) && !OWN.has(name))
  return [...known, ...others, ...(held.has('knownAt') ? ['knownAt'] : [])]
}

/** Columns of the log beside those of the kind: when it was learned stands last, the rest says nothing to a reader. */
const OWN: ReadonlySet<string> = new Set([
  'knownAt',
  'event',
  'follows',
  'opinions',
  'person',
  'isOfEnvironment',
])
const FIGURES: ReadonlySet<string | undefined> = new Set(['count', 'number'])

function columnOf(
  { list, name }: { readonly list: ListName; readonly name: string },
  pairs: readonly Pair[],
  { sources, words }: Given,
): EvidenceColumn {
  const field = fieldOf(list, name)
  const heading =
    name === 'knownAt'
      ? words.learned
      : name === 'lng'
        ? words.whereabouts
        : words.heading({ list, column: name })
  const own = new Set(
    pairs.flatMap(({ asked }) => {
      const headers = sourceOf({ file: asked.file, segment: asked.segment ?? null }, sources)?.file.table
        ?.headers
      if (!headers) return []
      const spelt = (name === 'lng' ? ['lng', 'lat'] : [name]).map((one) => headers[one] ?? one)
      return name === 'knownAt' && !headers.knownAt ? [] : spelt.join(' ')
    }),
  )
  own.delete(heading)
  return {
    name,
    heading,
    own: own.size > 0 ? [...own].join(' / ') : null,
    isFigure: FIGURES.has(field?.type),
  }
}

function cellOf(
  { list, name }: { readonly list: ListName; readonly name: string },
  held: ReadonlyMap<string, string | number | boolean>,
  words: TableWords,
): EvidenceCell {
  const value = held.get(name)
  if (value === undefined) return { text: '', held: null }
  const lat = held.get('lat')
  if (name === 'lng' && typeof value === 'number' && typeof lat === 'number')
    return { text: words.position(value, lat), held: null }
  return words.cell({ list, column: name }, value)
}

function filesOf(pairs: readonly Pair[], sources: readonly Source[]): EvidenceTable['files'] {
  const files = new Map<string, EvidenceTable['files'][number]>()
  for (const { asked } of pairs) {
    const numbering = numberingOf(asked, sources)
    const table = sourceOf({ file: asked.file, segment: asked.segment ?? null }, sources)?.file.table
    const one = { name: asked.file, numbering, header: table?.headerRow ?? 1 }
    files.set(`${one.name} ${numbering} ${one.header}`, one)
  }
  return [...files.values()]
}
