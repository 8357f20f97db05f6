import { type ConditionAnswer, isUnknown, type Survey, type SurveyZone } from '#geo'
import { sentenceCase } from '../i18n/between'
import { formatDay, formatNear, type Locale } from '../i18n/format'
import { formatShortMoment } from '../i18n/format-short'
import { levelName } from '../i18n/level-name'
import { titleOf } from '../i18n/zone-title'
import { unplacedStart } from './deciding-rows'
import { lastDayPhrase } from './found'
import { isHolding, isOfOthers, stoppedDetails, unplacedTexts } from './held'
import { lackedAlike, lackedText } from './lacked-alike'
import { raiseDetails, raiseReasons } from './raising'
import type { Movement, Speech } from './speech/speech'
import { SPEECH } from './speech/speeches'
import { zonesNoneText } from './speech/zones-none'
import { mostRisingSentence, risingSentence, weeksOf, weeksSentence } from './weeks'

/** What a headline has to be about. */
export type Situation = 'decide' | 'nothingDue' | 'tooMuchUnknown' | 'noZones' | 'noRules'

export interface HeadlinePart {
  readonly text: string
  /** only what is approved carries the colour of approval */
  readonly tone: 'approved' | 'plain'
}

/** Nothing is decided from less than half of the zones: from there on the unknown leads. */
export function situationOf(survey: Survey): Situation {
  const { toRaise, approved, toApprove, toAssess, met, overdueUnmet, unknown } = survey.headline
  if (survey.zones.length === 0) return 'noZones'
  if (survey.policy.id === '' && survey.zones.every(({ decisive }) => decisive === null)) return 'noRules'
  if (isHolding(survey) && unknown * 2 < survey.zones.length) return 'decide'
  if (approved + toApprove + toAssess + met + suspendedIn(survey) > 0) return 'decide'
  const deciding = survey.zones.filter((zone) => zone.decisive !== null).length
  if (unknown > 0 && unknown * 2 >= deciding) return 'tooMuchUnknown'
  return overdueUnmet + toRaise > 0 ? 'decide' : 'nothingDue'
}

/** Zones whose lowering a signal suspends, those apart that unplaced rows hold: they are counted with these alone. */
const suspendedIn = ({ zones }: Survey): number =>
  zones.filter(({ word, held }) => word === 'suspended' && !held).length

/** The level the zone comes to next; of one that unplaced rows hold, once they are placed. */
function nextLevelOf(zone: SurveyZone): string | null {
  const forecast = zone.forecast.find(({ level }) => level !== zone.level)?.level
  return forecast ?? zone.held?.to ?? null
}

function rankOf(survey: Survey, level: string): number {
  return survey.levels.find((one) => one.level === level)?.rank ?? 0
}

function movementOf(survey: Survey): Movement {
  const next = survey.zones.filter(({ word }) => word === 'approved').map(nextLevelOf)
  if (next.length === 0 || next.some((level) => level === null)) return 'change'
  const lifts = next.filter((level) => rankOf(survey, level!) === 0).length
  if (lifts === 0) return 'lower'
  return lifts === next.length ? 'lift' : 'change'
}

/** Zones that are approved while a condition is not met or not known at the moment shown. */
export const approvedOpenIn = ({ zones }: Pick<Survey, 'zones'>): number =>
  zones.filter(({ word, missing }) => word === 'approved' && missing.length > 0).length

