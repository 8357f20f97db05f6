import { type ConditionAnswer, isUnplaced, type Survey, type SurveyZone } from '#geo'
import { formatNear, type Locale } from '../i18n/format'
import { midSentence, transitionWord } from '../i18n/transition-words'
import { SPEECH } from './speech/speeches'
import { oncePlacedText, unplacedCount } from './unplaced/unplaced'
import { ifDoneSentence } from './zone-date'

/** Whether unplaced rows hold a zone: then the headline says so. */
export const isHolding = ({ unplaced }: Survey): boolean => (unplaced?.held.length ?? 0) > 0

/** What unplaced rows stop: an approved change of which the hour is still to come first. */
export function unplacedTexts(survey: Survey, locale: Locale): string[] {
  const speech = SPEECH[locale]
  const { unplaced, zones, asOf } = survey
  if (!unplaced || !isHolding(survey)) return []
  const hours = zones
    .filter(({ held, approvalAtRisk }) => held?.own && approvalAtRisk)
    .map(({ approvalAtRisk }) => approvalAtRisk!)
    .filter((at) => Date.parse(at) > Date.parse(asOf))
    .sort()
  const count = unplacedCount(unplaced, survey, locale)
  return [
    ...(hours[0] ? [speech.placeFirst(formatNear(hours[0], survey.day, locale))] : []),
    speech.unplaced(count, unplaced.held.length),
  ]
}

/** What unplaced rows stop, a zone of each kind: an approval, an order, and what else somebody has to do. */
export function stoppedDetails(survey: Survey, locale: Locale): string[] {
  const { notBeforePlaced, comma } = SPEECH[locale]
  const zones = survey.zones.filter(({ held }) => held?.own)
  const asked = zones.find(({ word }) => word === 'toApprove' || word === 'toAssess')
  const ordered = zones.find(({ approvalAtRisk }) => approvalAtRisk)
  const lacking = zones.find((zone) => zone.word === 'unmet' && zone.missing.some(isOfOthers))
  return [
    ordered && `${ordered.code[locale]} ${notBeforePlaced.order}`,
    asked &&
      `${asked.code[locale]} ${midSentence(transitionWord(asked.word, locale), locale)}${comma}${notBeforePlaced.approval}`,
    lacking && `${lacking.code[locale]} ${ifDoneSentence(lacking, survey, locale) ?? ''}`.trim(),
  ].filter((text): text is string => Boolean(text))
}

/** Missing whatever becomes of unplaced rows. */
export const isOfOthers = (condition: ConditionAnswer): boolean => !isUnplaced(condition)

/** `待审批：先落位`, `补采 269 人，落位后最早 5/28` with one thing to do, else the date that holds once the rows are placed. */
export function heldCallout(zone: SurveyZone, survey: Survey, locale: Locale): string {
  const { notBeforePlaced } = SPEECH[locale]
  const colon = locale === 'zh' ? '：' : ': '
  if (zone.word === 'toApprove' || zone.word === 'toAssess')
    return `${transitionWord(zone.word, locale)}${colon}${notBeforePlaced.short}`
  if (zone.approvalAtRisk) return notBeforePlaced.order
  const acts = new Set(zone.missing.filter(isOfOthers).map(SPEECH[locale].toDo))
  const isOneAct = acts.size === 1
  const done = isOneAct ? ifDoneSentence(zone, survey, locale) : null
  return done ?? oncePlacedText(zone, survey, locale)
}

/** What the list says that holds a condition beneath the rows nobody has placed: `病例台账截至 …`; null where none does. */
export function silenceBeneath(condition: ConditionAnswer, locale: Locale): string | null {
  if (!isUnplaced(condition) || !('listUntil' in condition.figures)) return null
  const reason = condition.figures.lacks ? 'list-elsewhere' : 'list-ended'
  return SPEECH[locale].reason({ ...condition, reason })
}
