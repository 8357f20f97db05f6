import type { Facts, ListName, TextColumn } from '#geo'
import type { Body } from '../log/events'
import { looksPersonal } from '../log/personal/kept-text'
import { matchHeaders } from './headers/headers'
import type { ListFile } from './list-file'

type Refusal = Extract<Body, { type: 'rows.refused@1' }>
type Row = Refusal['refused'][number]

const LISTS: ReadonlySet<string> = new Set([
  ...['cases', 'contacts', 'rounds', 'facts', 'reports'],
  ...['zones', 'transitions'],
])
/** Refusals of a row for one that came before it. */
const AGAIN: ReadonlySet<string> = new Set(['duplicate-code', 'stays-overlap'])

/** Headers under which a mended row says which refused row it was: as the file of refused rows has them. */
const ORIGIN = { file: ['文件', 'file'], row: ['行号', 'row'] }

/**
 * What an import leaves open: by file, the rows of cases, contacts, rounds, facts, reports, zones and transitions that it
 * refused, or that a file could not be read at all. A file that comes again without a refusal ends those before; so does a row that comes
 * back mended under the file and number it had. A row that repeats another one to the letter leaves nothing open.
 */
export function refusals(lists: readonly ListFile[], existing: Facts | null): Refusal[] {
  const own = lists.filter(({ kind }) => LISTS.has(kind.list))
  const open = new Map<string, Refusal>()
  const keyOf = (list: string, file: string): string => `${list}\n${file}`
  const unread = (existing?.unread ?? []).filter(({ isTaken }) => !isTaken)
  for (const { list, file, ...line } of [...(existing?.refused ?? []), ...unread]) {
    const key = keyOf(list, file)
    const refused = [...(open.get(key)?.refused ?? []), lineOf(line)]
    open.set(key, { type: 'rows.refused@1', list, source: file, refused })
  }
  const said = new Set<string>()
  for (const list of own) {
    const key = keyOf(list.kind.list, list.path)
    const before = isAnother(list, existing) ? (open.get(key)?.refused ?? []) : []
    const fresh = rowsOf(list, own)
    const refused = [...fresh, ...before.filter(({ row }) => !fresh.some((one) => one.row === row))]
    if (refused.length > 0 || open.has(key)) said.add(key)
    open.set(key, {
      type: 'rows.refused@1',
      list: list.kind.list as Refusal['list'],
      source: list.path,
      refused,
    })
  }
  for (const list of own)
    for (const { file, row } of mendedIn(list)) {
      const key = keyOf(list.kind.list, file)
      const refusal = open.get(key)
      if (!refusal?.refused.some((one) => one.row === row)) continue
      said.add(key)
      open.set(key, { ...refusal, refused: refusal.refused.filter((one) => one.row !== row) })
    }
  return [...said].sort().map((key) => open.get(key)!)
}

/** What the log keeps of it; of a step also the zone and the transition, of a row of zones its id, else its members. */
const lineOf = ({ row, why, zone, transition, places, members }: Row): Row => ({
  ...{ row, why },
  ...(places ? { places } : {}),
  ...(zone === undefined ? {} : { zone, transition }),
  ...(members ? { members } : {}),
})

/** Whether it may be another file of the same name: the log holds rows of persons from it that it does not bring again. */
function isAnother({ kind, path, taken }: ListFile, existing: Facts | null): boolean {
  if (!existing || (kind.list !== 'cases' && kind.list !== 'contacts')) return false
  const table = existing[kind.list]
  const held = new Set<string | null>()
  for (let row = 0; row < table.length; row++)
    if (textIn(table.file, row) === path) held.add(textIn(table.id, row))
  held.delete(null)
  const brought = new Set(taken.map(({ values }) => String(values.id)))
  return [...held].some((id) => !brought.has(id!))
}

const textIn = ({ codes, values }: TextColumn, row: number): string | null => values[codes[row]!] ?? null

function rowsOf(list: ListFile, all: readonly ListFile[]): Row[] {
  if (!list.isRead && list.refused.length === 0) {
    const fault = list.problems.find(({ row, severity }) => row === null && severity === 'error')
    return fault ? [{ row: null, why: fault.code }] : []
  }
  const namedIn = NAMED_IN[list.kind.list]?.(list) ?? (() => ({}))
  return list.refused
    .filter((refused) => !(AGAIN.has(refused.code) && repeats(list, refused, all)))
    .map(({ row, code, cells }) => ({ row, why: code, ...namedIn(cells) }))
}

type Cells = Readonly<Record<string, string>>

/** The zone and the transition that a refused step names, as its cells have them. */
function stepsIn(list: ListFile): (cells: Cells) => Partial<Row> {
  const said = cellIn(list)
  return (cells) => ({ zone: nobody(said(cells, 'zone')), transition: nobody(said(cells, 'transition')) })
}

/** The zone that a refused row of zones is of; where it has no id, the members that it names. */
function staysIn(list: ListFile): (cells: Cells) => Partial<Row> {
  const said = cellIn(list)
  return (cells) => {
    const zone = nobody(said(cells, 'id'))
    if (zone !== null) return { zone, transition: null }
    const members = (said(cells, 'members') ?? '')
      .split(BETWEEN)
      .filter((name) => name !== '' && !looksPersonal(name))
    return { zone, transition: null, ...(members.length > 0 ? { members } : {}) }
  }
}

/** The text where it may not name a person: what is not known of a row holds more zones, never fewer. */
const nobody = (text: string | null): string | null => (text === null || looksPersonal(text) ? null : text)

/** What stands between the members in a cell. */
const BETWEEN = /[;；,，、|\s]+/

const NAMED_IN: Partial<Record<ListName, typeof stepsIn>> = { transitions: stepsIn, zones: staysIn }

/** What the cell of a field says; null where it says nothing. */
function cellIn({ kind, headers, told }: ListFile): (cells: Cells, name: string) => string | null {
  const match = new Map(
    [...matchHeaders(kind, headers, { told }).fields].map(([field, header]) => [field.name, header]),
  )
  return (cells, name) => (cells[match.get(name) ?? ''] ?? '').trim() || null
}

/** Whether the row says to the letter what the one says that came before. */
function repeats(
  list: ListFile,
  { row, suggestion }: ListFile['refused'][number],
  all: readonly ListFile[],
): boolean {
  const found = /^(.*):(\d+)$/.exec(suggestion ?? '')
  const first = all.find(({ path }) => path === found?.[1])
  if (!first) return false
  const [own, other] = [list.cellsOf(row), first.cellsOf(Number(found![2]))]
  const names = new Set([...Object.keys(own), ...Object.keys(other)])
  if (list.groundOf(row) !== first.groundOf(Number(found![2]))) return false
  return [...names].every((name) => (own[name] ?? '') === (other[name] ?? ''))
}

/** Rows taken from a file of mended rows, by the file and number they had. */
function mendedIn(list: ListFile): { readonly file: string; readonly row: number }[] {
  const header = (names: readonly string[]): string | undefined =>
    names.find((name) => list.headers.includes(name))
  const [file, row] = [header(ORIGIN.file), header(ORIGIN.row)]
  if (file === undefined || row === undefined) return []
  return list.taken.flatMap(({ values }) => {
    const [name, number] = [values[file], Number(values[row])]
    return typeof name === 'string' && Number.isInteger(number) ? [{ file: name, row: number }] : []
  })
}
