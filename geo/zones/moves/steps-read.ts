import type { Facts, TransitionStep, UnreadRow } from '../../facts'
import { grouped } from '../../grouped'
import { DAYS_BEYOND_MEDIAN, isPlausible } from '../../period/period'
import { plainCode, plainName } from '../../places/spelling'
import { dayOf, type Instant, type Moment } from '../../time/calendar'
import { policiesOf } from '../policy/policies-of'
import type { Transition } from '../policy/policy'
import { resolvedOf, zonesMeant } from '../unplaced/references'
import { plausiblePeriod } from '../unplaced/times'
import { laterOf } from './days'

/** The steps as they are read: those that count, and rows of which nobody can tell what they decide. */
export interface StepsRead {
  /** zone and transition under their ids */
  readonly steps: readonly TransitionStep[]
  /** with those of the facts: refused rows of zones and steps, and steps without a decision */
  readonly rows: readonly UnreadRow[]
}

const known = new WeakMap<Facts, StepsRead>()
const DAY = 86_400_000

/**
 * Steps with the zone and the transition that they name by id, name or another spelling under their ids. One that names
 * none, whose time cannot be true, or whose order takes effect in a year that cannot, does not count: what it decides is
 * open. So is, of a decline with only a day, what of the same day it sends back. The same facts give the same answer.
 */
export function stepsRead(facts: Facts): StepsRead {
  let read = known.get(facts)
  if (!read) known.set(facts, (read = isEmpty(facts) ? { steps: [], rows: [] } : readSteps(facts)))
  return read
}

const byZone = new WeakMap<readonly TransitionStep[], ReadonlyMap<string, readonly TransitionStep[]>>()

/** Those that count of one zone, in their order; grouped once. */
export function stepsOfZone(facts: Facts, zone: string): readonly TransitionStep[] {
  const { steps } = stepsRead(facts)
  let groups = byZone.get(steps)
  if (!groups) byZone.set(steps, (groups = grouped(steps, (step) => step.zone)))
  return groups.get(zone) ?? []
}

const isEmpty = ({ steps, unread = [] }: Facts): boolean => steps.length === 0 && unread.length === 0

function readSteps(facts: Facts): StepsRead {
  const period = plausiblePeriod(resolvedOf(facts).facts)
  const transitionsOf = transitionsIn(facts)
  const namedBy = zonesIn(facts)
  const steps: TransitionStep[] = []
  const isBelieved = ({ at }: Moment, knownAt: Instant | null): boolean =>
    !Number.isNaN(at) && (!period || isPlausible(period, { at, knownAt }))
  const rows: UnreadRow[] = (facts.unread ?? []).map(({ at, ...row }) =>
    at && isBelieved(at, row.knownAt ?? null) ? { ...row, at } : row,
  )
  for (const given of facts.steps) {
    const isTold = isBelieved(given.at, given.origin.knownAt)
    const zones = namedBy(given.zone)
    const open = zones.length === 1 ? transitionsOf(zones[0]!) : []
    const named = transitionsNamed(open, given.transition)
    const isTimed = isTold && hasPlausibleHour(given)
    const why = isTimed ? whyUnread(facts, { zones, open, named }) : 'implausible-time'
    if (why !== null) rows.push(rowOf(given, why, isTold ? given.at : undefined))
    else steps.push(as(given, { zone: zones[0] ?? given.zone, transition: named[0] ?? given.transition }))
  }
  return { steps, rows: [...rows, ...ofNoOrder(facts.pack.timezone, steps)] }
}

/** Why nobody can tell whose step it is; null where that is told, or where no zones or transitions are there at all. */
function whyUnread(
  facts: Facts,
  of: Readonly<{ zones: readonly string[]; open: readonly Transition[]; named: readonly string[] }>,
): string | null {
  if (facts.zones.length === 0) return null
  if (of.zones.length !== 1) return of.zones.length === 0 ? 'unknown-zone' : 'several-zones'
  return of.open.length === 0 || of.named.length === 1 ? null : 'unknown-transition'
}

function as(step: TransitionStep, named: Pick<TransitionStep, 'zone' | 'transition'>): TransitionStep {
  return step.zone === named.zone && step.transition === named.transition ? step : { ...step, ...named }
}

function rowOf({ zone, transition, origin }: TransitionStep, why: string, at?: Moment): UnreadRow {
  const { file, row, knownAt } = origin
  const taken = { list: 'transitions', file, row, why, zone, transition, knownAt, isTaken: true } as const
  return at === undefined ? taken : { ...taken, at }
}

/** An order takes effect near the day on which it was given. */
function hasPlausibleHour({ decision, at, takesEffectAt }: TransitionStep): boolean {
  if (decision === 'declined' || takesEffectAt === null) return true
  return Math.abs(takesEffectAt.at - at.at) <= DAYS_BEYOND_MEDIAN * DAY
}

/** Declines with only a day on which something was given at an hour: nothing tells which of them came first. */
function ofNoOrder(timezone: string, steps: readonly TransitionStep[]): UnreadRow[] {
  const declines = steps.filter(({ decision, at }) => decision === 'declined' && at.isDay)
  return declines
    .filter((one) =>
      steps.some(
        ({ zone, transition, decision, at }) =>
          decision === 'given' &&
          !at.isDay &&
          zone === one.zone &&
          transition === one.transition &&
          isSameDay(timezone, at, one.at),
      ),
    )
    .map((one) => rowOf(one, 'order-unknown', one.at))
}

/** From when what a step decides holds: never before it was given. */
export const effectOf = ({ at, takesEffectAt }: TransitionStep): Moment =>
  takesEffectAt ? laterOf(takesEffectAt, at) : at

/** Whether both are of one day. */
export function isSameDay(timezone: string, a: Moment, b: Moment): boolean {
  return dayOf(timezone, a.at) === dayOf(timezone, b.at)
}

/** Ids of the zones that a step may name: the one of that id, else those that the text means. */
export function zonesNamed(facts: Facts, text: string): readonly string[] {
  return facts.zones.some(({ id }) => id === text) ? [text] : zonesMeant(facts, text)
}

/** Ids of the transitions that a step may name: the one of that id, else those of that name in either language. */
export function transitionsNamed(transitions: readonly Transition[], text: string): readonly string[] {
  if (transitions.some(({ id }) => id === text)) return [text]
  const [code, name] = [plainCode(text), plainName(text)]
  const isNamed = (one: string | undefined): boolean => one !== undefined && plainName(one) === name
  const meant = transitions.filter(({ id, zh, en }) => plainCode(id) === code || isNamed(zh) || isNamed(en))
  return [...new Set(meant.map(({ id }) => id))]
}

/** The same, each text looked up once. */
function zonesIn(facts: Facts): (text: string) => readonly string[] {
  const ids = new Set(facts.zones.map(({ id }) => id))
  const named = new Map<string, readonly string[]>()
  return (text) => {
    let found = named.get(text)
    if (!found) named.set(text, (found = ids.has(text) ? [text] : zonesMeant(facts, text)))
    return found
  }
}

/** By zone, the transitions of the editions that its stays follow. */
function transitionsIn(facts: Facts): (zone: string) => readonly Transition[] {
  const policyOf = policiesOf(facts)
  const ofZone = new Map<string, readonly Transition[]>()
  return (zone) => {
    let found = ofZone.get(zone)
    if (!found) {
      const own = facts.zones.filter(({ id }) => id === zone).map((stay) => policyOf(stay))
      ofZone.set(zone, (found = [...new Set(own)].flatMap((policy) => policy?.transitions ?? [])))
    }
    return found
  }
}
