import { zoneShape } from '#geo'
import type { Register } from '../../log/fold/register'
import { type Field, KNOWN_AT } from '../../records/field'
import { headerOf, type WrittenIn } from '../../records/field-words'
import { KINDS, type Kind } from '../../records/records'
import type { WrittenRow } from '../../records/written'
import { toGeoJson } from '../geojson'
import { rowsOf } from '../rows'
import { fileNameOf, type ListsWanted } from './file-name'
import { cellPrinter, plainCell } from './list-table'
import { listWord } from './list-words'
import { registerWritten } from './register-written'

/** The lists of a register that lie somewhere as GeoJSON in WGS-84, by file name. A zone has the ground of its members. */
export function geoFilesOf(
  register: Register,
  { lists, written, asOf }: ListsWanted,
): ReadonlyMap<string, string> {
  const facts = registerWritten(register, asOf)
  const files = new Map<string, string>()
  for (const kind of KINDS.filter(({ geometry, list }) => geometry && lists.has(list))) {
    const rows = rowsOf(facts, kind.list)
    if (rows.length === 0) continue
    const grounded = kind.list === 'zones' ? withGround(rows, facts) : rows
    const title = listWord(kind, written)
    const print = printed(kind, { zone: facts.pack.timezone, written })
    files.set(`${fileNameOf(register, { title, written, asOf })}.geojson`, toGeoJson(grounded.map(print)))
  }
  return files
}

/** Each stay with the ground of its members, and with what was drawn of it where one of them has none. */
function withGround(rows: readonly WrittenRow[], { zones, places }: Register): WrittenRow[] {
  return rows.map((row, at) => ({ ...row, shape: zoneShape(zones[at]!, places) }))
}

function printed(
  { fields }: Kind,
  { zone, written }: { readonly zone: string; readonly written: WrittenIn },
): (row: WrittenRow) => WrittenRow {
  const columns = new Map<string, Field>([...fields, KNOWN_AT].map((field) => [field.name, field]))
  const print = cellPrinter(zone, written)
  return (row) => ({
    ...row,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([name, cell]) => {
        const field = columns.get(name)
        return field ? [headerOf(field, written), plainCell(print(field, cell))] : [name, cell]
      }),
    ),
  })
}
