import type { Evidence } from '../../answers'
import { rowRefOf } from '../../columns'
import type { Moment } from '../../time/calendar'
import { earliestOf, latestOf, printMoment } from '../days'
import type { CaseFilter, Clock } from '../policy'
import { countSeen, listOfEvent, type Occurrence } from '../record'
import { type Asked, evidenceOf } from './asked'
import { passes } from './filter'
import { askLeaf } from './leaf'
import { truthOf } from './truth'

/** Where a clock starts: a moment, `none` (its list is stated and holds no such event), or unknown. */
export interface ClockAnswer {
  readonly kind: 'moment' | 'none' | 'unknown'
  readonly moment: Moment | null
  readonly evidence: readonly Evidence[]
  /** later events can only put it later */
  readonly onlyLater: boolean
  /** it may start later, for what it waits for is not told of somebody: no later than `by`, null without end */
  readonly untold?: Later
}

interface Later {
  readonly by: Moment | null
  /** somebody to whom it has yet to happen */
  readonly pending: boolean
  readonly evidence: readonly Evidence[]
}

type EventClock = Extract<Clock, { readonly event: string }>

const NONE: ClockAnswer = { kind: 'none', moment: null, evidence: [], onlyLater: true }
const UNKNOWN: ClockAnswer = { kind: 'unknown', moment: null, evidence: [], onlyLater: false }

/** Reads the clock for the zone and instant asked. */
export function readClock(asked: Asked, clock: Clock): ClockAnswer {
  if ('event' in clock) return readEvent(asked, clock)
  if ('clock' in clock) {
    const named = asked.policy.clocks?.[clock.clock]
    return named ? readClock(asked, named) : UNKNOWN
  }
  if ('maxOf' in clock) return pick(asked, clock.maxOf, latestOf)
  if ('minOf' in clock) return { ...pick(asked, clock.minOf, earliestOf), onlyLater: false }
  const truth = truthOf(clock.if, (leaf) => askLeaf(asked, leaf).state)
  if (truth === 'unknown') return UNKNOWN
  return { ...readClock(asked, truth === 'met' ? clock.then : clock.else), onlyLater: false }
}

function pick(
  asked: Asked,
  clocks: readonly Clock[],
  choose: (moments: Iterable<Moment | null>) => Moment | null,
): ClockAnswer {
  const read = clocks.map((clock) => readClock(asked, clock))
  if (read.some((one) => one.kind === 'unknown')) return UNKNOWN
  const moment = choose(read.map((one) => one.moment))
  const untold = latestUntold(
    moment,
    read.flatMap((one) => one.untold ?? []),
  )
  if (!moment) return { ...NONE, untold }
  const chosen = read.find((one) => one.moment?.at === moment.at)!
  return { ...chosen, moment, onlyLater: read.every((one) => one.onlyLater), untold }
}

/** The latest it may start where that is later than the moment known; undefined where it is not. */
function latestUntold(known: Moment | null, all: readonly Later[]): Later | undefined {
  if (all.length === 0) return undefined
  const open = all.filter(({ by }) => by === null)
  if (open.length > 0)
    return {
      by: null,
      pending: open.some(({ pending }) => pending),
      evidence: open.flatMap(({ evidence }) => evidence),
    }
  const by = latestOf(all.map((one) => one.by))!
  if (known && by.at <= known.at) return undefined
  return { by, pending: false, evidence: all.find((one) => one.by!.at === by.at)!.evidence }
}

function readEvent(asked: Asked, clock: EventClock): ClockAnswer {
  const { zone } = asked
  if (clock.event === 'zone.designated') return ofZone(asked, zone.designatedAt)
  if (clock.event === 'level.entered') return ofZone(asked, zone.enteredAt)
  const last = clock.agg !== 'first'
  const found = findEvent(asked, clock, last)
  if (found === 'unknown') return UNKNOWN
  const moment = found === 'none' ? null : { at: found.at, isDay: found.isDay }
  const untold = latestUntold(moment, untoldOf(asked, clock))
  if (found === 'none') return { ...NONE, untold }
  return { kind: 'moment', moment, evidence: evidenceOf(asked, found), onlyLater: last, untold }
}

/** Rows the filter lets through, or may, that do not tell when it was, unless a fact of the whole zone does. */
function untoldOf({ record, told, timezone }: Asked, { event, filter }: EventClock): Later[] {
  if (record.flags.has(event)) return []
  return (record.untold.get(event) ?? [])
    .filter((one) => passes(filter, one) !== false)
    .map(({ file, row, segment, value, by, pending = false }) => ({
      ...{ by, pending },
      evidence: told ? [{ file, row, segment, at: printMoment(timezone, by), value }] : [],
    }))
}

function ofZone({ zone, timezone, told, isPlace }: Asked, moment: Moment): ClockAnswer {
  if (isPlace) return UNKNOWN
  if (!told) return { kind: 'moment', moment, evidence: [], onlyLater: true }
  const evidence = [{ ...rowRefOf(zone), at: printMoment(timezone, moment), value: zone.level }]
  return { kind: 'moment', moment, evidence, onlyLater: true }
}

/** The last (or first) event that the filter lets through; unknown where that hangs on what is not said. */
function findEvent(
  asked: Asked,
  { event, filter }: { readonly event: string; readonly filter?: CaseFilter },
  last: boolean,
): Occurrence | 'none' | 'unknown' {
  const all = asked.record.events.get(event) ?? []
  const seen = countSeen(all, asked.asOf)
  for (let i = 0; i < seen; i++) {
    const one = all[last ? seen - 1 - i : i]!
    const through = passes(filter, one)
    if (through === null) return 'unknown'
    if (through) return one
  }
  return isStated(asked, event) ? 'none' : 'unknown'
}

/** Whether the list in which such events would stand is stated. */
export function isStated({ record }: Asked, event: string): boolean {
  return record.stated.has(listOfEvent(event))
}
