import { rowRefOf, textAt } from '../columns'
import type { CaseTable, ContactTable, Facts, MomentColumn, StatedFact, ZoneStay } from '../facts'
import { hierarchyOf } from '../places/hierarchy'
import type { Instant } from '../time/calendar'
import { isSeen, isSeenMoment } from '../time/seen'
import type { Attribution } from './attribution'
import { figurePartsOf } from './figure-parts'
import { agreedBefore, mergedWith } from './merged-flags'
import { linksOfCase, statedMetrics } from './metrics'
import type { Held, Occurrence, Untold, ZoneRecord } from './record'
import { roundAt, roundsOf } from './round-figures'
import { staysBegun } from './stays'
import { type Silent, timesOf, untoldIn } from './untold'
import { readYesNo } from './yes-no'

/** A day before the clock time at which it begins, so that the sharper of two equal times is the last. */
function byTime(a: Occurrence, b: Occurrence): number {
  return a.at - b.at || Number(b.isDay) - Number(a.isDay) || a.row - b.row
}

interface Taking {
  readonly attribution: Attribution
  /** stays begun, by zone */
  readonly stays: ReadonlyMap<string, readonly ZoneStay[]>
  readonly drafts: readonly Draft[]
}

interface Draft {
  readonly asOf: Instant
  readonly events: Map<string, Occurrence[]>
  readonly flags: Map<string, Held<string>[]>
  readonly untold: Map<string, Untold[]>
}

/**
 * What was recorded of each zone in force and is seen at `asOf`, in the order of `attribution.zones`; suspected cases
 * are no `case`.
 */
export function zoneRecords(facts: Facts, attribution: Attribution, asOf: Instant): ZoneRecord[] {
  const drafts: Draft[] = attribution.zones.map(() => ({
    ...{ asOf, events: new Map(), flags: new Map(), untold: new Map() },
  }))
  takeCases(facts.cases, attribution.cases, drafts)
  takeContacts(facts.contacts, attribution.contacts, drafts)
  const stays = staysBegun(facts.zones, asOf)
  takeStatedFacts(facts, { attribution, stays, drafts })
  const rounds = facts.rounds.flatMap((round) => roundAt(round, asOf) ?? [])
  const metrics = statedMetrics(facts, asOf)
  const liesIn = insideOf(facts)
  const hierarchy = hierarchyOf(facts.places)
  const figureTimes = new Set(
    [...metrics.values()].flatMap((byName) => [...byName.values()].flat()).map(({ at }) => at),
  )
  return drafts.map(({ events, flags, untold }, i) => {
    const ground = attribution.zones[i]!
    const { stay } = ground
    const own = roundsOf(stay, rounds, stays)
    const measured =
      metrics.get(stay.id) ?? (stay.members.length === 1 ? metrics.get(stay.members[0]!) : undefined)
    for (const occurrences of events.values()) occurrences.sort(byTime)
    for (const held of flags.values()) held.sort((a, b) => a.at - b.at || a.row - b.row)
    const record = {
      ...{ stated: facts.stated, events, untold, rounds: own, flags },
      metrics: measured ?? new Map(),
      liesIn,
      partsOf: figurePartsOf(ground, { figures: metrics, hierarchy }),
    }
    const times = ground.members.length === 1 ? NO_TIMES : figureTimes
    return { ...record, instants: instantsOf(record, times) }
  })
}

function insideOf({ places }: Facts): ZoneRecord['liesIn'] {
  return (place, outer) => place === outer || hierarchyOf(places).ancestorsOf(place).includes(outer)
}

const NO_TIMES: ReadonlySet<Instant> = new Set()

function instantsOf(record: Omit<ZoneRecord, 'instants'>, figureTimes: ReadonlySet<Instant>): Float64Array {
  const all = new Set<number>(figureTimes)
  for (const list of [record.events, record.flags, record.metrics])
    for (const rows of list.values()) for (const row of rows) all.add(row.at)
  for (const round of record.rounds) {
    all.add(round.startedAt.at)
    if (round.finishedAt) all.add(round.finishedAt.at)
  }
  return Float64Array.from(all).sort()
}

function push(draft: Draft, event: string, occurrence: Occurrence): void {
  const known = draft.events.get(event)
  if (known) known.push(occurrence)
  else draft.events.set(event, [occurrence])
}

function takeMoment(
  draft: Draft,
  event: string,
  { column, row, said }: { column: MomentColumn; row: number; said: Omit<Occurrence, 'at' | 'isDay'> },
): void {
  const at = column.at[row]!
  const isDay = column.isDay[row] === 1
  if (isSeen(at, isDay, draft.asOf)) push(draft, event, { ...said, at, isDay })
}

function takeCases(cases: CaseTable, zoneOf: Int32Array, drafts: readonly Draft[]): void {
  for (let row = 0; row < cases.length; row++) {
    const draft = drafts[zoneOf[row]!]
    if (!draft) continue
    const kind = textAt(cases.kind, row)
    const foundIn = textAt(cases.foundIn, row)
    const origin = textAt(cases.origin, row)
    const tags =
      textAt(cases.tags, row)
        ?.split(';')
        .map((tag) => tag.trim()) ?? []
    const said = {
      file: textAt(cases.file, row) ?? 'cases',
      row: cases.row[row]!,
      segment: cases.segment && textAt(cases.segment, row),
      value: textAt(cases.id, row),
      place: textAt(cases.place, row),
      words: [kind, foundIn, origin, ...tags].filter((word): word is string => word !== null),
      silent: (['kind', 'foundIn', 'origin'] as const).filter((_, i) => [kind, foundIn, origin][i] === null),
    }
    if (kind !== 'suspected')
      takeMoment(draft, 'case', {
        column: cases.reportedAt,
        row,
        said: { ...said, links: linksOfCase(cases, row) },
      })
    for (const [event, column] of CASE_EVENTS(cases)) takeMoment(draft, event, { column, row, said })
    const told = timesOf(row, [cases.sampledAt, cases.onsetOn, cases.kindAt, cases.transferredAt])
    if (kind !== 'suspected' && Number.isNaN(cases.reportedAt.at[row]!))
      leaveUntold(draft, 'case', { said, knownAt: cases.knownAt[row]!, told, ends: [] })
    const all = [...told, ...timesOf(row, [cases.reportedAt])]
    if (kind !== 'suspected') leaveCourseUntold(draft, { cases, row, said, told: all })
  }
}

