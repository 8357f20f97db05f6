import type { CaseFilter, Clock, Condition, Policy } from '../policy/policy'
import { eventsOf, OF_ZONE_ITSELF } from '../record/clock-events'
import type { Dictionary } from './dictionary'
import { eventWords, isNamed, nameOf } from './naming'

/** Where a clock starts, in words; `said` puts a condition of a conditional anchor into words. */
export function clockWords(
  dictionary: Dictionary,
  clock: Clock,
  { policy, said }: { policy: Policy; said: (condition: Condition) => string },
): string {
  const words = (one: Clock): string => clockWords(dictionary, one, { policy, said })
  if ('event' in clock) {
    const event = eventWords(dictionary, clock.event, policy)
    if (OF_ZONE_ITSELF.has(clock.event)) return event
    const filter = filterWords(dictionary, clock.event, clock.filter)
    const one =
      (clock.agg === 'first' ? dictionary.clock.first(event) : dictionary.clock.last(event)) + filter
    return clock.each === undefined
      ? one
      : dictionary.clock.each(one, eventWords(dictionary, clock.each, policy))
  }
  if ('clock' in clock) {
    const named = policy.clocks?.[clock.clock]
    return named ? words(named) : dictionary.quoted(clock.clock)
  }
  if ('maxOf' in clock) return dictionary.clock.later(clock.maxOf.map(words))
  if ('minOf' in clock) return dictionary.clock.earlier(clock.minOf.map(words))
  return dictionary.clock.chosen({
    condition: said(clock.if),
    anchor: words(clock.then),
    otherwise: words(clock.else),
  })
}

/** What no close contact is: a contact event that leaves these out is said by its name alone. */
const NOT_CLOSE: ReadonlySet<string> = new Set(['secondary', 'casual', 'coPresent', 'handedOver'])

/** What a filter leaves out or keeps, to stand behind the name of the event. */
export function filterWords(dictionary: Dictionary, event: string, filter: CaseFilter | undefined): string {
  const named = (words: readonly string[]) => words.map((word) => nameOf(dictionary, 'word', word))
  const only = filter?.only ? dictionary.clock.only(named(filter.only)) : ''
  const not = (filter?.not ?? []).filter((word) => !(event.startsWith('contact.') && NOT_CLOSE.has(word)))
  return only + (not.length > 0 ? dictionary.clock.but(named(not)) : '')
}

/** True where the dictionary has a name for everything the clock looks at. */
export function isClockNamed(clock: Clock, policy: Policy): boolean {
  return eventsOf(clock, policy).every(
    ({ event, filter, each = event }) =>
      isNamed('event', event) &&
      isNamed('event', each) &&
      [...(filter?.only ?? []), ...(filter?.not ?? [])].every((word) => isNamed('word', word)),
  )
}
