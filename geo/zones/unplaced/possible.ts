import { rowRefOf } from '../../columns'
import type { Facts, Round, StatedFact } from '../../facts'
import type { Instant } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import type { Attribution } from '../record/attribution'
import { saidOfCase } from '../record/case-rows'
import { linksOfCase } from '../record/metrics'
import {
  type Additions,
  type Held,
  listOfEvent,
  type Occurrence,
  type Possible,
  type Untold,
} from '../record/record'
import { roundAt, roundsOf } from '../record/round-figures'
import {
  type Draft,
  emptyDraft,
  NOTHING_TIMELESS,
  saidOfContact,
  takeCase,
  takeContact,
} from '../record/row-events'
import { readYesNo } from '../record/yes-no'
import { evidenceOf } from './row-of-event'
import type { UnplacedEvent } from './unplaced-event'
import { writtenAlike } from './written-alike'

type Said = Omit<Occurrence, 'at' | 'isDay'>

/** What one row adds: `whole` where its ground is open, else only what has no time. */
interface Addition {
  /** rows of one key add the same */
  readonly key: string
  readonly by: Instant | null
  adds: Possible['adds']
}

interface Group {
  readonly rows: number[]
  readonly event: UnplacedEvent
  readonly addition: Addition
}

const kept = new WeakMap<Attribution, Map<Instant, Possible[][]>>()

/** By zone, what the unplaced rows may add to its record. Rows that say the same are one. */
export function possibleOf(facts: Facts, attribution: Attribution, asOf: Instant): Possible[][] {
  let known = kept.get(attribution)
  if (!known) kept.set(attribution, (known = new Map()))
  let possible = known.get(asOf)
  if (!possible) known.set(asOf, (possible = readPossible(facts, attribution, asOf)))
  return possible
}

/** Each row is read once, whatever the number of zones in which it may lie; of one zone, what says the same is one. */
function readPossible(facts: Facts, { zones, unplaced = [] }: Attribution, asOf: Instant): Possible[][] {
  const byZone = zones.map(() => new Map<string, Group>())
  for (const { key, group, zones: own } of groupsOf(facts, unplaced, asOf))
    for (const zone of own) {
      const known = byZone[zone]!.get(key)
      byZone[zone]!.set(key, known ? { ...known, rows: [...known.rows, ...group.rows] } : group)
    }
  return byZone.map((groups) =>
    [...groups.values()].map(({ rows, addition: { by, adds }, event }): Possible => {
      const evidence = rows.slice(0, SHOWN).map((row) => evidenceOf(facts, unplaced[row]!))
      return { rows, list: event.list, by, isUnread: event.refused, evidence, adds }
    }),
  )
}

interface Placeable {
  readonly key: string
  readonly zones: readonly number[]
  readonly group: Group
}

/** Rows that add the same on the same ground. */
function groupsOf(facts: Facts, unplaced: readonly UnplacedEvent[], asOf: Instant): Iterable<Placeable> {
  const groups = new Map<readonly number[], Map<string, Placeable>>()
  const take = (row: number, zones: readonly number[], whole: boolean): void => {
    if (zones.length === 0) return
    const event = unplaced[row]!
    let onGround = groups.get(zones)
    if (!onGround) groups.set(zones, (onGround = new Map()))
    const written = `${event.list}\n${whole}\n${asWritten(facts, event) ?? row}`
    const known = onGround.get(written)
    if (known) return void known.group.rows.push(row)
    const addition = additionOf(facts, event, { asOf, whole })
    if (!addition) return
    const key = `${event.list}\n${whole}\n${addition.key}`
    onGround.set(written, { key, zones, group: { rows: [row], addition, event } })
  }
  unplaced.forEach(({ may, in: inside, time }, row) => {
    take(row, may, true)
    if (time) take(row, inside, false)
  })
  return [...groups.values()].flatMap((onGround) => [...onGround.values()])
}

/** What a row of a table says, without its name and origin: rows written alike are read once. */
function asWritten(facts: Facts, { list, index, refused, time }: UnplacedEvent): string | null {
  if (refused || (list !== 'cases' && list !== 'contacts')) return null
  const written = writtenAlike(facts[list])[index]!
  return time ? `${written} ${time.by} ${[...time.events]}` : `${written}`
}

/** At most so many rows are shown as evidence. */
const SHOWN = 20

interface Scope {
  readonly asOf: Instant
  readonly whole: boolean
}

function additionOf(facts: Facts, event: UnplacedEvent, scope: Scope): Addition | null {
  if (event.refused) return ofRefused(facts, event)
  switch (event.list) {
    case 'cases':
      return ofTable(event, scope, {
        take: (draft, timeless) => takeCase(draft, facts.cases, { row: event.index, timeless }),
        said: {
          ...saidOfCase(facts.cases, event.index),
          ...defined({ links: linksOfCase(facts.cases, event.index) }),
        },
      })
    case 'contacts':
      return ofTable(event, scope, {
        take: (draft, timeless) => takeContact(draft, facts.contacts, { row: event.index, timeless }),
        said: saidOfContact(facts.contacts, event.index),
      })
    case 'rounds':
      return ofRound(facts.rounds[event.index]!, event, scope)
    case 'facts':
      return ofFact(facts.statedFacts[event.index]!, event, scope)
    default:
      return null
  }
}

const defined = <T extends object>(words: T): Partial<T> =>
  Object.fromEntries(Object.entries(words).filter(([, word]) => word !== undefined)) as Partial<T>

