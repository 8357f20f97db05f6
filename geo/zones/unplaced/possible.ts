import { rowRefOf } from '../../columns'
import type { Facts, Round, StatedFact } from '../../facts'
import type { Instant } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import type { Attribution } from '../attribution'
import { linksOfCase } from '../metrics'
import {
  type Additions,
  type Held,
  listOfEvent,
  type Occurrence,
  type Possible,
  type Untold,
} from '../record'
import { roundAt, roundsOf } from '../round-figures'
import {
  type Draft,
  emptyDraft,
  NOTHING_TIMELESS,
  saidOfCase,
  saidOfContact,
  takeCase,
  takeContact,
} from '../row-events'
import { readYesNo } from '../yes-no'
import { evidenceOf } from './row-of-event'
import type { UnplacedEvent } from './unplaced-event'

type Said = Omit<Occurrence, 'at' | 'isDay'>

/** What one row adds: `whole` where its ground is open, else only what has no time. */
interface Addition {
  /** rows of one key add the same */
  readonly key: string
  readonly by: Instant | null
  adds: Possible['adds']
}

/** By zone, what the unplaced rows may add to its record. Rows that say the same are one. */
export function possibleOf(facts: Facts, { zones, unplaced }: Attribution, asOf: Instant): Possible[][] {
  const grouped = zones.map(
    () => new Map<string, { rows: number[]; addition: Addition; event: UnplacedEvent }>(),
  )
  unplaced?.forEach((event, row) => {
    const take = (zone: number, whole: boolean): void => {
      const addition = additionOf(facts, event, { asOf, whole })
      if (!addition) return
      const key = `${event.list}\n${whole}\n${addition.key}`
      const known = grouped[zone]!.get(key)
      if (known) known.rows.push(row)
      else grouped[zone]!.set(key, { rows: [row], addition, event })
    }
    for (const zone of event.may) take(zone, true)
    if (event.time) for (const zone of event.in) take(zone, false)
  })
  return grouped.map((groups) =>
    [...groups.values()].map(({ rows, addition, event }): Possible => {
      const { by, adds } = addition
      const evidence = rows.slice(0, SHOWN).map((row) => evidenceOf(facts, unplaced![row]!))
      return { rows, list: event.list, by, isUnread: event.refused, evidence, adds }
    }),
  )
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
    return { ...round, startedAt: moment, finishedAt: moment }
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

/** Nothing is known of it but its list: it may be whatever the leaf asks for, at its worst. */
function ofRefused(facts: Facts, { list, index, time }: UnplacedEvent): Addition | null {
  if (list === 'reports') return null
  const { file, row } = facts.refused![index]!
  const said = { file, row: row ?? 0, value: null, words: [], silent: SILENT }
  return {
    key: JSON.stringify([time!.by]),
    by: time!.by,
    adds: (at, names) => {
      const moment = { at, isDay: false }
      if (list === 'rounds')
        return { ...NOTHING, rounds: [{ ...FOUND_ONE, startedAt: moment, finishedAt: moment }] }
      const own = [...names].filter((name) => listOfEvent(name) === list)
      if (list === 'facts') {
        const flags = new Map(own.map((name) => [name, [{ ...moment, ...said, value: 'false' }]]))
        const events = new Map(own.map((name) => [name, [{ ...moment, ...said }]]))
        return { ...NOTHING, flags, events }
      }
      const events = new Map(own.map((name) => [name, [{ ...moment, ...said }]]))
      const untold = new Map(
        own.includes(STILL_THERE) ? [[STILL_THERE, [{ ...said, by: null, pending: true }]]] : [],
      )
      return { ...NOTHING, events, untold: untold as ReadonlyMap<string, readonly Untold[]> }
    },
  }
}

const SILENT = ['kind', 'foundIn', 'origin'] as const
const STILL_THERE = 'contact.transferred'

const FOUND_ONE = {
  ...{ round: '', listed: 1, excused: 0, sampled: 1, resulted: 1, positivePeople: 1 },
  ...{ result: 'positive' as const, rows: [], isAreaWide: false },
}