function decision(survey: Survey, speech: Speech, locale: Locale): HeadlinePart[] {
  const { toRaise, approved, toApprove, toAssess, met, overdueUnmet, firstApprovedAt } = survey.headline
  const parts: HeadlinePart[] = []
  const say = (count: number, text: string, tone: HeadlinePart['tone'] = 'plain'): void => {
    if (count > 0) parts.push({ text, tone })
  }
  const at = firstApprovedAt ? formatNear(firstApprovedAt, survey.day, locale) : null
  const spaced = at && locale === 'zh' ? `${/^\d/.test(at) ? ' ' : ''}${at} ` : at
  say(toRaise, speech.toRaise(toRaise))
  say(approved, speech.approved(approved, spaced, movementOf(survey)), 'approved')
  say(approvedOpenIn(survey), speech.approvedOpen(approvedOpenIn(survey)))
  for (const text of unplacedTexts(survey, locale)) parts.push({ text, tone: 'plain' })
  say(suspendedIn(survey), speech.suspended(suspendedIn(survey)))
  say(toApprove, speech.toApprove(toApprove))
  say(toAssess, speech.toAssess(toAssess))
  say(met, speech.met(met))
  if (!isHolding(survey)) say(overdueUnmet, speech.overdueUnmet(overdueUnmet))
  return parts
}

/** The article that a sentence begins with is written large, amid it small. */
const opening = (text: string): string => text.replace(/^the /, 'The ')

/**
 * The one sentence a screen leads with, in parts to be joined by `separator`. Pure: survey and locale in,
 * text out. What must become stricter first, then what is approved, then what waits, then what is past its day.
 */
export function headline(
  survey: Survey,
  locale: Locale,
): { situation: Situation; parts: HeadlinePart[]; separator: string } {
  const speech = SPEECH[locale]
  const situation = situationOf(survey)
  const plain = (text: string): HeadlinePart[] => [{ text, tone: 'plain' }]
  const answer = ([first, ...rest]: HeadlinePart[]) => ({
    situation,
    parts: first ? [{ ...first, text: opening(first.text) }, ...rest] : [],
    separator: speech.comma,
  })
  const next = survey.headline.nextDate
  switch (situation) {
    case 'decide':
      return answer(decision(survey, speech, locale))
    case 'nothingDue':
      return answer(plain(speech.nothingDue(next ? formatDay(next, locale) : null)))
    case 'tooMuchUnknown':
      return answer([
        ...(survey.headline.toRaise > 0 ? plain(speech.toRaise(survey.headline.toRaise)) : []),
        ...plain(speech.unknownZones(survey.headline.unknown, survey.zones.length)),
        ...unplacedTexts(survey, locale).flatMap(plain),
      ])
    case 'noRules':
      return answer([
        ...plain(speech.noRules(survey.zones.length)),
        ...unplacedTexts(survey, locale).flatMap(plain),
      ])
    case 'noZones':
      return answer(
        survey.cases
          ? [
              casesLead(survey, locale),
              risingSentence(survey, locale) ?? zonesNoneText(survey, locale),
            ].flatMap(plain)
          : plain(nothingConnected(survey, locale)),
      )
  }
}

/** Of a pack without zones and without a list of cases. */
function nothingConnected(survey: Survey, locale: Locale): string {
  const none = zonesNoneText(survey, locale)
  return locale === 'zh'
    ? `${none}，病例数据也未接入`
    : `${sentenceCase(none, locale)}, and no case data connected`
}

/** Of a pack without zones: the last seven days against those before, or the last whole day where they hold nothing. */
function casesLead(survey: Survey, locale: Locale): string {
  const weeks = weeksOf(survey)
  if (weeks && weeks.last + (weeks.before ?? 0) > 0) return weeksSentence(weeks, survey, locale)
  return lastDayPhrase(survey, locale)!
}

/** The headline as one string. */
export function headlineText(survey: Survey, locale: Locale): string {
  const { parts, separator } = headline(survey, locale)
  return parts.map(({ text }) => text).join(separator)
}

/** Whether the headline says it: the line below does not repeat it. */
const leads = (phrase: string, survey: Survey, locale: Locale): boolean =>
  headline(survey, locale).parts.some(({ text }) => text === phrase)

const LACKING_ZONES_NAMED = 2

