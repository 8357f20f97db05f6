import type { Locale } from './format'
import { formatCount } from './format'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Unit = 'minutes' | 'hours' | 'days'

const WORDS: Readonly<Record<Locale, Readonly<Record<Unit, string>>>> = {
  zh: { minutes: '分钟', hours: '小时', days: '天' },
  en: { minutes: 'min', hours: 'h', days: 'd' },
}

/** Whole units that have passed of the largest unit that says enough: minutes below an hour, hours below two days, days. */
function unitsOf(ms: number): readonly [n: number, unit: Unit] {
  const span = Math.abs(ms)
  if (span < HOUR) return [Math.floor(span / MINUTE), 'minutes']
  if (span < 2 * DAY) return [Math.floor(span / HOUR), 'hours']
  return [Math.floor(span / DAY), 'days']
}

/** `40 分钟`, `2 小时`, `3 天`; `40 min`, `2 h`, `3 d`. What has begun to pass is at least one minute. */
export function formatSpan(ms: number, locale: Locale): string {
  const [n, unit] = unitsOf(ms)
  return `${formatCount(unit === 'minutes' ? Math.max(1, n) : n)} ${WORDS[locale][unit]}`
}
