import type { SurveySignal, SurveySignals, SurveySuspension } from '../answers'
import { smallest } from '../extremes'
import type { Signal } from '../facts'
import { representativePoint } from '../geometry/rings/representative-point'
import { formatMoment, type Instant, type Moment, readMoment } from '../time/calendar'
import { peopleWaiting } from '../zones/conditions/signals'
import type { Policy } from '../zones/policy/policy'
import { afterHours, isPast } from '../zones/policy/term'
import { decisionAt, openSignals } from '../zones/signals/signals'
import type { Slice } from './slice'

/** What a time limit of an edition counts from, where it is one for signals. */
const REPORTED = 'signal.reported'

/** Signals that nobody has decided, and the zones that each holds; null where there is none. */
export function surveySignals(slice: Slice): SurveySignals | null {
  const open = openSignals(slice.facts, slice.asOf)
  if (open.length === 0) return null
  const holds = zonesHeld(slice)
  const told = open
    .map((signal) => signalOf(slice, signal, holds.get(signal.id) ?? []))
    .sort(
      (a, b) =>
        Number(a.dueAt === null) - Number(b.dueAt === null) ||
        orderOf(slice, a) - orderOf(slice, b) ||
        (a.id < b.id ? -1 : 1),
    )
  return {
    open: told,
    people: told.reduce((sum, { people }) => sum + (people ?? 0), 0),
    isAtLeast: told.some(({ people }) => people === null),
  }
}

/** What of the open signals suspends the lowerings of a zone; null where none does. */
export function suspensionOf(signals: SurveySignals | null, zone: string): SurveySuspension | null {
  const own = (signals?.open ?? []).filter(({ zones }) => zones.includes(zone))
  if (own.length === 0) return null
  const first = own.find(({ dueAt }) => dueAt !== null)
  return {
    signals: own.map(({ id }) => id),
    people: peopleWaiting(own),
    dueAt: first?.dueAt ?? null,
    overMinutes: first?.overMinutes ?? null,
  }
}

function signalOf(slice: Slice, signal: Signal, zones: readonly string[]): SurveySignal {
  const { facts, hierarchy, timezone, asOf } = slice
  const { id, kind, at, place, position, tubes, people } = signal
  const shape = place === null ? null : hierarchy.shapeOf(place)
  const decision = decisionAt(facts, signal, asOf)
  const due = dueOf(slice, at, zones)
  return {
    ...{ id, kind, at: formatMoment(timezone, at), tubes, people, zones },
    place: place === null ? null : { code: place, name: hierarchy.place(place)?.name ?? place },
    position: position ?? (shape && representativePoint(shape)) ?? null,
    dueAt: due && formatMoment(timezone, due),
    overMinutes: due && isPast(timezone, due, asOf) ? Math.floor((asOf - due.at) / 60_000) : null,
    awaitsCase: decision?.outcome === 'case' ? decision.case : null,
  }
}

/** The earliest that the editions of its zones ask; of a signal in no zone that of the district. */
function dueOf(slice: Slice, at: Moment, zones: readonly string[]): Moment | null {
  const { timezone, policy, policyOf, attribution } = slice
  const own = attribution.zones.filter(({ id }) => zones.includes(id)).map(({ stay }) => policyOf(stay))
  const hours = (own.length > 0 ? own : [policy]).flatMap(hoursIn)
  return hours.length === 0 ? null : afterHours(timezone, at, smallest(hours))
}

const hoursIn = (policy: Policy | null): number[] =>
  (policy?.deadlines ?? []).filter(({ from }) => from === REPORTED).map(({ hours }) => hours)

/** By signal, ids of the zones that an assessment says it holds. */
function zonesHeld({ assess }: Slice): ReadonlyMap<string, readonly string[]> {
  const held = new Map<string, string[]>()
  for (const { id, transitions } of assess.zones)
    for (const signal of new Set(transitions.flatMap(({ suspendedBy }) => suspendedBy)))
      held.set(signal, [...(held.get(signal) ?? []), id])
  return held
}

const orderOf = ({ timezone }: Slice, { dueAt, at }: SurveySignal): Instant =>
  readMoment(timezone, dueAt ?? at)?.at ?? 0
