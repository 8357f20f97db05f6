import { dayOf, formatInstant, type ListName } from '#geo'
import type { LogEvent, Value } from '../events'
import type { RowHistoryLine, SetField } from '../hand/row-history'
import { type ShownCell, shownCell } from '../identity/changes'
import type { LiveRows } from '../rows/live-rows'
import type { BroughtCell, BroughtRows } from './brought-rows'
import { type Difference, keyOf, type Statement } from './difference'

interface Told {
  /** every deed by hand, in the order of the log */
  readonly lines: readonly RowHistoryLine[]
  readonly events: ReadonlyMap<string, LogEvent>
  readonly brought: BroughtRows
  /** entries that found their row already there, by event */
  readonly second: ReadonlyMap<string, string>
  readonly rowsOf: (list: ListName) => LiveRows
  readonly timezone: string
}

/** A statement with what it was made in knowledge of. */
interface Known extends Statement {
  readonly at: number
  readonly sees: ReadonlySet<string> | null
  /** of the figures of a round: the hour at which they stood */
  readonly hour: number | null
}

type Field = Pick<Difference, 'list' | 'row' | 'field'>

/** When something was told, and by whom, is of the statement and no difference of the row. */
const OF_THE_STATEMENT: ReadonlySet<string> = new Set(['filedAt', 'by', 'at', 'knownAt'])
/** What a ground is made of: one difference of its place says all of it. */
const OF_THE_GROUND: ReadonlySet<string> = new Set(['zone', 'lng', 'lat', 'town'])
/** Of what has become of a person times and sites follow each other; a result is one. */
const TOLD: ReadonlySet<string> = new Set(['result'])

/** Every field of which statements differ that know nothing of each other, the latest first. Any order of the events gives the same. */
export function statedDifferently(told: Told): readonly Difference[] {
  const byField = new Map<string, { readonly of: Field; readonly statements: Known[] }>()
  const note = (of: Field, statement: Known): void => {
    const held = byField.get(keyOf(of)) ?? { of, statements: [] }
    byField.set(keyOf(of), held)
    if (!held.statements.some(({ event }) => event === statement.event)) held.statements.push(statement)
  }
  const position = new Map([...told.events.keys()].map((id, at) => [id, at]))
  const at = (event: string): number => position.get(event) ?? -1
  for (const { cells, ...of } of told.brought.read())
    for (const cell of cells) note(of, broughtStatement(cell, at(cell.event.id), told.timezone))
  for (const [of, statement] of byPersons(told, at)) note(of, statement)
  const found = [...byField.values()].flatMap(({ of, statements }) => differenceOf(of, statements, told))
  const places = new Set(
    found.filter(({ field }) => field === 'place').map(({ list, row }) => `${list}\n${row}`),
  )
  return found
    .filter(({ list, row, field }) => !(OF_THE_GROUND.has(field) && places.has(`${list}\n${row}`)))
    .sort((one, other) => lastOf(other) - lastOf(one) || (keyOf(one) < keyOf(other) ? -1 : 1))
}

const lastOf = ({ statements }: Difference): number => statements.at(-1)!.recordedAt

function* byPersons(told: Told, at: (event: string) => number): Generator<readonly [Field, Known]> {
  for (const line of told.lines) {
    if (line.reversed !== null || line.kind === 'decided' || line.kind === 'retracted') continue
    const event = told.events.get(line.event)
    if (!event || isOfItsOwn(line.list)) continue
    const list = line.list as ListName
    const row = told.second.get(line.event) ?? line.row
    for (const set of line.set) {
      if (OF_THE_STATEMENT.has(set.field) && line.kind === 'entered') continue
      if (line.kind === 'told' && !TOLD.has(set.field)) continue
      const of = { list, row, field: set.field }
      yield [of, personStatement(line, set, { event, at: at(line.event), timezone: told.timezone })]
      const since = line.kind === 'corrected' ? broughtSince(of, set, told) : null
      if (since) yield [of, broughtStatement(since, at(since.event.id), told.timezone)]
    }
  }
}

const isOfItsOwn = (list: RowHistoryLine['list']): boolean =>
  list === 'signals' || list === 'orders' || list === 'handovers' || list === 'workspace'

/** What a file has brought since in a field that a person corrected. */
function broughtSince({ list, row, field }: Field, set: SetField, told: Told): BroughtCell | null {
  const standing = set.brought === undefined ? null : told.rowsOf(list).find(row)
  const event = standing && told.brought.eventOf(standing.block)
  if (!standing || !event) return null
  const value = told.rowsOf(list).broughtSince(row, field) ?? null
  return { event, row: standing.block.rows[standing.row]!, value }
}

function personStatement(
  line: RowHistoryLine,
  { field, after }: SetField,
  { event, at, timezone }: { readonly event: LogEvent; readonly at: number; readonly timezone: string },
): Known {
  const hour = line.list === 'rounds' ? line.set.find((one) => one.field === 'at')?.after : null
  const { sees } = event as { readonly sees?: readonly string[] }
  const set = (event as { readonly set?: Readonly<Record<string, Value>> }).set
  return {
    ...{ event: line.event, device: event.device, by: line.by, recordedAt: line.recordedAt },
    ...{ kind: line.kind as Statement['kind'], file: null, row: null, because: line.because },
    ...{ value: after, said: set?.[field] ?? saidOf(after, timezone), at },
    sees: sees ? new Set(sees) : null,
    hour: typeof hour === 'object' && hour !== null && 'at' in hour ? hour.at : null,
  }
}

function broughtStatement({ event, row, value }: BroughtCell, at: number, timezone: string): Known {
  const shown = shownCell(value)
  return {
    ...{ event: event.id, device: event.device, by: event.by, recordedAt: event.recordedAt },
    ...{ kind: 'brought', file: event.file.name, row, because: null },
    ...{ value: shown, said: saidOf(shown, timezone), at, sees: null, hour: null },
  }
}

function saidOf(value: ShownCell, timezone: string): Value | undefined {
  if (typeof value !== 'object' || value === null) return value
  if (!('at' in value)) return undefined
  return value.isDay ? dayOf(timezone, value.at) : formatInstant(timezone, value.at)
}

function differenceOf(of: Field, statements: readonly Known[], { rowsOf }: Told): readonly Difference[] {
  const entries = statements.filter(({ kind }) => kind === 'entered').length
  const open = statements.filter((one) => !statements.some((other) => isSeenBy(one, other, entries)))
  if (new Set(open.map(({ value }) => JSON.stringify(value))).size < 2) return []
  const rows = rowsOf(of.list)
  if (!rows.find(of.row)) return []
  return [
    {
      ...of,
      at: rows.placeOf(of.row),
      stands: shownCell(rows.valueOf(of.row, of.field)),
      statements: [...open]
        .sort((one, other) => one.at - other.at)
        .map(({ at: _at, sees: _sees, hour: _hour, ...statement }) => statement),
    },
  ]
}

/** Was the other made in knowledge of this one? A file never is of what a person said. */
function isSeenBy(one: Known, other: Known, entries: number): boolean {
  if (one === other) return false
  if (other.sees?.has(one.event)) return true
  if (one.hour !== null && other.hour !== null && one.hour !== other.hour) return other.hour > one.hour
  if (other.at < one.at || (other.kind === 'brought' && one.kind !== 'brought')) return false
  if (one.device === other.device) return true
  // whoever corrects a row without saying what was seen has at least its only entry
  return other.sees === null && other.kind !== 'entered' && one.kind === 'entered' && entries === 1
}
