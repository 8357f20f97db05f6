import type { Survey } from '#geo'
import type { Locale } from './format'

/** The word after a count of what the rules count: 例; in English `1 case`, `2 cases`, of the plural that the rules give. */
export function subjectUnit(
  { unit, unitEn }: Survey['subject'],
  count: number | null,
  locale: Locale,
): string {
  if (locale === 'zh') return unit
  return count === 1 ? unitEn.replace(/(?<!s)s$/, '') : unitEn
}
