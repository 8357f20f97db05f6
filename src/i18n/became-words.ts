import type { Became } from '#geo'
import { formatMoment, type Locale } from './format'

const WORDS: Record<Locale, Record<Became['role'], string>> = {
  zh: { part: '起并入', whole: '起拆分为', loose: '起由以下辖区替代：' },
  en: { part: 'part of', whole: 'split into', loose: 'replaced by' },
}

/** Since when a place is none any more, and how what it became stands to it; the names follow. */
export function becameLead({ role, since }: Became, locale: Locale): string {
  const [day, words] = [formatMoment(since, locale), WORDS[locale][role]]
  return locale === 'zh' ? `${day}${words}` : `From ${day} ${words}`
}

/** The same with the names: 5月20日起并入城东社区. */
export function becameWords(became: Became, locale: Locale): string {
  const names = became.heirs.map(({ name }) => name)
  return locale === 'zh'
    ? `${becameLead(became, locale)}${names.join('、')}`
    : `${becameLead(became, locale)} ${names.join(', ')}`
}
