import { eachMade } from '../../formats/rows'
import type { FormatTable } from '../../formats/table'
import { textOf } from '../cells/fields'
import { frameInWords } from '../frames/frame-words'

/** A public download that everybody has, known by its columns alone. */
interface Download {
  readonly isOne: (headers: ReadonlySet<string>) => boolean
  readonly reads: (table: FormatTable) => FormatTable
}

type Cells = Readonly<Record<string, unknown>>

const all =
  (...wanted: readonly string[]) =>
  (headers: ReadonlySet<string>): boolean =>
    wanted.every((one) => headers.has(one))

/** The table with cells made from others, and without those that say nothing here. */
function remade(
  table: FormatTable,
  made: Readonly<Record<string, (cells: Cells) => unknown>>,
  left: string[],
): FormatTable {
  const rows = eachMade(table.rows, (row) => {
    const cells: Record<string, unknown> = {}
    for (const [header, cell] of Object.entries(row.cells)) if (!left.includes(header)) cells[header] = cell
    for (const [header, read] of Object.entries(made)) cells[header] = read(row.cells)
    return { ...row, cells }
  })
  const headers = [...new Set([...table.headers.filter((one) => !left.includes(one)), ...Object.keys(made)])]
  return { ...table, headers, rows }
}

/** The table in the frame in which its download is published, where the file states none. */
const publishedIn = (frame: string, table: FormatTable): FormatTable => ({
  ...table,
  statedFrame: table.statedFrame ?? frame,
})

const LEVELS: Readonly<Record<string, string>> = {
  district: 'district',
  street: 'town',
  town: 'town',
  2: 'district',
  3: 'town',
}

const levelIn = (cell: unknown): string | null => LEVELS[textOf(cell) ?? ''] ?? null

/** The atlas of districts, the table of boundaries, the outlines of compounds (each in one frame), villages of Taiwan (in several). */
const DOWNLOADS: readonly Download[] = [
  {
    isOne: all('adcode', 'name', 'level', 'parent', 'childrenNum'),
    reads: (table) =>
      publishedIn(
        'gcj02',
        remade(
          table,
          {
            code: ({ adcode }) => textOf(adcode),
            kind: ({ level }) => levelIn(level),
            parent: ({ parent }) => textOf((parent as { readonly adcode?: unknown } | null)?.adcode),
          },
          ['adcode', 'level', 'parent', 'center', 'centroid', 'childrenNum', 'subFeatureIndex', 'acroutes'],
        ),
      ),
  },
  {
    isOne: all('id', 'pid', 'deep', 'name', 'ext_path', 'polygon'),
    reads: (table) =>
      publishedIn(
        'gcj02',
        remade(
          table,
          {
            code: ({ id }) => textOf(id),
            kind: ({ deep }) => levelIn(deep),
            parent: ({ pid, deep }) => (textOf(deep) === '2' ? null : textOf(pid)),
            name: ({ name, ext_path: path }) => textOf(path)?.split(/\s+/).at(-1) ?? textOf(name),
          },
          ['id', 'pid', 'deep', 'ext_path', 'geo'],
        ),
      ),
  },
  {
    isOne: all('name', 'uid', 'location', 'boundary'),
    reads: (table) => publishedIn('bd09', remade(table, {}, ['uid', 'location'])),
  },
  {
    isOne: all('VILLCODE', 'VILLNAME', 'TOWNCODE', 'COUNTYCODE'),
    reads: (table) =>
      remade(
        table,
        {
          code: ({ VILLCODE }) => textOf(VILLCODE),
          name: ({ VILLNAME }) => textOf(VILLNAME),
          kind: () => 'village',
          parent: ({ TOWNCODE }) => textOf(TOWNCODE),
        },
        [
          ...['VILLCODE', 'VILLNAME', 'VILLENG', 'TOWNCODE', 'TOWNID', 'TOWNENG'],
          ...['COUNTYCODE', 'COUNTYID', 'COUNTYENG'],
        ],
      ),
  },
]

/** The table with what its shape and its headers tell of its columns and its frame. */
export function withKnownDownload(table: FormatTable): FormatTable {
  const headers = new Set(table.headers)
  const download = DOWNLOADS.find(({ isOne }) => isOne(headers))
  if (download) return download.reads(table)
  const named = table.statedFrame ? null : frameInWords(table.headers)
  return named ? { ...table, statedFrame: named } : table
}
