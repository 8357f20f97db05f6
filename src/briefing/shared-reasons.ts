import type { Survey, SurveyZone } from '#geo'
import type { Locale } from '../i18n/format'
import { calloutLines } from './callout-lines'
import { zoneReasons } from './sentences'
import { SPEECH } from './speech/speeches'

/** So many zones that say the same say it once. */
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

/** What the same zones lack alike. */
export interface SharedLack {
  readonly reasons: readonly string[]
  /** their ids */
  readonly zones: ReadonlySet<string>
}

/** Of zones by id with what each lacks: what the most lack alike, all of it that all of these have. Null where fewer than four do. */
export function lackedAlike(
  lacking: Iterable<readonly [zone: string, reasons: readonly string[]]>,
  isCounted: (reason: string) => boolean = () => true,
): SharedLack | null {
  const zonesOf = new Map<string, string[]>()
  for (const [zone, reasons] of lacking)
    for (const reason of reasons) zonesOf.set(reason, [...(zonesOf.get(reason) ?? []), zone])
  const most = [...zonesOf]
    .filter(([reason]) => isCounted(reason))
    .reduce<readonly string[]>((longest, [, ids]) => (ids.length > longest.length ? ids : longest), [])
  if (most.length < SHARED_FROM) return null
  const alike = [...zonesOf].filter(([, ids]) => most.every((id) => ids.includes(id)))
  return { reasons: alike.map(([reason]) => reason), zones: new Set(most) }
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
