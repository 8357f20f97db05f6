import { eachMade } from '../../formats/rows'
import type { FormatTable, RawRow } from '../../formats/table'
import type { Kind } from '../../records/records'
import { textOf } from '../cells/fields'
import { withPersonDerived } from '../persons/derived'
import type { ProblemCode } from '../problem'
import type { Derived } from './derived-table'
import { levelByHeaders, matchHeaders } from './headers'
import { withTitleDerived } from './title-times'

const LEVELS: Readonly<Record<number, string>> = { 6: 'district', 9: 'town', 12: 'village' }
const PARENT_DIGITS: Readonly<Record<number, number>> = { 12: 9, 9: 6 }

/**
 * The table with the columns that others tell: of places the kind (and the parent) from codes of 6, 9 or 12 digits, of
 * features and facilities the id from names of which none comes twice, of facilities their kind from a word in the name, of persons
 * their sex and age band.
 */
export function withDerived(kind: Kind, table: FormatTable): Derived {
  if (kind.list === 'places') return placesDerived(kind, table)
  if (kind.list === 'facilities' || kind.list === 'zones') return namedDerived(kind, table)
  return withTitleDerived(kind, withPersonDerived(kind, table))
}

function headersOf(kind: Kind, table: FormatTable): ReadonlyMap<string, string> {
  const { fields } = matchHeaders(kind, table.headers, { told: table.told })
  return new Map([...fields].map(([field, header]) => [field.name, header]))
}

/** The table with a further column; a row whose cell would be null has none. */
function withColumn(
  table: FormatTable,
  name: string,
  cellOf: (cells: RawRow['cells']) => string | null,
): FormatTable {
  const rows = eachMade(table.rows, (row) => ({
    ...row,
    cells: { ...row.cells, [name]: cellOf(row.cells) },
  }))
  return { ...table, headers: [...table.headers, name], rows }
}

function placesDerived(kind: Kind, table: FormatTable): Derived {
  const headers = headersOf(kind, table)
  const code = headers.get('code')
  return code === undefined ? compoundsDerived(headers, table) : levelsDerived({ headers, code }, table)
}

/** Compounds as map services list them, and places of one level without codes: known by their names, each once. */
function compoundsDerived(headers: ReadonlyMap<string, string>, table: FormatTable): Derived {
  const name = headers.get('name')
  const hasKind = headers.has('kind')
  if (name === undefined || !comeOnce(namesIn(table, name))) return { table, said: [] }
  const coded = withColumn(table, 'code', (cells) => textOf(cells[name]))
  const level = levelByHeaders(table.headers)
  return {
    table: hasKind ? coded : withColumn(coded, 'kind', () => level ?? 'compound'),
    said: [
      { code: 'id-from-name', column: name },
      ...(hasKind
        ? []
        : [{ code: level ? ('kind-from-header' as const) : ('kind-compound' as const), column: name }]),
    ],
  }
}

/** The names of the rows that can be read. */
const namesIn = ({ rows }: FormatTable, name: string): (string | null)[] =>
  rows.flatMap(({ cells, broken }) => (broken ? [] : [textOf(cells[name])]))

/** Whether names stand for ids: most rows have one (the others are refused for lack of it), and none comes twice. */
function comeOnce(names: readonly (string | null)[]): boolean {
  const told = names.filter((one) => one !== null)
  return told.length * 2 > names.length && new Set(told).size === told.length
}

function levelsDerived(
  { headers, code }: { readonly headers: ReadonlyMap<string, string>; readonly code: string },
  table: FormatTable,
): Derived {
  const digitsIn = (cells: RawRow['cells']): string =>
    /^(?:\d{6}|\d{9}|\d{12})$/.exec(textOf(cells[code]) ?? '')?.[0] ?? ''
  const said: { code: ProblemCode; column: string }[] = []
  let made = table
  if (!headers.has('kind') && table.rows.some(({ cells }) => digitsIn(cells) !== '')) {
    const level = levelByHeaders(table.headers)
    made = withColumn(made, 'kind', (cells) => LEVELS[digitsIn(cells).length] ?? level)
    said.push({ code: 'kind-from-code', column: code })
  } else if (!headers.has('kind')) {
    const level = levelByHeaders(table.headers)
    if (level) {
      made = withColumn(made, 'kind', () => level)
      said.push({ code: 'kind-from-header', column: headers.get('name') ?? code })
    }
  }
  if (!headers.has('parent') && table.rows.some(({ cells }) => digitsIn(cells).length > 6)) {
    const known = new Set(table.rows.map(({ cells }) => digitsIn(cells)))
    made = withColumn(made, 'parent', (cells) => {
      const digits = digitsIn(cells)
      const parent = digits.slice(0, PARENT_DIGITS[digits.length] ?? 0)
      return known.has(parent) && parent !== '' ? parent : null
    })
    said.push({ code: 'parent-from-code', column: code })
  }
  return { table: made, said }
}

function namedDerived(kind: Kind, table: FormatTable): Derived {
  const headers = headersOf(kind, table)
  const name = headers.get('name')
  if (name === undefined || !(table.areFeatures || kind.list === 'facilities')) return { table, said: [] }
  const names = namesIn(table, name)
  const said: { code: ProblemCode; column: string }[] = []
  let made = table
  if (!headers.has('id') && comeOnce(names)) {
    made = withColumn(made, 'id', (cells) => textOf(cells[name]))
    said.push({ code: 'id-from-name', column: name })
  }
  const words =
    kind.list === 'facilities' ? kind.fields.find((field) => field.name === 'kind')?.values : undefined
  if (words && !headers.has('kind')) {
    const kindIn = (text: string | null): string | null =>
      Object.entries(words).find(([, synonyms]) => synonyms.some((word) => text?.includes(word)))?.[0] ?? null
    if (names.some((one) => kindIn(one) !== null)) {
      made = withColumn(made, 'kind', (cells) => kindIn(textOf(cells[name])))
      said.push({ code: 'kind-from-name', column: name })
    }
  }
  return { table: made, said }
}
