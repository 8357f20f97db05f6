import { formatMoment } from '#geo'
import { formatFullMoment, type Locale } from '../../i18n/format'
import { readTime } from '../../import/cells/moments'

/** A time as a person writes it, as a description keeps it: `2022-07-09` or `2022-07-09T17:00`; null where it is none. */
export function asOfWritten(seen: string, zone: string): string | null {
  const read = readTime(zone, seen)
  if (!read.ok) return null
  return read.value.isDay ? formatMoment(zone, read.value) : formatMoment(zone, read.value).slice(0, 16)
}

/** A time in a field, in a form that is read back. */
export const asOfShown = (at: string, locale: Locale): string =>
  locale === 'zh' ? formatFullMoment(at, locale) : at.replace('T', ' ')
