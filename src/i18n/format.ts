import { addDays, type When } from '#geo'

export type Locale = 'zh' | 'en'

/** What stands where a figure is not known. Never 0. */
export const UNKNOWN = '—'

const MINUS = '−'
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = {
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `614,000`; the minus is U+2212; null is “—”. */
export function formatCount(value: number | null): string {
  if (value === null || Number.isNaN(value)) return UNKNOWN
  const text = grouped(String(Math.round(Math.abs(value))))
  return value < 0 && text !== '0' ? MINUS + text : text
}

/** A figure with so many decimals, its thousands with commas; null is “—”. */
export function formatFixed(value: number | null, decimals: number): string {
  if (value === null || Number.isNaN(value)) return UNKNOWN
  const [whole, part] = Math.abs(value).toFixed(decimals).split('.')
  const text = [grouped(whole!), part].filter(Boolean).join('.')
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text
}

/** `+36`, `−86`, `0`; null is “—”. */
export function formatDelta(value: number | null): string {
  if (value === null || Number.isNaN(value)) return UNKNOWN
  return value > 0 ? `+${formatCount(value)}` : formatCount(value)
}

/** A share as per cent with one decimal and no sign: `67.8`. A share below 1 never reads 100.0. */
export function formatShare(share: number | null): string {
  if (share === null || Number.isNaN(share)) return UNKNOWN
  const rounded = Math.round(share * 1000) / 10
  return (share < 1 && rounded >= 100 ? 99.9 : rounded).toFixed(1)
}

/** `67.8%`. */
export function formatPercent(share: number | null): string {
  const text = formatShare(share)
  return text === UNKNOWN ? text : `${text}%`
}

/** Square metres as km² with two decimals: `224.31`. */
export function formatArea(areaM2: number | null): string {
  return formatFixed(areaM2 === null ? null : areaM2 / 1e6, 2)
}

/**
 * An instant at 00:00 as the end of the day before it: `2022-05-27T00:00:00+08:00` → `2022-05-26T24:00:00+08:00`. For
 * what says until when something is known (截至); a day, and any other clock time, stays as it is.
 */
export function endOfDay(when: When): When {
  if (when.slice(10, 19) !== 'T00:00:00') return when
  return `${addDays(when.slice(0, 10), -1)}T24:00:00${when.slice(19)}`
}

/** Running text of until when: `5月26日 24:00`, `26 May, 24:00`. */
export function formatAsOf(when: When | null, locale: Locale): string {
  return formatMoment(when && endOfDay(when), locale)
}

/** Titles of until when: `2022年5月26日 24:00`, `26 May 2022, 24:00`. */
export function formatFullAsOf(when: When | null, locale: Locale): string {
  return formatFullMoment(when && endOfDay(when), locale)
}

/** The calendar day of a day or instant, in the zone it was printed in. */
export function dayPart(when: When): string {
  return when.slice(0, 10)
}

/** `18:00` of an instant; null of a day. */
export function clockPart(when: When): string | null {
  return when.length > 10 ? when.slice(11, 16) : null
}

function numbersOf(day: string): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

/** Axis and table: `5/27`, `27 May`. */
export function formatShortDay(when: When | null, locale: Locale): string {
  if (when === null) return UNKNOWN
  const [, month, date] = numbersOf(when)
  return locale === 'zh' ? `${month}/${date}` : `${date} ${MONTHS[month - 1]}`
}

/** Running text: `5月27日`, `27 May`. */
export function formatDay(when: When | null, locale: Locale): string {
  if (when === null) return UNKNOWN
  const [, month, date] = numbersOf(when)
  return locale === 'zh' ? `${month}月${date}日` : `${date} ${MONTHS[month - 1]}`
}

/** Titles: `2022年5月27日`, `27 May 2022`; a year of two digits has its noughts, so that 0022 is not taken for 2022. */
export function formatFullDay(when: When | null, locale: Locale): string {
  if (when === null) return UNKNOWN
  const year = String(numbersOf(when)[0]).padStart(4, '0')
  return locale === 'zh' ? `${year}年${formatDay(when, locale)}` : `${formatDay(when, locale)} ${year}`
}

/** Running text: `5月27日 14:00`, `27 May, 14:00`; a day stays a day. */
export function formatMoment(when: When | null, locale: Locale): string {
  if (when === null) return UNKNOWN
  const clock = clockPart(when)
  if (clock === null) return formatDay(when, locale)
  return locale === 'zh' ? `${formatDay(when, locale)} ${clock}` : `${formatDay(when, locale)}, ${clock}`
}

/** Titles: `2022年5月27日 14:00`, `27 May 2022, 14:00`. */
export function formatFullMoment(when: When | null, locale: Locale): string {
  if (when === null) return UNKNOWN
  const clock = clockPart(when)
  if (clock === null) return formatFullDay(when, locale)
  return locale === 'zh'
    ? `${formatFullDay(when, locale)} ${clock}`
    : `${formatFullDay(when, locale)}, ${clock}`
}

/** `星期五`, `Friday`. */
export function formatWeekday(when: When, locale: Locale): string {
  const [year, month, date] = numbersOf(when)
  return WEEKDAYS[locale][new Date(Date.UTC(year, month - 1, date)).getUTCDay()]!
}

/** `今日 18:00`, `今日`, else the short day: what a table says of a time near the day shown. */
export function formatNear(when: When | null, today: string, locale: Locale): string {
  if (when === null) return UNKNOWN
  if (dayPart(when) !== today) return formatShortDay(when, locale)
  const clock = clockPart(when)
  const word = locale === 'zh' ? '今日' : 'today'
  return clock === null ? word : `${word} ${clock}`
}

/** A part of today as a bulletin writes it: `0—14时`, `00:00–14:00`; at its end the whole day, `0—24时`. */
export function formatHoursUntil(asOf: When, locale: Locale): string {
  const clock = clockPart(endOfDay(asOf)) ?? '24:00'
  if (locale === 'en') return `00:00–${clock}`
  const [hour, minute] = clock.split(':')
  return minute === '00' ? `0—${Number(hour)}时` : `0时—${clock}`
}

/** What the last whole day is called on the day shown: yesterday; at 24:00, when it is the day shown, its date. */
export function lastDayWord(lastWholeDay: string, today: string, locale: Locale): string {
  if (lastWholeDay === today)
    return locale === 'zh' ? formatDay(today, locale) : `on ${formatDay(today, locale)}`
  return locale === 'zh' ? '昨日' : 'yesterday'
}

/** A whole day as a bulletin writes it: `5月26日 0—24时`, `26 May, 00:00–24:00`. */
export function formatWholeDay(day: string, locale: Locale): string {
  return locale === 'zh' ? `${formatDay(day, locale)} 0—24时` : `${formatDay(day, locale)}, 00:00–24:00`
}

/** `5/13–5/14`, `13–14 May`; one day alone stays one day. */
export function formatDayRange(from: When, to: When | null, locale: Locale): string {
  const first = formatShortDay(from, locale)
  if (to === null || dayPart(to) === dayPart(from)) return first
  const oneMonth = locale === 'en' && from.slice(0, 7) === to.slice(0, 7)
  return `${oneMonth ? Number(from.slice(8, 10)) : first}–${formatShortDay(to, locale)}`
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** `①` for round 1 up to `⑳`; a round named otherwise keeps its name. */
export function circled(round: string): string {
  const number = /^\d+$/.test(round) ? Number(round) : 0
  return number >= 1 && number <= 20 ? CIRCLED[number - 1]! : round
}
