import type { ConditionAnswer, Survey, SurveyZone, TransitionWord } from '#geo'
import { lackedAlike, type SharedLack } from '../../../briefing/lacked-alike'
import { blockingOf, conditionReason, situationOf, zoneReason } from '../../../briefing/sentences'
import { zoneDate } from '../../../briefing/zone-date'
import type { Locale } from '../../../i18n/format'
import { formatNear } from '../../../i18n/format'

/** Zones that lack the same beside what many lack. */
export interface ZoneGroup {
  readonly word: TransitionWord
  /** what else they lack, or how far they are; empty where only days are missing */
  readonly reasons: readonly string[]
  readonly zones: readonly SurveyZone[]
  /** they lack what is said once for all of them */
  readonly isShared: boolean
}

export interface ZoneGroups {
  /** said once: so many zones lack all of this; null where fewer than four lack the same */
  readonly shared: SharedLack | null
  readonly groups: readonly ZoneGroup[]
}

const AFTER_STRICTER = { zh: '待更严分区先降级', en: 'after stricter zones' }

/** Which stricter zones are waited for differs from zone to zone; that they are is one reason. */
function partOf(condition: ConditionAnswer, locale: Locale): string {
  if (condition.reason === 'stricter-inside' || condition.reason === 'zones-remain')
    return AFTER_STRICTER[locale]
  return conditionReason(condition, locale)
}

/** What a zone lacks beside its days, or how far it is. */
export function besidesDays(zone: SurveyZone, survey: Survey, locale: Locale): string[] {
  if (zone.word === 'waiting' || zone.word === 'undecided') return []
  if (zone.word !== 'unmet') return [zoneReason(zone, survey, locale)].filter(Boolean)
  return [...new Set(blockingOf(zone).map((condition) => partOf(condition, locale)))]
}

/** Zones by what they lack beside what many lack, the largest groups first, each in the order of the survey; the others after them. Pure. */
export function zoneGroups(survey: Survey, locale: Locale): ZoneGroups {
  const parts = survey.zones.map((zone) => besidesDays(zone, survey, locale))
  const unmet = survey.zones.flatMap(({ id, word }, at) =>
    word === 'unmet' ? [[id, parts[at]!] as const] : [],
  )
  /** that zones wait for stricter ones is the way of things */
  const shared = lackedAlike(unmet, (reason) => reason !== AFTER_STRICTER[locale])
  const groups = new Map<
    string,
    { word: TransitionWord; reasons: string[]; zones: SurveyZone[]; isShared: boolean }
  >()
  for (const [at, zone] of survey.zones.entries()) {
    const isShared = shared?.zones.has(zone.id) ?? false
    const reasons = isShared ? parts[at]!.filter((one) => !shared!.reasons.includes(one)) : parts[at]!
    const key = JSON.stringify([zone.word, isShared, reasons])
    const group = groups.get(key)
    if (group) group.zones.push(zone)
    else groups.set(key, { word: zone.word, reasons, zones: [zone], isShared })
  }
  const order = [...groups.values()].sort(
    (a, b) => Number(b.isShared) - Number(a.isShared) || (a.isShared ? b.zones.length - a.zones.length : 0),
  )
  return { shared, groups: order }
}

/**
 * More zones than rows of two lines fit, many of which lack the same, and none to decide: they are listed by what else is
 * missing. Where one is decided or due, or must become stricter, the list keeps the order of the changes.
 */
export const isGrouped = (survey: Survey, locale: Locale, most: number): boolean =>
  survey.zones.length > most &&
  !survey.unplaced?.rows &&
  survey.headline.toRaise === 0 &&
  situationOf(survey) === 'tooMuchUnknown' &&
  zoneGroups(survey, locale).shared !== null

/** The date of the row; of one that is not met the day alone: that it is the earliest is said at the head of the list. */
export function dayOfZone(zone: SurveyZone, survey: Survey, locale: Locale): string {
  if (zone.word !== 'unmet') return zoneDate(zone, survey, locale).date
  const earliest = zone.date ?? zone.ifDone?.at ?? null
  return earliest ? formatNear(earliest.slice(0, 10), survey.day, locale) : '—'
}
