import type { Clock, Policy } from '../policy/policy'

/** Events of the zone itself: there is only one of each, and nothing new of that name can come. */
export const OF_ZONE_ITSELF: ReadonlySet<string> = new Set(['zone.designated', 'level.entered'])

/** Every single event a clock looks at, with its filter. */
export function eventsOf(clock: Clock, policy: Policy): Extract<Clock, { event: string }>[] {
  if ('event' in clock) return [clock]
  if ('maxOf' in clock) return clock.maxOf.flatMap((one) => eventsOf(one, policy))
  if ('minOf' in clock) return clock.minOf.flatMap((one) => eventsOf(one, policy))
  if ('if' in clock) return [...eventsOf(clock.then, policy), ...eventsOf(clock.else, policy)]
  const named = policy.clocks?.[clock.clock]
  return named ? eventsOf(named, policy) : []
}

/** Events that start the clock anew. */
export function restartsOf(clock: Clock, policy: Policy): string[] {
  return eventsOf(clock, policy)
    .filter(({ event, agg }) => agg !== 'first' && !OF_ZONE_ITSELF.has(event))
    .flatMap(({ event, each }) => (each === undefined ? [event] : [each, event]))
}
