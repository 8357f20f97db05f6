import type { SourceAnswer } from '../../answers'
import type { Facts } from '../../facts'
import { placesAt } from '../../places/changes/places-at'
import { formatInstant, type Instant } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import { printMoment } from '../moves/days'
import type { Policy } from '../policy/policy'
import { holdsUntil } from './holds-until'
import { speechOf, untilByThen } from './list-speech'
import { SPEAKING_LISTS } from './listed-rows'

/** For what each stated list speaks as seen at the as-of, until when, and when its silence ends to mean none. */
export function sourcesOf(
  register: Facts,
  { asOf, policy }: { asOf: Instant; policy: Policy | null },
): SourceAnswer[] {
  const facts = placesAt(register, asOf)
  const { pack } = facts
  return SPEAKING_LISTS.flatMap((list): SourceAnswer[] => {
    const speech = speechOf(facts, list, asOf)
    if (!speech) return []
    const { until } = speech.whole
    const ends = holdsUntil(list, until, { pack, policy })
    return [
      {
        list,
        speaksFor: speech.speaksFor,
        until: printMoment(
          pack.timezone,
          until && !isSeenMoment(until, asOf) ? untilByThen(facts, list, asOf) : until,
        ),
        holdsUntil: Number.isFinite(ends) ? formatInstant(pack.timezone, ends) : null,
      },
    ]
  })
}
