import type { When } from '#geo'
import { clockPart, formatShortDay, type Locale } from './format'

/** Narrow tables: `5/26 00:00`, `26 May 00:00`; a day stays a day. */
export function formatShortMoment(when: When | null, locale: Locale): string {
  const clock = when === null ? null : clockPart(when)
  const day = formatShortDay(when, locale)
  return clock === null ? day : `${day} ${clock}`
}
