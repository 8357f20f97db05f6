import type { When } from '#geo'
import { clockPart, endOfDay, formatDay, formatMoment, formatShortDay, type Locale, UNKNOWN } from './format'

/** Narrow tables: `5/26 00:00`, `26 May 00:00`; a day stays a day. */
export function formatShortMoment(when: When | null, locale: Locale): string {
  const clock = when === null ? null : clockPart(when)
  const day = formatShortDay(when, locale)
  return clock === null ? day : `${day} ${clock}`
}

/** Until when something is known, in running text: `7月9日 17时`, `7月9日 17:30`, `9 Jul, 17:00`; a day stays a day. */
export function formatHour(when: When | null, locale: Locale): string {
  if (when === null) return UNKNOWN
  const end = endOfDay(when)
  const clock = clockPart(end)
  if (locale === 'zh' && clock?.endsWith(':00'))
    return `${formatDay(end, 'zh')} ${Number(clock.slice(0, 2))}时`
  return formatMoment(end, locale)
}
