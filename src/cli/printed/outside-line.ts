import type { AssessAnswer } from '#geo'
import { listWords } from '../../briefing/outside'
import { formatCount, formatFullDay } from '../../i18n/format'
import type { Language } from '../language'

/** That some times of the facts lie outside the days an answer spans, and which; empty where none does. */
export function outsideText(outside: AssessAnswer['outside'], language: Language): string {
  if (!outside || outside.count === 0) return ''
  const { count, times } = outside
  const [from, to] = [formatFullDay(outside.from, language), formatFullDay(outside.to, language)]
  const named = [...new Set(times.map(({ list }) => list))].map((list) =>
    listWords(
      list,
      times.filter((one) => one.list === list),
      language,
    ),
  )
  return language === 'zh'
    ? `另有 ${formatCount(count)} 条时间在 ${from}至 ${to}之外：${named.join('、')}`
    : `${formatCount(count)} more ${count === 1 ? 'time lies' : 'times lie'} outside ${from} to ${to}: ${named.join(', ')}`
}
