import { addDays, type Survey, type WeekCounts, type WeekRow } from '#geo'
import { formatCount, formatDelta, type Locale } from '../i18n/format'
import { townWord } from '../i18n/place-words'

/** Cases of the seven whole days up to the last one, and of the seven before. */
export interface Weeks {
  readonly last: number
  /** null where the list does not reach back so far */
  readonly before: number | null
}

const DAYS = 7

/** Null where the list of cases is not known, or does not speak for the last whole day. */
export function weeksOf(survey: Survey): Weeks | null {
  if (survey.weeks) return { last: survey.weeks.whole.week, before: survey.weeks.whole.before }
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

/** Fewer cases of both weeks together are told and not compared. */
const COMPARED = 20

/** Whether a row has too few cases for a difference or a rate. */
export function isFew({ week, before }: WeekCounts): boolean {
  return week + (before ?? 0) < COMPARED
}

/** Cases more or fewer than in the week before; null where they are few, or one week is not known. */
export function changeOf(counts: WeekCounts): number | null {
  return isFew(counts) || counts.before === null ? null : counts.week - counts.before
}

/** Cases of the week for 10,000 people; null where they are few or the people are not known. */
export function rateOf(row: WeekCounts & { readonly people: number | null }): number | null {
  return isFew(row) || !row.people ? null : (row.week / row.people) * 10_000
}

/** The towns with more cases than the week before, the largest increase first. */
export function risingTowns({ weeks }: Survey): readonly WeekRow[] {
  const rising = weeks?.towns.filter((row) => (changeOf(row) ?? 0) > 0) ?? []
  return [...rising].sort((a, b) => changeOf(b)! - changeOf(a)! || (a.code < b.code ? -1 : 1))
}

/** `9 区在增加`; null where none does, or there are no towns. */
export function risingSentence(survey: Survey, locale: Locale): string | null {
  const count = risingTowns(survey).length
  if (count === 0) return null
  if (locale === 'zh') return `${formatCount(count)} ${townWord(survey, locale)}在增加`
  return count === 1 ? '1 town up' : `${formatCount(count)} towns up`
}

const NAMED = 3

/** `增加最多：南區 +90、東區 +78`. */
export function mostRisingSentence(survey: Survey, locale: Locale): string | null {
  const rows = risingTowns(survey).slice(0, NAMED)
  if (rows.length === 0) return null
  const named = rows.map((row) => `${row.name} ${formatDelta(changeOf(row))}`)
  return locale === 'zh' ? `增加最多：${named.join('、')}` : `Most up: ${named.join(', ')}`
}
