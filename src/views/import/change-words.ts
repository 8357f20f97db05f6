import type { Locale } from '../../i18n/format'
import { KINDS } from '../../log/kinds'

export interface ColumnOfList {
  readonly list: string
  readonly column: string
}

const fieldOf = ({ list, column }: ColumnOfList) =>
  KINDS.find((kind) => kind.list === list)?.fields.find(({ name }) => name === column)

const chineseOf = (spellings: readonly string[] = []): string | undefined =>
  spellings.find((spelling) => /^\p{Script=Han}/u.test(spelling))

/** The header of a column as its readers write it; one that no list knows stays as its file has it. */
export function columnWord(of: ColumnOfList, locale: Locale): string {
  return (locale === 'zh' ? chineseOf(fieldOf(of)?.synonyms) : undefined) ?? of.column
}

/** A word of a closed list as its readers write it; everything else as it stands. */
export function valueWord(of: ColumnOfList, value: string, locale: Locale): string {
  return (locale === 'zh' ? chineseOf(fieldOf(of)?.values?.[value]) : undefined) ?? value
}
