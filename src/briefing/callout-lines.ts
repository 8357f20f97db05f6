import type { Survey, SurveyZone } from '#geo'
import { clockPart, dayPart, type Locale } from '../i18n/format'
import { formatShortMoment } from '../i18n/format-short'
import { transitionWord } from '../i18n/transition-words'
import { zoneTitle } from '../i18n/zone-title'
import { heldCallout } from './held'
import { raiseText } from './raising'
import { approvedDespite, blockingOf, codesOf, zoneReason } from './sentences'
import { SPEECH } from './speech/speeches'
import { HELD_MARK } from './unplaced/unplaced'
import { zoneDate } from './zone-date'

const COMMA: Record<Locale, string> = { zh: '，', en: ', ' }

/** The two lines of a zone's callout on a map: code and name; state with its reason, or the date. */
export function calloutLines(zone: SurveyZone, survey: Survey, locale: Locale): readonly [string, string] {
  const first = `${zoneTitle(zone, locale)}${zone.held?.own ? ` · ${HELD_MARK[locale]}` : ''}`
  const { date, left } = zoneDate(zone, survey, locale)
  const speech = SPEECH[locale]
  if (zone.word === 'toRaise') {
    const [raise] = zone.raises ?? []
    const what = raise ? `${locale === 'zh' ? '：' : ': '}${raiseText(raise, survey, locale)}` : ''
    return [first, `${transitionWord(zone.word, locale)}${what}`]
  }
  if (zone.held?.own) return [first, heldCallout(zone, survey, locale)]
  if (zone.word === 'waiting') {
    const day = zone.held ? date : zone.date ? speech.earliest(date) : date
    return [first, left ? `${day} · ${left}` : day]
  }
  const state = transitionWord(zone.word, locale)
  const isToday = zone.date !== null && dayPart(zone.date) === survey.day
  const approved = isToday ? clockPart(zone.date!) : formatShortMoment(zone.date, locale)
  const when = zone.word === 'approved' && zone.date ? approved : null
  const lacks = blockingOf(zone)[0]
  const reason =
    zone.word === 'unmet'
      ? lacks && speech.reason(lacks, codesOf(survey, locale))
      : zoneReason(zone, survey, locale).split(/[；;，]|, /)[0]
  const second = [when, reason].filter(Boolean).join(approvedDespite(zone, locale) ? COMMA[locale] : ' ')
  return [first, second ? `${state}${locale === 'zh' ? '：' : ': '}${second}` : state]
}
