import type { Moment, Shape } from '#geo'
import { columnOf, columnTypeOf } from './cells'
import type { Cell, Column, ColumnBlock, SourceRow } from './columns'
import { digest, digestOf } from './digest'
import type { Kind } from './kinds'

/**
 * The rows of one file as columns. Fields of the kind are kept in their own type, `knownAt` as a time, any
 * other column as text. A field that is empty in every row gets no column; a column the kind does not know
 * (an item of a report) stays even when it is empty, because an empty item is *missing*, not absent.
 */
export function blockOf(kind: Kind, rows: Iterable<SourceRow>): ColumnBlock {
  const source = [...rows]
  const columns: Record<string, Column> = {}
  const known = new Set<string>()
  for (const { name, type } of [...kind.fields, { name: 'knownAt', type: 'moment' as const }]) {
    known.add(name)
    const cells = cellsOf(source, name)
    if (cells.some((cell) => cell !== null && cell !== ''))
      columns[name] = columnOf(columnTypeOf(type), cells)
  }
  for (const name of otherNames(source, known)) columns[name] = columnOf('text', cellsOf(source, name))
  return Object.freeze({
    list: kind.list,
    length: source.length,
    columns: Object.freeze(columns),
    rows: Uint32Array.from(source, ({ row }) => row),
    ids: identitiesOf(kind, source),
  })
}

const cellsOf = (rows: readonly SourceRow[], name: string): Cell[] =>
  rows.map(({ values }) => values[name] ?? null)

function otherNames(rows: readonly SourceRow[], known: ReadonlySet<string>): Set<string> {
  const names = new Set<string>()
  for (const { values } of rows) for (const name in values) if (!known.has(name)) names.add(name)
  return names
}

/** A file that no list holds, byte for byte, as a block of one row. */
export function blockOfBytes(bytes: Uint8Array): ColumnBlock {
  return Object.freeze({
    list: 'kept',
    length: 1,
    columns: Object.freeze({ bytes: columnOf('bytes', [bytes]) }),
    rows: Uint32Array.of(1),
    ids: [digest(bytes).slice(0, 32)],
  })
}

/**
 * Identity of each row: the fields that are the kind's own id, joined by `|`; else, also where the id is empty, a
 * hash of kind and content. The n-th row of a file with the same identity gets `#n`, so that equal rows stay several.
 */
function identitiesOf(kind: Kind, rows: readonly SourceRow[]): string[] {
  const seen = new Map<string, number>()
  return rows.map(({ values }) => {
    const id = ownIdentity(kind, (name) => values[name] ?? null) ?? contentHash(kind.list, values)
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    return count === 1 ? id : `${id}#${count}`
  })
}

/** Fields of an identity without which a row has none. */
const NUMBERS = ['id', 'round']

/** The identity that a row brings itself; null where it is known by its content only. */
export function ownIdentity(kind: Kind, cellOf: (name: string) => Cell): string | null {
  const { identity, identityWithin } = kind
  if (!identity) return null
  const isNumbered = NUMBERS.every((name) => !identity.includes(name) || identityText(cellOf(name)) !== '')
  if (!isNumbered) return null
  const within = identityWithin === undefined ? '' : identityText(cellOf(identityWithin))
  return [...identity.map((name) => identityText(cellOf(name))), ...(within === '' ? [] : [within])].join('|')
}

/** A cell as part of an identity: times by their instant, geometry by its hash, empty as nothing. */
export function identityText(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Float64Array) return digestOf([bytesOf(cell)]).slice(0, 32)
  if (Array.isArray(cell)) return digestOf(shapeParts(cell as Shape)).slice(0, 32)
  return typeof cell === 'object' && 'isDay' in cell ? String((cell as Moment).at) : String(cell)
}

function contentHash(list: string, values: SourceRow['values']): string {
  return digestOf(contentParts(list, values)).slice(0, 32)
}

function* contentParts(list: string, values: SourceRow['values']): Generator<string | Uint8Array> {
  yield list
  for (const name of Object.keys(values).sort()) {
    const cell = values[name] ?? null
    if (cell === null || cell === '') continue
    yield `\u0000${name}\u0001`
    if (cell instanceof Float64Array) yield bytesOf(cell)
    else if (cell instanceof Uint8Array) yield cell
    else if (Array.isArray(cell)) yield* shapeParts(cell as Shape)
    else if (typeof cell === 'object') yield `${(cell as Moment).at}${(cell as Moment).isDay ? 'd' : ''}`
    else yield String(cell)
  }
}

function* shapeParts(shape: Shape): Generator<string | Uint8Array> {
  for (const polygon of shape) {
    yield '\u0002'
    for (const ring of polygon) {
      yield '\u0003'
      yield bytesOf(ring)
    }
  }
}

const bytesOf = (numbers: Float64Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
