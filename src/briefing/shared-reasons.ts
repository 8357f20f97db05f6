import type { Survey, SurveyZone } from '#geo'
import type { Locale } from '../i18n/format'
import { calloutLines } from './callout-lines'
import { lackedAlike, lackedText, SHARED_FROM, type SharedLack } from './lacked-alike'
import { zoneReasons } from './sentences'
import { SPEECH } from './speech/speeches'

export interface SharedReason {
  readonly text: string
  /** ids of all that share it, called out or not: the list and the headline count them so */
  readonly zones: ReadonlySet<string>
}

/**
 * What four callouts or more would say alike, with their zones, the most first: all that unmet ones lack alike, then
 * whole lines that the others share.
 */
export function sharedReasons(
  survey: Survey,
  locale: Locale,
  isCalledOut: (zone: SurveyZone) => boolean,
): SharedReason[] {
  const called = survey.zones.filter(isCalledOut)
  const lack = sharedLack(survey, locale, called)
  const lacking = new Set(called.filter(({ id }) => lack?.zones.has(id)).map(({ id }) => id))
  const lines = new Map<string, string[]>()
  for (const zone of called) {
    if (lacking.has(zone.id)) continue
    const [, text] = calloutLines(zone, survey, locale)
    lines.set(text, [...(lines.get(text) ?? []), zone.id])
  }
  const alike = [...lines]
    .filter(([text, ids]) => text !== '' && ids.length >= SHARED_FROM)
    .map(([text, ids]) => ({ text, zones: new Set(ids) }))
  return [...(lack ? [{ text: lackedText(lack.reasons, locale), zones: lack.zones }] : []), ...alike].sort(
    (a, b) => b.zones.size - a.zones.size,
  )
}

/** What the most zones lack alike; null where fewer than four of those that are listed do. */
export function sharedLack(survey: Survey, locale: Locale, listed: readonly SurveyZone[]): SharedLack | null {
  const unmet = survey.zones.filter((zone) => zone.word === 'unmet' && !zone.held && !zone.approvalAtRisk)
  const shared = lackedAlike(unmet.map((zone) => [zone.id, zoneReasons(zone, survey, locale)]))
  const isEnough = listed.filter(({ id }) => shared?.zones.has(id)).length >= SHARED_FROM
  return isEnough ? shared : null
}

const AS_ABOVE: Record<Locale, string> = { zh: '如上', en: 'as above' }

/** The reason of a zone whose shared part stands above it: that, and what else it lacks. */
export function reasonBesides(
  zone: SurveyZone,
  { survey, locale, shared }: { survey: Survey; locale: Locale; shared: SharedLack | null },
): string {
  const reasons = zoneReasons(zone, survey, locale)
  const own = shared?.zones.has(zone.id)
    ? [AS_ABOVE[locale], ...reasons.filter((reason) => !shared.reasons.includes(reason))]
    : reasons
  return joinedReasons(own, locale)
}

export function joinedReasons(reasons: readonly string[], locale: Locale): string {
  return reasons.join(SPEECH[locale].semicolon)
}
