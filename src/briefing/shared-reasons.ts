import type { Survey, SurveyZone } from '#geo'
import type { Locale } from '../i18n/format'
import { calloutLines } from './sentences'

/** So many callouts that say the same are one sentence above the map. */
const SHARED_FROM = 4

export interface SharedReason {
  readonly text: string
  readonly zones: number
}

/** What four callouts or more would say alike, with the number of their zones, the most first. */
export function sharedReasons(
  survey: Survey,
  locale: Locale,
  isCalledOut: (zone: SurveyZone) => boolean,
): SharedReason[] {
  const counts = new Map<string, number>()
  for (const zone of survey.zones) {
    if (!isCalledOut(zone)) continue
    const [, text] = calloutLines(zone, survey, locale)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts]
    .filter(([text, zones]) => text !== '' && zones >= SHARED_FROM)
    .map(([text, zones]) => ({ text, zones }))
    .sort((a, b) => b.zones - a.zones)
}