/** The facts under the headline: what must become stricter, the last whole day in the community, which zones lack what, unguarded crossings. */
export function headlineDetails(survey: Survey, locale: Locale): string[] {
  const speech = SPEECH[locale]
  const unguarded = survey.perimeter?.unguarded ?? 0
  const stopped = isHolding(survey) ? stoppedDetails(survey, locale) : []
  const raised = raiseDetails(survey, locale)
  if (stopped.length > 0)
    return [
      ...raised,
      ...stopped,
      ...(unguarded > 0 ? [speech.unguarded(unguarded, survey.perimeter!.total)] : []),
    ]
  const details = [...raised]
  if (survey.cases) {
    const phrase = lastDayPhrase(survey, locale)!
    if (!leads(phrase, survey, locale)) details.push(phrase)
    if (survey.zones.length === 0)
      details.push(
        mostRisingSentence(survey, locale) ?? speech.casesInAll(survey.cases.cumulative.total, survey),
      )
  }
  const lacking = survey.zones.filter(
    ({ word, missing, held }) => word === 'unmet' && missing.length > 0 && !held,
  )
  const alike = lackedAlike(lacking.map((zone) => [zone.id, ownLacks(zone, survey, locale)]))
  if (alike) details.push(speech.zonesLack(alike.zones.size, lackedText(alike.reasons, locale)))
  for (const zone of alike ? [] : lacking.slice(0, LACKING_ZONES_NAMED)) {
    const first = blockingOf(zone)[0]
    if (first)
      details.push(speech.zoneLacks(zone.code[locale], speech.reason(first, codesOf(survey, locale))))
  }
  if (unguarded > 0) details.push(speech.unguarded(unguarded, survey.perimeter!.total))
  if (survey.zones.length === 0 && survey.reporting && survey.reporting.missing.length > 0) {
    details.push(speech.silent(survey.reporting.missing.length))
  }
  return details
}

/** What a zone lacks itself: that it waits for stricter ones is the way of things. */
function ownLacks(zone: SurveyZone, survey: Survey, locale: Locale): string[] {
  const own = blockingOf(zone).filter(
    ({ reason }) => reason !== 'stricter-inside' && reason !== 'zones-remain',
  )
  return [...new Set(own.map((condition) => SPEECH[locale].reason(condition, codesOf(survey, locale))))]
}

/** The missing conditions of a zone that time alone does not settle, a positive before all. */
export function blockingOf(zone: SurveyZone): ConditionAnswer[] {
  const blocking = zone.missing.filter((one) => !(one.state === 'unmet' && one.at !== null))
  return blocking.sort((a, b) => Number(isPositive(b)) - Number(isPositive(a)))
}

const isPositive = ({ reason }: ConditionAnswer): boolean => reason === 'round-positive'

/** `封01 鼓楼片区`: a zone as lists name it; the id where the survey has none of it. */
export function zoneTitle(survey: Survey, id: string, locale: Locale): string {
  const zone = survey.zones.find((one) => one.id === id)
  return zone ? titleOf(zone.code[locale], zone.name) : id
}

const codes = new WeakMap<Survey['zones'], ReadonlyMap<string, SurveyZone['code']>>()

export function codesOf({ zones }: Survey, locale: Locale): (zone: string) => string {
  let known = codes.get(zones)
  if (!known) codes.set(zones, (known = new Map(zones.map(({ id, code }) => [id, code]))))
  const found = known
  return (id) => found.get(id)?.[locale] ?? id
}

/** What one condition lacks, in words: “269 人未采样”, “day 6 of 7”. */
export function conditionReason(
  condition: ConditionAnswer,
  locale: Locale,
  codeOf: (zone: string) => string = (zone) => zone,
): string {
  return SPEECH[locale].reason(condition, codeOf)
}

/** Where the deciding transition takes the zone: “降为管控区，并入管04”. Null without a next level. */
export function movementSentence(zone: SurveyZone, survey: Survey, locale: Locale): string | null {
  const speech = SPEECH[locale]
  const level = nextLevelOf(zone)
  if (level === null) return null
  const name = levelName(survey, level, locale)
  if (rankOf(survey, level) === 0) return speech.lifted(name)
  const into = survey.zones.find(({ id }) => id === zone.into)
  return speech.movesTo(name, into ? into.code[locale] : zone.into)
}

