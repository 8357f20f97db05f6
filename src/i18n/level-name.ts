import type { Survey } from '#geo'
import type { Locale } from './format'

/** The name of a level as the policy in force prints it; the id where it names none. */
export function levelName(survey: Survey, level: string, locale: Locale): string {
  const found = survey.levels.find((one) => one.level === level)
  if (found) return found[locale]
  return level === 'normal' ? (locale === 'zh' ? '常态化防控' : 'routine prevention') : level
}
