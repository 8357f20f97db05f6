import { addDays, type Survey } from '#geo'
import { formatCount, type Locale } from '../i18n/format'

/** Cases of the seven whole days up to the last one, and of the seven before. */
export interface Weeks {
  readonly last: number
  /** null where the list does not reach back so far */
  readonly before: number | null
}

const DAYS = 7

/** Null where the list of cases is not known, or does not speak for the last whole day. */
export function weeksOf(survey: Survey): Weeks | null {
  const { cases } = survey
  if (!cases || cases.open?.yesterday || cases.daily.length === 0) return null
  const end = cases.yesterday.day
  const [from, middle] = [addDays(end, 1 - 2 * DAYS), addDays(end, 1 - DAYS)]
  const sum = (first: string, last: string): number =>
    cases.daily.reduce((all, { day, total }) => (day >= first && day <= last ? all + total : all), 0)
  const isWhole = cases.cumulative.since !== null && cases.cumulative.since <= from
  return { last: sum(middle, end), before: isWhole ? sum(from, addDays(middle, -1)) : null }
}

/** `近 7 日 2,947 例，较前 7 日多 232 例`. */
export function weeksSentence({ last, before }: Weeks, survey: Survey, locale: Locale): string {
  const { unit } = survey.subject
  const n = formatCount(last)
  if (before === null) return locale === 'zh' ? `近 7 日 ${n} ${unit}` : `${n} in the last 7 days`
  const more = last - before
  const by = formatCount(Math.abs(more))
  if (more === 0)
    return locale === 'zh'
      ? `近 7 日 ${n} ${unit}，与前 7 日相同`
      : `${n} in 7 days, as many as in the 7 before`
  return locale === 'zh'
    ? `近 7 日 ${n} ${unit}，较前 7 日${more > 0 ? '多' : '少'} ${by} ${unit}`
    : `${n} in 7 days, ${by} ${more > 0 ? 'more' : 'fewer'} than in the 7 before`
}

/** `近 7 日 2,947 例，日均 421 例`; the days of the other week likewise. */
export function weekLines({ last, before }: Weeks, survey: Survey, locale: Locale): string[] {
  const { unit } = survey.subject
  const line = (name: string, count: number): string =>
    locale === 'zh'
      ? `${name} ${formatCount(count)} ${unit}，日均 ${formatCount(count / DAYS)} ${unit}`
      : `${name}: ${formatCount(count)}, ${formatCount(count / DAYS)} a day`
  const zh = locale === 'zh'
  return [
    line(zh ? '近 7 日' : 'Last 7 days', last),
    ...(before === null ? [] : [line(zh ? '前 7 日' : '7 days before', before)]),
  ]
}
