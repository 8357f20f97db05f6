import { type Facts, type Instant, isPlausible, plausiblePeriod, readMoment } from '#geo'
import { freeText, looksPersonal } from '../personal/kept-text'

/** Where an entry lacks something or cannot be: the field, and a code whose sentence says what to do. */
export interface HandFault {
  readonly field: string
  readonly code: HandFaultCode
}

export type HandFaultCode =
  | 'no-such-place'
  | 'no-items'
  | 'no-such-post'
  | 'no-role'
  | 'no-ground'
  | 'no-time'
  | 'implausible-time'
  | 'no-kind'
  | 'no-way'
  | 'id-taken'
  | 'personal'
  | 'no-reason'
  | 'nothing-set'
  | 'no-count'
  | 'no-such-signal'
  | 'before-signal'
  | 'no-number'
  | 'case-before-signal'
  | 'no-such-zone'
  | 'no-fact'
  | 'no-value'
  | 'not-yes-no'
  | 'no-figure'
  | 'no-such-case'
  | 'contact-taken'
  | 'no-such-site'
  | 'not-a-value'
  | 'no-round'
  | 'no-whole-number'
  | 'more-than-listed'
  | 'more-than-sampled'
  | 'fewer-than-before'
  | 'before-start'
  | 'no-listed'
  | 'all-excused'
  | 'not-resulted'
  | 'no-name'
  | 'facility-taken'
  | 'no-hours'
  | 'more-than-rooms'
  | 'no-passage'
  | 'alias-taken'
  | 'no-such-order'
  | 'no-such-handover'
  | 'not-taken-over'
  | 'same-person'
  | 'no-unit'
  | 'no-text'
  | 'no-words'
  | 'due-before'
  | 'due-far'
  | 'before-order'
  | 'no-clock'
  | 'no-person'
  | 'no-duty-role'
  | 'guard-distance'

/** With what an entry is looked at: what is known, and when it is said. */
export interface SaidAt {
  readonly facts: Facts
  readonly now: Instant
}

/** True for a figure of people, vehicles, rooms: whole, and not below 0. */
export const isCount = (value: number | null): boolean => Number.isSafeInteger(value) && value! >= 0

/** A time that nobody can have meant: it cannot be read, lies after now, or far from everything that is known. */
export function timeFault(field: string, text: string, { facts, now }: SaidAt): HandFault | null {
  const moment = readMoment(facts.pack.timezone, text)
  if (!moment) return { field, code: 'no-time' }
  const period = plausiblePeriod(facts)
  const isFar = period !== null && !isPlausible(period, { at: moment.at, knownAt: now })
  return moment.at > now || isFar ? { field, code: 'implausible-time' } : null
}

/** Neither place nor position, or a place that nobody knows. */
export function groundFault(
  { place, position }: { readonly place: string | null; readonly position: unknown },
  { facts }: Pick<SaidAt, 'facts'>,
): HandFault | null {
  if (place === null && position === null) return { field: 'place', code: 'no-ground' }
  return place === null || isPlace(place, facts) ? null : { field: 'place', code: 'no-such-place' }
}

/** Neither zone nor place, or one that nobody knows. */
export function zoneOrPlaceFault(
  { zone, place }: { readonly zone: string | null; readonly place: string | null },
  { facts }: Pick<SaidAt, 'facts'>,
): HandFault | null {
  if (zone !== null) return isZone(zone, facts) ? null : { field: 'zone', code: 'no-such-zone' }
  return groundFault({ place, position: null }, { facts })
}

/** Words of an office or a document that hold a name, a telephone or an identity number. */
export const wordsFault = (field: string, words: string | null): HandFault | null =>
  words !== null && freeText(words) !== words ? { field, code: 'personal' } : null

/** A reason that says nothing, or names a person. */
export function reasonFault(because: string): HandFault | null {
  if (because.trim() === '') return { field: 'because', code: 'no-reason' }
  return looksPersonal(because) ? { field: 'because', code: 'personal' } : null
}

export const isPlace = (code: string, { places }: Pick<Facts, 'places'>): boolean =>
  places.some((one) => one.code === code)

export const isZone = (zone: string, { zones }: Pick<Facts, 'zones'>): boolean =>
  zones.some(({ id }) => id === zone)