/** Who fell ill did so when reported at the latest; who is not moved out is not isolated yet. */
function leaveCourseUntold(
  draft: Draft,
  { cases, row, said, told }: { cases: CaseTable; row: number; said: Silent['said']; told: Silent['told'] },
): void {
  const knownAt = cases.knownAt[row]!
  const { onsetOn, transferredAt, reportedAt } = cases
  if (Number.isNaN(onsetOn.at[row]!) && textAt(cases.kind, row) !== 'asymptomatic')
    leaveUntold(draft, 'case.onset', { said, knownAt, told, ends: timesOf(row, [reportedAt]) })
  if (!isSeen(transferredAt.at[row]!, transferredAt.isDay[row] === 1, draft.asOf))
    leaveUntold(draft, 'case.isolated', { said, knownAt, told, ends: [], pending: true })
}

function takeContacts(contacts: ContactTable, zoneOf: Int32Array, drafts: readonly Draft[]): void {
  for (let row = 0; row < contacts.length; row++) {
    const draft = drafts[zoneOf[row]!]
    if (!draft) continue
    const kind = textAt(contacts.kind, row)
    const said = {
      file: textAt(contacts.file, row) ?? 'contacts',
      row: contacts.row[row]!,
      segment: contacts.segment && textAt(contacts.segment, row),
      value: textAt(contacts.id, row),
      words: kind === null ? [] : [kind],
      silent: kind === null ? (['kind'] as const) : [],
    }
    takeMoment(draft, 'contact.exposure', { column: contacts.exposedAt, row, said })
    const ends = timesOf(row, [contacts.transferredAt, contacts.releasedAt])
    if (Number.isNaN(contacts.exposedAt.at[row]!))
      leaveUntold(draft, 'contact.exposure', { said, knownAt: contacts.knownAt[row]!, told: ends, ends })
    takeMoment(draft, 'contact.transferred', { column: contacts.transferredAt, row, said })
    if (TO_BE_MOVED.has(kind) && !isOver(contacts, row, draft.asOf))
      leaveUntold(draft, 'contact.transferred', {
        ...{ said, knownAt: contacts.knownAt[row]!, ends: [], pending: true },
        told: timesOf(row, [contacts.exposedAt]),
      })
    takeMoment(draft, 'contact.left', { column: contacts.releasedAt, row, said })
  }
}

/** What else happened to a case, by the column that tells it: it fell ill, and was isolated by being moved out. */
const CASE_EVENTS = (cases: CaseTable): readonly (readonly [string, MomentColumn])[] => [
  ['case.left', cases.transferredAt],
  ['case.isolated', cases.transferredAt],
  ['case.onset', cases.onsetOn],
]

/** Kinds of contact that have to be moved out of the zone; one of no known kind may be. */
const TO_BE_MOVED: ReadonlySet<string | null> = new Set(['close', 'secondary', null])

/** Moved out, or released where it was, by the instant. */
function isOver({ transferredAt, releasedAt }: ContactTable, row: number, asOf: Instant): boolean {
  return [transferredAt, releasedAt].some(({ at, isDay }) => isSeen(at[row]!, isDay[row] === 1, asOf))
}

function leaveUntold(draft: Draft, event: string, row: Silent): void {
  const untold = untoldIn(row, draft.asOf)
  if (!untold) return
  const known = draft.untold.get(event)
  if (known) known.push(untold)
  else draft.untold.set(event, [untold])
}

/** A stated fact is a value that holds, and an event unless its value says that it did not happen. */
function takeStatedFacts(facts: Facts, { attribution, stays, drafts }: Taking): void {
  const merged = attribution.zones.map(({ stay }) => mergedWith(stay, stays))
  const inherited = attribution.zones.map(() => new Set<string>())
  facts.statedFacts.forEach((row, i) => {
    const { at, fact, value, zone } = row
    const draft = drafts[attribution.statedFacts[i]!]
    if (!draft || !isSeenMoment(at, draft.asOf)) return
    const begun = merged[attribution.statedFacts[i]!]
    if (begun && zone !== null && at.at < begun.from.at) inherited[attribution.statedFacts[i]!]!.add(fact)
    else hold(draft, row)
    if (readYesNo(value) !== false)
      push(draft, fact, { ...heldOf(row), place: row.place, words: [], silent: [] })
  })
  for (const [i, names] of inherited.entries())
    for (const name of names) {
      const rows = facts.statedFacts.filter(
        ({ fact, at }) => fact === name && isSeenMoment(at, drafts[i]!.asOf),
      )
      const agreed = agreedBefore(merged[i]!, { rows, stays })
      if (agreed) hold(drafts[i]!, agreed)
    }
}

const heldOf = ({ at, value, origin }: StatedFact): Held<string> => ({
  at: at.at,
  isDay: at.isDay,
  ...rowRefOf(origin),
  value,
})

function hold(draft: Draft, row: StatedFact): void {
  const held = draft.flags.get(row.fact)
  if (held) held.push(heldOf(row))
  else draft.flags.set(row.fact, [heldOf(row)])
}
