import type { SurveySource } from '#geo'
import type { Locale } from '../i18n/format'

const WORDS: Record<Locale, Record<'newest' | 'imported', string>> = {
  zh: { newest: '最新', imported: '导入' },
  en: { newest: 'newest', imported: 'imported' },
}

/** What the time of a source is: none where the list is stated to be complete until then, or nothing tells a time. */
export function sourceBasisWord({ basis }: SurveySource, locale: Locale): string | null {
  return basis === null || basis === 'stated' ? null : WORDS[locale][basis]
}

/** The time of a source with what it is: `14:00` as stated, `最新 13:40`, `导入 16:20`. */
export function sourceTimeText(source: SurveySource, time: string, locale: Locale): string {
  return [sourceBasisWord(source, locale), time].filter(Boolean).join(' ')
}
