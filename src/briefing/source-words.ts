import type { SurveySource } from '#geo'
import type { Locale } from '../i18n/format'

type Basis = NonNullable<SurveySource['basis']>

const WORDS: Record<Locale, Record<Exclude<Basis, 'stated'>, (time: string) => string>> = {
  zh: { newest: (time) => `最新 ${time}`, imported: (time) => `${time} 导入` },
  en: { newest: (time) => `newest ${time}`, imported: (time) => `imported ${time}` },
}

/** The time of a source with what it is: as it stands only where the list is stated to be complete until then. */
export function sourceTimeText({ basis }: SurveySource, time: string, locale: Locale): string {
  return basis === null || basis === 'stated' ? time : WORDS[locale][basis](time)
}