/** What an approval is carried out without at the moment shown: `此刻 1 项条件不满足`. Null where nothing is missing. */
export function approvedDespite({ word, missing }: SurveyZone, locale: Locale): string | null {
  if (word !== 'approved' || missing.length === 0) return null
  const unknown = missing.filter(isUnknown).length
  return SPEECH[locale].approvedWithout(missing.length - unknown, unknown)
}

/** The second line of a zone's row, beside its tag: where it goes, or what is missing, or which day it is. */
export function zoneReason(zone: SurveyZone, survey: Survey, locale: Locale): string {
  return zoneReasons(zone, survey, locale).join(SPEECH[locale].semicolon)
}

/** What the second line says, one by one. */
export function zoneReasons(zone: SurveyZone, survey: Survey, locale: Locale): string[] {
  if (zone.word === 'toRaise') return raiseReasons(zone, survey, locale)
  const speech = SPEECH[locale]
  const said = (parts: readonly (string | false | null | undefined)[]): string[] =>
    parts.filter((part) => typeof part === 'string' && part !== '') as string[]
  const codeOf = codesOf(survey, locale)
  const open = blockingOf(zone).filter((one) => !zone.held?.own || isOfOthers(one))
  const reasons = open.map((condition) => speech.reason(condition, codeOf))
  const atRisk = zone.approvalUntilPlaced ? speech.approvalUntilPlaced : speech.approvalAtRisk
  const risk = zone.approvalAtRisk && atRisk(formatShortMoment(zone.approvalAtRisk, locale))
  const stopped =
    zone.held?.own &&
    (risk
      ? !zone.approvalUntilPlaced && speech.notBeforePlaced.order
      : reasons.length === 0 && speech.notBeforePlaced.move)
  const starts = zone.missing.flatMap((one) => unplacedStart(one, locale) ?? []).map(speech.sinceUnplaced)
  const blocking = [...new Set([...reasons, ...starts])]
  if (zone.word === 'suspended') return said([stopped, ...blocking, risk])
  if (zone.word === 'unmet') return said([stopped, risk, ...withDay(blocking, zone, speech)])
  if (zone.word === 'waiting') {
    const waiting = zone.missing.find((one) => one.state === 'unmet' && one.at !== null)
    const days = zone.dayProgress
      ? speech.dayOf(zone.dayProgress.have, zone.dayProgress.of)
      : waiting && speech.reason(waiting)
    return said([stopped, risk, days, ...blocking])
  }
  const since = zone.metSince && speech.metSince(formatShortMoment(zone.metSince, locale))
  return said([approvedDespite(zone, locale), since, movementSentence(zone, survey, locale)])
}

/**
 * The reasons with the day that is counted, where a round came too early for it: what put the days off is why it did, and
 * stands before it; a positive stands before both.
 */
function withDay(reasons: readonly string[], { missing }: SurveyZone, speech: Speech): readonly string[] {
  const isEarly = missing.some(({ reason, figures }) => [reason, figures.also].includes('round-too-early'))
  const days = missing.find((one) => one.reason === 'days-left')
  if (!isEarly || !days) return reasons
  return missing.some(isPositive) ? [...reasons, speech.reason(days)] : [speech.reason(days), ...reasons]
}

/** “由封控降级 6 例” of a zone that stood at a stricter level before; null otherwise. */
export function cameDown(zone: SurveyZone, survey: Survey, locale: Locale): string | null {
  const before = zone.stays.at(-2)
  if (!before || rankOf(survey, before.level) <= zone.rank) return null
  return SPEECH[locale].cameDown(zone, levelName(survey, before.level, locale).replace(/区$/, ''))
}
