import type { SurveySuspension } from '#geo'
import { clockPart, dayPart, type Locale } from './format'
import { formatShortMoment } from './format-short'

/** Whole minutes as said aloud: `12 分`, `1 小时 5 分`. */
function duration(minutes: number, locale: Locale): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts =
    locale === 'zh'
      ? [hours > 0 ? `${hours} 小时` : '', rest > 0 || hours === 0 ? `${rest} 分` : '']
      : [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : '']
  return parts.filter(Boolean).join(' ')
}

/**
 * Until when a signal is to be decided: `15:58 前复核`, past it `复核逾期 12 分`; where no edition states hours, that none does.
 * A day other than `today` stands before the clock.
 */
export function reviewText(
  { dueAt, overMinutes }: Pick<SurveySuspension, 'dueAt' | 'overMinutes'>,
  locale: Locale,
  today: string,
): string {
  if (overMinutes !== null)
    return locale === 'zh'
      ? `复核逾期 ${duration(overMinutes, 'zh')}`
      : `review overdue by ${duration(overMinutes, 'en')}`
  if (dueAt === null) return locale === 'zh' ? '复核时限未定' : 'no time limit stated'
  const clock = dayPart(dueAt) === today ? clockPart(dueAt) : null
  const when = clock ?? formatShortMoment(dueAt, locale)
  return locale === 'zh' ? `${when} 前复核` : `review by ${when}`
}
