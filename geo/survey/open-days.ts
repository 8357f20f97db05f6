import type { OpenDay, Survey } from '../answers'
import { hierarchyOf } from '../places/hierarchy'
import { addDays, type Day, formatMoment, type Instant, type Moment, startOfDay } from '../time/calendar'
import { holdsUntil } from '../zones/sources/holds-until'
import { speechOf } from '../zones/sources/list-speech'
import { townsOf } from '../zones/sources/towns'
import type { Slice } from './slice'

/**
 * What the list of cases leaves open of the last whole day and of today: a day after its silence ended to mean *none* is
 * no day without cases, and a town that has sent no list is in no figure of the day.
 */
export function openDays(slice: Slice): NonNullable<NonNullable<Survey['cases']>['open']> {
  const { lastWholeDay, day, asOf } = slice
  return {
    yesterday: openDay(slice, Math.min(endOf(slice, lastWholeDay), asOf)),
    today: openDay(slice, Math.min(endOf(slice, day), asOf)),
  }
}

const endOf = ({ timezone }: Slice, day: Day): Instant => startOfDay(timezone, addDays(day, 1))

/** What is open of the day that ends, or has come so far, at the instant. */
function openDay({ facts, asOf, policy, timezone }: Slice, end: Instant): OpenDay | null {
  const speech = speechOf(facts, 'cases', asOf)
  if (!speech) return null
  const isOver = (until: Moment | null): boolean =>
    end > holdsUntil('cases', until, { pack: facts.pack, policy })
  const hierarchy = hierarchyOf(facts.places)
  const towns = speech.speaksFor === 'district' && speech.isWhole ? [] : townsOf(hierarchy)
  const lacks = towns.filter((code) => {
    const { missing, until } = speech.of(code)
    return missing.length > 0 || isOver(until)
  })
  const { until } = speech.whole
  if (towns.length > 0 ? lacks.length === towns.length : isOver(until))
    return { until: until && formatMoment(timezone, until), lacks: [] }
  if (lacks.length === 0) return null
  return { until: null, lacks: lacks.map((code) => hierarchy.place(code)!.name) }
}
