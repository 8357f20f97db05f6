import type { Survey, SurveyRaise, SurveyZone } from '#geo'
import type { Locale } from '../i18n/format'
import { levelName } from '../i18n/level-name'
import { rowName } from './deciding-rows'
import { SPEECH } from './speech/speeches'

/** Zones that must become stricter, in the order of the survey. */
export const raisedZones = ({ zones }: Survey): SurveyZone[] => zones.filter(({ word }) => word === 'toRaise')

/** A zone as its lowering reads, whatever makes it stricter. */
export function ofLowering(zone: SurveyZone): SurveyZone {
  return zone.loweringWord === undefined ? zone : { ...zone, word: zone.loweringWord, raises: [] }
}

/** What the zone must become: `转为封控区`, `涉及单元划为封控区`. */
export function raiseText({ kind, to }: SurveyRaise, survey: Survey, locale: Locale): string {
  return SPEECH[locale].raise(kind, levelName(survey, to, locale))
}

const MOST_NAMED = 2

/** By which rows: `cases.csv 第 39 行（LJ-38，未落位）`. */
export function raiseRows({ evidence }: SurveyRaise, locale: Locale): string {
  const named = evidence.slice(0, MOST_NAMED).map((row) => rowName(row, locale))
  const more = evidence.length - named.length
  const zh = locale === 'zh'
  return (
    named.join(zh ? '、' : ', ') + (more > 0 ? (zh ? ` 等 ${evidence.length} 行` : ` and ${more} more`) : '')
  )
}

/** What the zone must become and why, one by one: `转为封控区：cases.csv 第 39 行（LJ-38，未落位）`. */
export function raiseReasons({ raises = [] }: SurveyZone, survey: Survey, locale: Locale): string[] {
  const colon = locale === 'zh' ? '：' : ': '
  return raises.map((raise) =>
    [raiseText(raise, survey, locale), raiseRows(raise, locale)].filter(Boolean).join(colon),
  )
}

/** Zones that must become the same, and what: `管01、管02 应转为封控区`. `named` prints the zones. */
export function raiseSentences(
  survey: Survey,
  locale: Locale,
  named: (zones: readonly SurveyZone[]) => string,
): string[] {
  const alike = new Map<string, { readonly raise: SurveyRaise; readonly zones: SurveyZone[] }>()
  for (const zone of raisedZones(survey)) {
    const raise = zone.raises?.[0]
    if (!raise) continue
    const key = `${raise.kind} ${raise.to}`
    const known = alike.get(key)
    if (known) known.zones.push(zone)
    else alike.set(key, { raise, zones: [zone] })
  }
  return [...alike.values()].map(({ raise, zones }) =>
    SPEECH[locale].mustRaise(named(zones), raise.kind, levelName(survey, raise.to, locale)),
  )
}

/** The same by their codes, for a line under a headline; of many the first. */
export function raiseDetails(survey: Survey, locale: Locale): string[] {
  const zh = locale === 'zh'
  return raiseSentences(survey, locale, (zones) => {
    const codes = zones.slice(0, MOST_CODES).map(({ code }) => code[locale])
    const more = zones.length - codes.length
    return (
      codes.join(zh ? '、' : ', ') + (more > 0 ? (zh ? ` 等 ${zones.length} 区` : ` and ${more} more`) : '')
    )
  })
}

const MOST_CODES = 4
