import type { Field } from './field'

/** The languages in which lists are written. */
export type WrittenIn = 'zh' | 'en'

/** The spelling that readers of Chinese write themselves: the first that begins with a character. */
export const chineseOf = (spellings: readonly string[] = []): string | undefined =>
  spellings.find((spelling) => /^\p{Script=Han}/u.test(spelling))

const withChinese = (spellings: readonly string[]): string | undefined =>
  chineseOf(spellings) ?? spellings.find((spelling) => /\p{Script=Han}/u.test(spelling))

/** The header under which a list is written: one that its reader knows as this field. */
export const headerOf = ({ name, synonyms }: Field, written: WrittenIn): string =>
  written === 'zh' ? (chineseOf(synonyms) ?? name) : name

/**
 * A value of a closed list in a word that its reader knows as this value. A band of ages is written so that no
 * spreadsheet takes it for a day (5-9).
 */
export function wordOf({ values }: Field, value: string, written: WrittenIn): string {
  if (!values || !Object.hasOwn(values, value)) return value
  if (written === 'zh') return withChinese(values[value]!) ?? value
  return /^\d+-\d+$/.test(value) ? (values[value]!.find((word) => word.includes('–')) ?? value) : value
}
