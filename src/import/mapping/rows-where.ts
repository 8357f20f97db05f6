import type { CaseTable, ContactTable, Facts, Position } from '#geo'
import { ROW_LISTS, rowsHeld } from '#geo'

/** What a row says of where it lies. */
export interface Where {
  readonly row: number
  readonly place: string | null
  readonly zone: string | null
  readonly position: Position | null
}

/** Of every row that the file of that name brought. */
export function* rowsWhere(facts: Facts, file: string): Generator<Where> {
  for (const table of [facts.cases, facts.contacts]) yield* wheresIn(table, file)
  const sites = new Map(facts.facilities.map((one) => [one.id, one]))
  const lists: readonly (readonly Row[] | undefined)[] = [
    ...ROW_LISTS.filter(({ ground }) => ground !== null).map((list) => rowsHeld(facts, list)),
    facts.occupancy.map((row) => ({
      ...row,
      place: sites.get(row.site)?.place ?? null,
      ...at(sites.get(row.site)),
    })),
    facts.checks.map((row) => ({ ...row, ...at(sites.get(row.checkpoint)) })),
    facts.zones.flatMap(({ origin, members }) => members.map((place) => ({ origin, place }))),
    facts.places.map((place) => ({ origin: place.origin, place: place.code })),
  ]
  for (const { origin, place = null, zone = null, position = null } of lists.flatMap((rows) => rows ?? []))
    if (origin.file === file) yield { row: origin.row, place, zone, position }
}

interface Row {
  readonly origin: { readonly file: string; readonly row: number }
  readonly place?: string | null
  readonly zone?: string | null
  readonly position?: Position | null
}

const at = (site: { readonly position: Position | null } | undefined) => ({
  position: site?.position ?? null,
})

function* wheresIn(table: CaseTable | ContactTable, file: string): Generator<Where> {
  const wanted = table.file.values.indexOf(file)
  if (wanted < 0) return
  const lon = 'lon' in table ? table.lon : null
  const lat = 'lat' in table ? table.lat : null
  const text = ({ codes, values }: CaseTable['place'], n: number): string | null => values[codes[n]!] ?? null
  for (let n = 0; n < table.length; n += 1) {
    if (table.file.codes[n] !== wanted) continue
    const position: Position | null = lon && lat && !Number.isNaN(lon[n]) ? [lon[n]!, lat[n]!] : null
    yield { row: table.row[n]!, place: text(table.place, n), zone: text(table.zone, n), position }
  }
}
