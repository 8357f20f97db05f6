import type { Facts, ListName, ListSource } from '../../facts'
import type { Instant } from '../../time/calendar'
import type { Policy } from '../policy/policy'
import { holdsUntil } from './holds-until'
import { districtWide, partsOf } from './list-parts'

const LISTS: readonly ListName[] = ['cases', 'contacts']

/**
 * The facts in which every list whose silence still means *none* at the as-of goes on saying so until a later instant,
 * for the ground for which it speaks: what a forecast of live data assumes.
 */
export function goingOn(
  facts: Facts,
  {
    asOf,
    until,
    policy,
  }: { readonly asOf: Instant; readonly until: Instant; readonly policy: Policy | null },
): Facts {
  if (facts.pack.use !== 'live' || until <= asOf) return facts
  const further = LISTS.filter((list) => facts.stated.has(list)).flatMap((list) =>
    partsOf(facts, list, asOf)
      .filter((part) => holdsUntil(list, part.until, { pack: facts.pack, policy }) >= asOf)
      .map(
        ({ ground }): ListSource => ({
          ...{ list, file: null, until: { at: until, isDay: false }, knownAt: null },
          ground: ground === 'district' ? ground : [...ground],
        }),
      ),
  )
  const told = facts.listSources ?? [...facts.stated].map(districtWide)
  return { ...facts, listSources: [...told, ...further] }
}
