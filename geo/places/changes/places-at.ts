import { momentAt, textAt } from '../../columns'
import type {
  CaseTable,
  ContactTable,
  Facts,
  MomentColumn,
  PlaceChange,
  TextColumn,
  ZoneStay,
} from '../../facts'
import { withRows } from '../../facts/lists'
import type { Instant, Moment } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import { References } from './references'
import { replay, soundChanges } from './replay'

const known = new WeakMap<
  Facts,
  { readonly made: readonly PlaceChange[]; readonly held: Map<number, Facts> }
>()

/**
 * The facts as places hold at the instant. Whatever was written before a change means the places of then: rows by their
 * own time, members of a zone by when they were named. Between two changes the same object comes back, and without any
 * change the facts themselves.
 */
export function placesAt<Known extends Facts>(facts: Known, asOf: Instant): Known {
  const changes = facts.placeChanges ?? []
  if (changes.length === 0) return facts
  let kept = known.get(facts)
  if (!kept) {
    const { made } = soundChanges(facts.places, changes, facts.pack.timezone)
    known.set(facts, (kept = { made, held: new Map() }))
  }
  const count = kept.made.filter(({ at }) => isSeenMoment(at, asOf)).length
  let held = kept.held.get(count)
  if (!held) kept.held.set(count, (held = madeAfter(facts, kept.made, count)))
  return held as Known
}

function madeAfter(facts: Facts, changes: readonly PlaceChange[], count: number): Facts {
  const { placeChanges: _, ...rest } = facts
  const { timezone } = facts.pack
  const { places, made } = replay(facts.places, changes, { count, timezone })
  const refer = new References(facts.places, { changes, made, places, timezone })
  return {
    ...rest,
    ...withRows(facts, (rows, { ground }) =>
      typeof ground !== 'function'
        ? rows
        : sameOr(rows, (row) => {
            const place = refer.read(row.place ?? null, { at: ground(row), town: row.town ?? null })
            return place === row.place ? row : { ...row, place }
          }),
    ),
    places,
    zones: membered(facts.zones, refer),
    cases: referring(facts.cases, [facts.cases.reportedAt, facts.cases.sampledAt], refer),
    contacts: referring(facts.contacts, [facts.contacts.exposedAt, facts.contacts.transferredAt], refer),
  }
}

/** The same list where nothing in it is another. */
function sameOr<Row>(rows: readonly Row[], read: (row: Row) => Row): readonly Row[] {
  let changed = false
  const after = rows.map((row) => {
    const one = read(row)
    changed ||= one !== row
    return one
  })
  return changed ? after : rows
}

/** Members as they were named: of a stay that goes on with those of the one before it, when that one named them. */
function membered(stays: readonly ZoneStay[], refer: References): readonly ZoneStay[] {
  const namedAt = new Map<ZoneStay, Moment>()
  const last = new Map<string, ZoneStay>()
  for (const stay of [...stays].sort((a, b) => a.from.at - b.from.at)) {
    const before = last.get(stay.id)
    const goesOn = before !== undefined && before.members.join('\n') === stay.members.join('\n')
    namedAt.set(stay, stay.namedAt ?? (goesOn ? namedAt.get(before)! : stay.from))
    last.set(stay.id, stay)
  }
  return sameOr(stays, (stay) => {
    const members = sameOr(stay.members, (code) => refer.read(code, { at: namedAt.get(stay)!, town: null })!)
    return members === stay.members ? stay : { ...stay, members }
  })
}

function referring<Table extends CaseTable | ContactTable>(
  table: Table,
  times: readonly MomentColumn[],
  refer: References,
): Table {
  const codes = new Int32Array(table.length)
  const values: string[] = []
  const codeOf = new Map<string, number>()
  let changed = false
  for (let row = 0; row < table.length; row += 1) {
    const seen = textAt(table.place, row)
    const at = times.map((column) => momentAt(column, row)).find((moment) => moment !== null) ?? null
    const text = refer.read(seen, { at, town: table.town ? textAt(table.town, row) : null })
    changed ||= text !== seen
    codes[row] = text === null ? -1 : numberOf(text, { values, codeOf })
  }
  const place: TextColumn = { codes, values }
  return changed ? { ...table, place } : table
}

function numberOf(
  text: string,
  { values, codeOf }: { values: string[]; codeOf: Map<string, number> },
): number {
  const known = codeOf.get(text)
  if (known !== undefined) return known
  const code = values.push(text) - 1
  codeOf.set(text, code)
  return code
}
