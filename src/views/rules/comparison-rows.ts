import type { EditionComparison, Survey, ZoneComparison, ZoneUnder } from '#geo'
import { standingPhrase, zoneDate } from '../../briefing/zone-date'
import { comma } from '../../i18n/between'
import { endOfDay, type Locale } from '../../i18n/format'
import { formatShortMoment } from '../../i18n/format-short'
import { titleOf } from '../../i18n/zone-title'

type Translate = (key: string, params?: Record<string, string | number>) => string

export interface ComparisonWords {
  readonly t: Translate
  readonly locale: Locale
  readonly survey: Survey
}

export interface ComparisonRow {
  readonly id: string
  readonly zone: string
  readonly days: number | null
  readonly level: string
  /** level under the edition gone to, where it is another */
  readonly levelThen: string | null
  readonly from: string
  readonly to: string
  readonly difference: string
  readonly fromEnds: string
  readonly toEnds: string
  /** how many conditions go, come and change, in words */
  readonly counts: string
  readonly changes: readonly string[]
}

/** Zones as rows of the comparison; a date that is not known says why. */
export function comparisonRows(comparison: EditionComparison, words: ComparisonWords): ComparisonRow[] {
  const day = endOfDay(comparison.asOf).slice(0, 10)
  return comparison.zones.map((zone) => rowOf(zone, { ...words, day, asOf: comparison.asOf }))
}

/** The as-of of the comparison, which is that of the facts and no supposition's. */
type DatedWords = ComparisonWords & Pick<Survey, 'day' | 'asOf'>

function rowOf(zone: ZoneComparison, words: DatedWords): ComparisonRow {
  const { t, locale, survey } = words
  const known = survey.zones.find(({ id }) => id === zone.id)
  return {
    id: zone.id,
    zone: titleOf(known?.code[locale] ?? zone.id, zone.name),
    days: zone.days,
    level: levelText(zone.from, words),
    levelThen: zone.to.level === zone.from.level ? null : levelText(zone.to, words),
    from: earliestText(zone.from, words),
    to: earliestText(zone.to, words),
    difference: daysText(zone.days, t),
    fromEnds: zone.from.endsAt ? formatShortMoment(zone.from.endsAt, locale) : '—',
    toEnds: zone.to.endsAt ? formatShortMoment(zone.to.endsAt, locale) : '—',
    counts: countsOf(zone, t),
    changes: changesOf(zone, words),
  }
}

const levelText = ({ level, levelName }: ZoneUnder, { t, locale }: ComparisonWords): string =>
  level === null ? t('rules.compare.noLevel') : (levelName?.[locale] ?? level)

/** As the zone's row says it under that edition. */
function earliestText(under: ZoneUnder, { t, locale, day, asOf }: DatedWords): string {
  if (under.level === null) return t('rules.compare.noLevel')
  if (under.transition === null) return t('rules.compare.noLowering')
  if (under.eligibleAt && under.state === 'due')
    return t('rules.compare.metSince', { at: formatShortMoment(under.eligibleAt, locale) })
  if (under.row.word === 'toRaise') return standingPhrase(under.row, { day, asOf }, locale)
  const { date } = zoneDate(under.row, { day, asOf }, locale)
  if (date !== '—') return date
  return t(under.state === 'unknown' ? 'rules.compare.unknown' : 'rules.compare.waits')
}

function daysText(days: number | null, t: Translate): string {
  if (days === null) return '—'
  if (days === 0) return t('rules.compare.same')
  return t(days > 0 ? 'rules.compare.later' : 'rules.compare.earlier', { n: Math.abs(days) })
}

function countsOf({ onlyInFrom, onlyInTo, changed }: ZoneComparison, t: Translate): string {
  return [
    ...(changed.length > 0 ? [t('rules.compare.countChanged', { n: changed.length })] : []),
    ...(onlyInFrom.length > 0 ? [t('rules.compare.countGone', { n: onlyInFrom.length })] : []),
    ...(onlyInTo.length > 0 ? [t('rules.compare.countNew', { n: onlyInTo.length })] : []),
  ].join(' · ')
}

function changesOf(
  { onlyInFrom, onlyInTo, changed }: ZoneComparison,
  { t, locale }: ComparisonWords,
): string[] {
  const names = (list: typeof onlyInFrom): string => list.map((one) => one[locale]).join(comma(locale))
  return [
    ...changed.map(({ before, after, ...said }) =>
      t('rules.compare.number', { name: said[locale], before, after }),
    ),
    ...(onlyInFrom.length > 0 ? [t('rules.compare.goes', { names: names(onlyInFrom) })] : []),
    ...(onlyInTo.length > 0 ? [t('rules.compare.comes', { names: names(onlyInTo) })] : []),
  ]
}

export type ComparisonOrder = 'zone' | 'from' | 'to' | 'days'

/** By zone, by either date, or those that move most first; what is not known last. */
export function sortedRows(
  rows: readonly ComparisonRow[],
  comparison: EditionComparison,
  order: ComparisonOrder,
): ComparisonRow[] {
  const zones = new Map(comparison.zones.map((zone) => [zone.id, zone]))
  const keyOf = ({ id, days }: ComparisonRow): string | number | null => {
    const zone = zones.get(id)!
    if (order === 'zone') return id
    return order === 'days' ? (days === null ? null : -Math.abs(days)) : zone[order].eligibleAt
  }
  return [...rows].sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null) || (a.id < b.id ? -1 : 1)
    return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1
  })
}

/** Zones whose level is none of the edition gone to, or another one there: they cannot simply follow it. */
export function zonesElsewhere(comparison: EditionComparison, survey: Survey): number {
  const levels = new Map(survey.zones.map(({ id, level }) => [id, level]))
  return comparison.zones.filter(({ id, to }) => to.level !== levels.get(id)).length
}
