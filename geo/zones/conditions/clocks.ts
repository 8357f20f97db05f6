import type { Evidence } from '../../answers'
import { rowRefOf } from '../../columns'
import type { Moment } from '../../time/calendar'
import { earliestOf, isLater, latestOf, printMoment } from '../moves/days'
import type { CaseFilter, Clock } from '../policy/policy'
import { countSeen, listOfEvent, type Occurrence } from '../record/record'
import { type Asked, evidenceOf, type LeafAnswer } from './asked'
import { passes } from './filter'
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
  /** unknown: why, and the name of what nobody stated */
  readonly reason?: string
  readonly flag?: string
  /** unknown: no earlier than this, whichever it is */
  readonly notBefore?: Moment | null
}

interface Later {
  readonly by: Moment | null
  /** somebody to whom it has yet to happen */
  readonly pending: boolean
  /** so many events want one of their own and have none */
  readonly lacking?: number
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
  const answers: LeafAnswer[] = []
  const truth = truthOf(clock.if, (leaf) => {
    answers.push(asked.ask(asked, leaf))
    return answers.at(-1)!.state
  })
  if (truth === 'unknown') {
    const either = [clock.then, clock.else].map((one) => readClock(asked, one).moment)
    return {
      ...unknownBy(answers.find(({ state }) => state === 'unknown')!),
      notBefore: earliestOf(either),
    }
  }
  return { ...readClock(asked, truth === 'met' ? clock.then : clock.else), onlyLater: false }
}

/** Which anchor it is hangs on what is not known: the reason is that of the leaf. */
function unknownBy({ reason, figures, evidence }: LeafAnswer): ClockAnswer {
  const { flag } = figures
  return {
    ...UNKNOWN,
    evidence,
    reason: reason ?? 'list-unknown',
    ...(typeof flag === 'string' ? { flag } : {}),
  }
}

function pick(
  asked: Asked,
  clocks: readonly Clock[],
  choose: (moments: Iterable<Moment | null>) => Moment | null,
): ClockAnswer {
  const read = clocks.map((clock) => readClock(asked, clock))
  const unread = read.find((one) => one.kind === 'unknown')
  if (unread) {
    const bounds = read.map((one) => one.moment ?? one.notBefore ?? null)
    return { ...unread, notBefore: choose === latestOf || !bounds.includes(null) ? choose(bounds) : null }
  }
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
      lacking: open.reduce((sum, { lacking = 0 }) => sum + lacking, 0),
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
  const lacking = clock.each === undefined ? [] : lackingOf(asked, clock, clock.each)
  if (lacking === 'unknown') return UNKNOWN
  const found = findEvent(asked, clock, last)
  if (found === 'unknown')
    return listOfEvent(clock.event) === 'facts'
      ? { ...UNKNOWN, reason: 'not-stated', flag: clock.event }
      : UNKNOWN
  const moment = found === 'none' ? null : { at: found.at, isDay: found.isDay }
  const untold = latestUntold(moment, [...untoldOf(asked, clock), ...lacking])
  if (found === 'none') return { ...NONE, untold }
  return { kind: 'moment', moment, evidence: evidenceOf(asked, found), onlyLater: last, untold }
}

/**
 * Events of the other name that have none of this one at or after their own time: at their place or one around it, or of
 * the whole zone. An empty list of a list nobody handed in is unknown.
 */
function lackingOf(asked: Asked, { event, filter }: EventClock, each: string): Later[] | 'unknown' {
  const { record, asOf, timezone } = asked
  const wanting = record.events.get(each) ?? []
  if (wanting.length === 0 && !isStated(asked, each)) return 'unknown'
  const all = record.events.get(event) ?? []
  const own = all.slice(0, countSeen(all, asOf)).filter((one) => passes(filter, one) === true)
  const answers = (want: Occurrence, one: Occurrence): boolean =>
    !isLater(timezone, want, one) &&
    (one.place == null || (want.place != null && record.liesIn(want.place, one.place)))
  const open = wanting
    .slice(0, countSeen(wanting, asOf))
    .filter((want) => !own.some((one) => answers(want, one)))
  if (open.length === 0) return []
  const evidence = open.flatMap((one) => evidenceOf(asked, one))
  return [{ by: null, pending: true, lacking: open.length, evidence }]
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

function ofZone({ zone, timezone, told, isPlace, isMistyped }: Asked, moment: Moment): ClockAnswer {
  if (isPlace) return UNKNOWN
  const isOpen = isMistyped?.(moment) ?? false
  if (!told && !isOpen) return { kind: 'moment', moment, evidence: [], onlyLater: true }
  const evidence = [{ ...rowRefOf(zone), at: printMoment(timezone, moment), value: zone.level }]
  if (isOpen) return { ...UNKNOWN, evidence, reason: 'implausible-time' }
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
