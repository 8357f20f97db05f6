import type { ListName, PackDescription } from '../../facts'
import {
  addDays,
  dayOf,
  type Instant,
  type Moment,
  readMoment,
  sameClockAfterDays,
  startOfDay,
} from '../../time/calendar'
import type { Policy } from '../policy/policy'

/** Lists in which silence means *none* for a while only, where nothing else is said: what they hold happens any hour. */
const LAPSING: ReadonlySet<ListName> = new Set(['cases', 'contacts'])

const HOUR = 3_600_000

/**
 * When the silence of a list that is complete until `until` ends to mean *none*: of live data the next cut-off of the
 * reports (else the end of the day) and 24 h more, or so many hours after `until` as the policy says. Positive infinity:
 * without end; negative infinity: nothing tells until when the list speaks.
 */
export function holdsUntil(
  list: ListName,
  until: Moment | null,
  { pack, policy }: { pack: PackDescription; policy: Policy | null },
): Instant {
  if (pack.use !== 'live') return Number.POSITIVE_INFINITY
  const own = policy?.silence?.find((one) => one.list === list)
  if (!own && !LAPSING.has(list)) return Number.POSITIVE_INFINITY
  if (own && own.hours === null) return Number.POSITIVE_INFINITY
  if (until === null) return Number.NEGATIVE_INFINITY
  if (own) return until.at + own.hours! * HOUR
  return sameClockAfterDays(pack.timezone, nextCutoff(pack, until.at), 1)
}

/** The first cut-off after the instant; where no reports are asked for, the end of the day. */
function nextCutoff({ timezone, reporting }: PackDescription, at: Instant): Instant {
  const day = dayOf(timezone, at)
  const today = cutoffOf(timezone, day, reporting?.cutoff)
  return today > at ? today : cutoffOf(timezone, addDays(day, 1), reporting?.cutoff)
}

function cutoffOf(timezone: string, day: string, clock = '24:00'): Instant {
  const moment = clock === '24:00' ? null : readMoment(timezone, `${day}T${clock}`)
  return moment?.at ?? startOfDay(timezone, addDays(day, 1))
}