/** A row of a table: its dated events where its ground is open, and those without a time at the instant tried. */
function ofTable(
  { time }: UnplacedEvent,
  { asOf, whole }: Scope,
  { take, said }: { take: (draft: Draft, timeless: ReadonlySet<string>) => void; said: Said },
): Addition {
  const draft = emptyDraft(asOf)
  if (whole) take(draft, time?.events ?? NOTHING_TIMELESS)
  const floating = [...(time?.events ?? [])]
  const { file: _file, row: _row, segment: _segment, value: _value, ...words } = said
  const dated = [...draft.events].map(([name, list]) => [name, list.map(({ at, isDay }) => [at, isDay])])
  const open = [...draft.untold].map(([name, list]) => [
    name,
    list.map(({ by, pending }) => [by?.at, pending]),
  ])
  return {
    key: JSON.stringify([words, dated, open, floating, time?.by ?? null]),
    by: time?.by ?? null,
    adds: (at) => {
      const events = new Map<string, readonly Occurrence[]>(draft.events)
      for (const name of floating)
        events.set(name, [...(events.get(name) ?? []), { ...said, at, isDay: false }])
      return { ...NOTHING, events, untold: draft.untold }
    },
  }
}

const NOTHING: Additions = { events: new Map(), untold: new Map(), rounds: [], flags: new Map() }

/** A round that may be the zone's. */
function ofRound(round: Round, { time }: UnplacedEvent, { asOf }: Scope): Addition | null {
  if (!time && roundAt(round, asOf) === null) return null
  const dated = (at: Instant): Round => {
    if (!time) return roundAt(round, asOf)!
    const moment = { at, isDay: false }
    return { ...round, startedAt: moment, finishedAt: round.finishedAt && moment }
  }
  const { origin: _origin, zone: _zone, place: _place, ...figures } = round
  return {
    key: JSON.stringify([figures, time?.by ?? null]),
    by: time?.by ?? null,
    adds: (at) => ({
      ...NOTHING,
      rounds: roundsOf(AS_NAMED, [{ ...dated(at), zone: AS_NAMED.id, place: null }]),
    }),
  }
}

/** A zone that only its name makes: a round that names it is read as every other. */
const AS_NAMED = {
  ...{ id: 'zone', name: '', level: '', from: { at: 0, isDay: false }, to: null, policy: null, members: [] },
  ...{ parent: null, arrivedFrom: null, drawn: null, origin: { file: '', row: 0, knownAt: null } },
}

/** A statement that may be about the zone. */
function ofFact(row: StatedFact, { time }: UnplacedEvent, { asOf }: Scope): Addition | null {
  if (!time && !isSeenMoment(row.at, asOf)) return null
  const { fact, value, origin } = row
  return {
    key: JSON.stringify([fact, value, time ? null : row.at, time?.by ?? null]),
    by: time?.by ?? null,
    adds: (at) => {
      const moment = time ? { at, isDay: false } : row.at
      return stated(fact, { ...moment, ...rowRefOf(origin), value })
    },
  }
}

function stated(fact: string, held: Held<string>): Additions {
  const flags = new Map([[fact, [held]]])
  if (readYesNo(held.value) === false) return { ...NOTHING, flags }
  return { ...NOTHING, flags, events: new Map([[fact, [{ ...held, words: [], silent: [] }]]]) }
}

/** Nothing is known of it but its list. */
function ofRefused(facts: Facts, { list, index, time }: UnplacedEvent): Addition | null {
  if (list === 'reports') return null
  const { file, row } = facts.refused![index]!
  return {
    key: JSON.stringify([time!.by]),
    by: time!.by,
    adds: unreadRow(list, { file, row: row ?? 0 }),
  }
}

/** What a row of the list may add of which nothing is known: whatever the leaf asks for, at its worst. */
export function unreadRow(list: UnplacedEvent['list'], at: { file: string; row: number }): Possible['adds'] {
  const said = { ...at, value: null, words: [], silent: SILENT }
  return (at, names) => {
    const moment = { at, isDay: false }
    if (list === 'rounds')
      return {
        ...NOTHING,
        rounds: [
          { ...FOUND_ONE, startedAt: moment, finishedAt: moment },
          { ...FOUND_ONE, ...STILL_OPEN, startedAt: moment },
        ],
      }
    const own = [...names].filter((name) => listOfEvent(name) === list)
    const events = new Map(own.map((name) => [name, [{ ...moment, ...said }]]))
    if (list === 'facts') {
      const flags = new Map(own.map((name) => [name, [{ ...moment, ...said, value: 'false' }]]))
      return { ...NOTHING, flags, events }
    }
    const untold = new Map<string, readonly Untold[]>(
      own
        .filter((name) => STILL_THERE.has(name))
        .map((name) => [name, [{ ...said, by: null, pending: true }]]),
    )
    return { ...NOTHING, events, untold }
  }
}

const SILENT = ['kind', 'foundIn', 'origin'] as const
const STILL_THERE: ReadonlySet<string> = new Set(['contact.transferred', 'contact.gone'])

const FOUND_ONE = {
  ...{ round: '', listed: 1, excused: 0, sampled: 1, resulted: 1, positivePeople: 1 },
  ...{ result: 'positive' as const, rows: [], isAreaWide: false, isOfEnvironment: null },
}

const STILL_OPEN = { finishedAt: null, resulted: null, positivePeople: null, result: null } as const
