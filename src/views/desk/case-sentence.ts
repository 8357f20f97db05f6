import type { Facts, Survey } from '#geo'
import { headlineText } from '../../briefing/sentences'
import type { Locale } from '../../i18n/format'

/** What the map says to who cannot see it: the pack's title and the headline. */
export function caseSentence(survey: Survey, facts: Facts, locale: Locale): string {
  const title = facts.pack.title[locale] ?? facts.pack.title.zh ?? survey.district.name
  return `${title}: ${headlineText(survey, locale)}`
}
