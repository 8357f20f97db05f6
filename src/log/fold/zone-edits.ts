import type { Moment, Origin, Shape, ZoneStay } from '#geo'
import { LOG_FILE, readMoment } from '#geo'
import type { LogEvent, ZoneRecord } from '../events'
import type { Unapplied } from './unapplied'

type TypeOf<Prefix extends string> = Extract<LogEvent['type'], `${Prefix}.${string}`>
export type StepEvent = Extract<LogEvent, { type: TypeOf<'transition'> }>
export type ZoneEvent = Extract<LogEvent, { type: Exclude<TypeOf<'zone'>, `zones.${string}`> }>

/** An event with its line in the ordered log, 1 = first. */
export interface Placed<Event> {
  readonly event: Event
  readonly line: number
}

/**
 * Stays as the files have them, then every drawing, move, merge, name and deletion in order. `zone` is the time
 * zone in which the events' times are read. What finds no stay to act on is reported.
 */
export function editZones(
  brought: readonly ZoneStay[],
  edits: readonly Placed<ZoneEvent>[],
  zone: string,
): { readonly stays: readonly ZoneStay[]; readonly unapplied: readonly Unapplied[] } {
  let stays = [...brought]
  const unapplied: Unapplied[] = []
  for (const placed of edits) {
    const next = edited(stays, placed, zone)
    if (typeof next === 'string')
      unapplied.push({ event: placed.event.id, type: placed.event.type, code: next })
    else stays = next
  }
  return { stays: Object.freeze(stays.map((stay) => Object.freeze(stay))), unapplied }
}

type Refusal = 'no-such-zone' | 'not-a-value'

function edited(stays: ZoneStay[], { event, line }: Placed<ZoneEvent>, zone: string): ZoneStay[] | Refusal {
  const origin = originOf(event, line)
  switch (event.type) {
    case 'zone.drawn@1':
      return drawn(stays, event.zone, origin, zone)
    case 'zone.reshaped@1':
      return ended(stays, { id: event.zone, at: readMoment(zone, event.at) }, (stay, at) => [
        {
          ...stay,
          from: at,
          members: event.members,
          ...(isSame(event.members, stay.members) ? { namedAt: at } : {}),
          drawn: shapeOf(event.coordinates),
          heirOf: event.heirOf ?? (at.at === stay.from.at ? (stay.heirOf ?? []) : []),
          origin,
        },
      ])
    case 'zone.moved@1':
      return ended(stays, { id: event.zone, at: readMoment(zone, event.at) }, (stay, at) => [
        { ...stay, level: event.to, from: at, arrivedFrom: stay.level, heirOf: [], origin },
      ])
    case 'zone.switched@1':
      return ended(stays, { id: event.zone, at: readMoment(zone, event.at) }, (stay, at) => [
        {
          ...stay,
          from: at,
          policy: event.policy,
          heirOf: at.at === stay.from.at ? (stay.heirOf ?? []) : [],
          origin,
        },
      ])
    case 'zone.merged@1':
      return ended(stays, { id: event.zone, at: readMoment(zone, event.at) }, () => [])
    case 'zone.renamed@1':
      return found(stays, event.zone)
        ? stays.map((stay) => (stay.id === event.zone ? { ...stay, name: event.name } : stay))
        : 'no-such-zone'
    case 'zone.deleted@1':
      return found(stays, event.zone) ? stays.filter(({ id }) => id !== event.zone) : 'no-such-zone'
  }
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && one.length === other.length && one.every((code, i) => code === other[i])

const found = (stays: readonly ZoneStay[], zone: string): boolean => stays.some(({ id }) => id === zone)

/** Where the log itself is the source of a row. */
export function originOf(event: LogEvent, line: number): Origin {
  return Object.freeze({ file: LOG_FILE, row: line, segment: null, knownAt: event.recordedAt })
}

/** A drawing adds a stay; one of the same zone from the same instant takes the earlier one's place. */
function drawn(stays: ZoneStay[], record: ZoneRecord, origin: Origin, zone: string): ZoneStay[] | Refusal {
  const from = readMoment(zone, record.from)
  const to = record.to === null ? null : readMoment(zone, record.to)
  if (!from || (record.to !== null && !to)) return 'not-a-value'
  const { coordinates, ...rest } = record
  const stay: ZoneStay = { ...rest, from, to, drawn: shapeOf(coordinates), origin }
  const same = stays.findIndex(({ id, from: start }) => id === stay.id && start.at === from.at)
  return same < 0 ? [...stays, stay] : stays.with(same, stay)
}

interface Ending {
  readonly id: string
  readonly at: Moment | null
}

/**
 * Ends the stay that holds at the instant; `next` says what follows it until the ended stay's own end. At the very
 * beginning of a stay nothing is left of it.
 */
function ended(
  stays: ZoneStay[],
  { id, at }: Ending,
  next: (stay: ZoneStay, at: Moment) => ZoneStay[],
): ZoneStay[] | Refusal {
  if (!at) return 'not-a-value'
  const place = stays.findIndex(
    (stay) => stay.id === id && stay.from.at <= at.at && (stay.to === null || at.at < stay.to.at),
  )
  const stay = stays[place]
  if (!stay) return 'no-such-zone'
  const before = stay.from.at < at.at ? [{ ...stay, to: at }] : []
  return [...stays.slice(0, place), ...before, ...next(stay, at), ...stays.slice(place + 1)]
}

function shapeOf(coordinates: ZoneRecord['coordinates']): Shape | null {
  return coordinates?.map((polygon) => polygon.map((ring) => Float64Array.from(ring.flat()))) ?? null
}
