import type { AssessAnswer } from '#geo'
import type { Language } from '../language'

/** That some times of the facts lie outside the days an answer spans, and which; empty where none does. */
export function outsideText(outside: AssessAnswer['outside'], language: Language): string {
  if (!outside || outside.count === 0) return ''
  const { count, from, to, times } = outside
  const named = times.map(({ list, field, count: n, first, last }) => {
    const span = first === last ? first : `${first} … ${last}`
    return `${list}.${field}${n > 1 ? ` × ${n}` : ''} ${span}`
  })
  const said =
    language === 'zh'
      ? `另有 ${count} 条时间在 ${from} 至 ${to} 之外：`
      : `${count} more ${count === 1 ? 'time lies' : 'times lie'} outside ${from} to ${to}: `
  return said + named.join('; ')
}
