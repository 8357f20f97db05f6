import type { Locale } from './format'

/** What stands between the parts of a list: 甲、乙 · a, b. */
export const comma = (locale: Locale): string => (locale === 'zh' ? '、' : ', ')

/** What stands between what is said one after the other: 甲；乙 · a; b. */
export const semicolon = (locale: Locale): string => (locale === 'zh' ? '；' : '; ')

/** A phrase that begins a sentence or stands alone: with its first letter large where the language has such. */
export const sentenceCase = (text: string, locale: Locale): string =>
  locale === 'en' ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text
