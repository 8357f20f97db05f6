import { isUnplaced, type SurveyZone } from '#geo'
import type { Locale } from '../i18n/format'
import { formatShortMoment } from '../i18n/format-short'
import { SPEECH } from './speech/speeches'

/**
 * What has to be done for a zone whose lowering is not met, and the earliest it could come then: “补采 269 人后，最早
 * 5/28 08:00”. Null where it is met or ordered, or waits for zones of which nothing can be said.
 */
export function ifDoneSentence(zone: SurveyZone, locale: Locale): string | null {
  const { ifDone, missing } = zone
  if (!ifDone) return null
  const speech = SPEECH[locale]
  const acts = missing
    .filter((one) => ifDone.open.includes(one.id) && (!zone.held?.own || !isUnplaced(one)))
    .map((one) => speech.toDo(one))
  const decides = missing.find(({ id }) => id === ifDone.decidedBy && !ifDone.open.includes(id))
  return speech.ifDone([...new Set(acts)], formatShortMoment(ifDone.at, locale), decides?.[locale] ?? null)
}
