import type { Survey, TimedList } from '#geo'
import { formatCount, formatFullDay, type Locale } from '../i18n/format'
import { wordsBy } from '../records/words'

type OutsidePeriod = NonNullable<Survey['outside']>

/** Lists with times, as the line about them says them. */
const LISTS: Readonly<Record<Locale, Readonly<Partial<Record<TimedList, string>>>>> = {
  zh: { ...wordsBy('zh', 'dated'), signals: '阳性线索' },
  en: { ...wordsBy('en', 'dated'), signals: 'signals' },
}

/** Lists that are named one by one; of more it is said that there are others. */
const NAMED = 3

/**
 * That some times lie outside the charts, how many, and which: `另有 2 条时间在图外：病例（2202年5月13日）、分区（9999年12月31日）`.
 * `only` asks of one list. Null where none does.
 */
export function outsideLine(
  outside: OutsidePeriod | null,
  locale: Locale,
  only: TimedList | null = null,
): string | null {
  const times = (outside?.times ?? []).filter(({ list }) => only === null || list === only)
  const count = times.reduce((sum, one) => sum + one.count, 0)
  if (count === 0) return null
  const lists = [...new Set(times.map(({ list }) => list))]
  const named = lists.slice(0, NAMED).map((list) =>
    listWords(
      list,
      times.filter((one) => one.list === list),
      locale,
    ),
  )
  const isMore = lists.length > NAMED
  if (locale === 'zh')
    return `另有 ${formatCount(count)} 条时间在图外：${named.join('、')}${isMore ? '等' : ''}`
  const said = count === 1 ? 'time lies' : 'times lie'
  return `${formatCount(count)} more ${said} outside the charts: ${named.join(', ')}${isMore ? ' and others' : ''}`
}

/** A list and the days of its times outside: `病例（2202年5月13日）`. */
export function listWords(list: TimedList, times: OutsidePeriod['times'], locale: Locale): string {
  const count = times.reduce((sum, one) => sum + one.count, 0)
  const day = (when: string): string => formatFullDay(when, locale)
  const first = day(times.map((one) => one.first).reduce((a, b) => (a < b ? a : b)))
  const last = day(times.map((one) => one.last).reduce((a, b) => (a > b ? a : b)))
  const span = first === last ? first : locale === 'zh' ? `${first}至${last}` : `${first} to ${last}`
  const name = LISTS[locale][list] ?? list
  if (locale === 'zh')
    return count === 1 ? `${name}（${span}）` : `${name} ${formatCount(count)} 条（${span}）`
  return count === 1 ? `${name} (${span})` : `${name} ${formatCount(count)} (${span})`
}
