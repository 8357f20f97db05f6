import { type Facts, isSuspended, policiesOf, type TransitionStep, type ZoneStay } from '#geo'
import type { Placed, StepEvent, ZoneEvent } from './zone-edits'

/**
 * Appends whose approval did not come to its hour: what was recorded between suspends it, so that the move written
 * with it does not happen. In order of the hours; `staysWithout` gives the stays without the moves of those appends.
 */
export function suspendedBatches(
  facts: Facts,
  {
    steps,
    zones,
  }: { readonly steps: readonly Placed<StepEvent>[]; readonly zones: readonly Placed<ZoneEvent>[] },
  staysWithout: (batches: ReadonlySet<string>) => readonly ZoneStay[],
): ReadonlySet<string> {
  const moving = new Set(zones.map(({ event }) => event.batch))
  const batchOf = new Map(steps.map(({ event }) => [event.id, event.batch]))
  const orders = facts.steps
    .flatMap((step) => {
      const batch = step.event ? batchOf.get(step.event) : undefined
      return batch !== undefined && moving.has(batch) && step.decision === 'given' ? { step, batch } : []
    })
    .sort((a, b) => hourOf(a.step) - hourOf(b.step) || (a.batch < b.batch ? -1 : 1))
  const suspended = new Set<string>()
  for (const { step, batch } of orders) {
    const without = { ...facts, zones: staysWithout(new Set([...suspended, batch])) }
    if (isSuspended(without, step, policiesOf(facts))) suspended.add(batch)
  }
  return suspended
}

const hourOf = ({ at, takesEffectAt }: TransitionStep): number => Math.max(at.at, takesEffectAt?.at ?? at.at)
