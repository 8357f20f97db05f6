import { calledInFull, type LookupZone, type Survey } from '#geo'
import { becameWords } from '../../i18n/became-words'
import { comma, semicolon } from '../../i18n/between'
import type { Locale } from '../../i18n/format'
import { formatShortMoment } from '../../i18n/format-short'
import { formatLength } from '../../i18n/measures'
import { zoneTitle } from '../../i18n/zone-title'
import type { LookedUp } from '../../stores/use-lookup'

/** What every row of the table needs words for. */
export interface LookupWords {
  readonly t: (key: string, params?: Record<string, string | number>) => string
  readonly locale: Locale
  readonly survey: Survey
  /** names of rules by policy and id */
  readonly ruleName: (policy: string | null, rule: string | null) => string
  /** what the level asks, by policy and level */
  readonly measures: (policy: string | null, level: string | null) => string
}

/** One printed line. */
export interface LookupRow {
  readonly answer: LookedUp
  readonly line: number
  readonly text: string
  readonly found: string
  readonly zone: string
  readonly level: string
  readonly rule: string
  /** what the level asks of those inside */
  readonly measures: string
  readonly edge: string
  readonly since: string
  readonly note: string
}

/** Printed code and name of a zone; null for none. */
export function zoneLabel({ zone: id, zoneName }: LookupZone, survey: Survey, locale: Locale): string | null {
  if (id === null) return null
  const zone = survey.zones.find((one) => one.id === id)
  return zone ? zoneTitle(zone, locale) : (zoneName ?? id)
}

/** A zone in which a line may lie, none, or that nobody knows which there are. */
export function zoneWords(
  zone: LookupZone,
  survey: Survey,
  { locale, t }: Pick<LookupWords, 'locale' | 't'>,
): string {
  if (zone.unknown) return t(`desk.place.${zone.unknown}`)
  return zoneLabel(zone, survey, locale) ?? t('lookup.noZone')
}

/** A matched line as a row; what is not known is empty, never 0. */
export function lookupRow(answer: LookedUp, words: LookupWords): LookupRow {
  const { t, locale, survey, ruleName } = words
  const level = survey.levels.find((one) => one.level === answer.level)
  return {
    answer,
    line: answer.line,
    text: answer.text,
    found: [calledInFull(answer) ?? '', answer.by ? t(`lookup.by.${answer.by}`) : '']
      .filter(Boolean)
      .join(' · '),
    zone: zoneLabel(answer, survey, locale) ?? t('lookup.noZone'),
    level: answer.zone ? (level?.[locale] ?? answer.level ?? '') : t('common.level.normal'),
    rule: answer.zone ? ruleName(answer.policy, answer.rule) : '',
    measures: answer.zone ? words.measures(answer.policy, answer.level) : '',
    edge: edgeText(answer, words),
    since: answer.since ? formatShortMoment(answer.since, locale) : '',
    note: noteOf(answer, words),
  }
}

/** Inside: so far to its line; outside: so far to the nearest zone, which is named. */
function edgeText({ edgeM, edgeOf, zone }: LookedUp, { t, locale, survey }: LookupWords): string {
  if (edgeM === null) return ''
  const n = formatLength(Math.abs(edgeM))
  if (zone) return t('lookup.inside', { n })
  const other = survey.zones.find(({ id }) => id === edgeOf)
  return t('lookup.outside', { n, zone: other ? other.code[locale] : (edgeOf ?? '') })
}

function noteOf(answer: LookedUp, { t, locale, survey }: LookupWords): string {
  const also = answer.alsoIn.map((id) => survey.zones.find((zone) => zone.id === id)?.code[locale] ?? id)
  return [
    ...(answer.became ? [becameWords(answer.became, locale)] : []),
    ...(answer.isSettled ? [t('lookup.state.settled')] : []),
    ...(answer.orderUnsure ? [t('lookup.orderUnsure')] : answer.swapped ? [t('lookup.swapped')] : []),
    ...(answer.inDistrict === false ? [t('lookup.outOfDistrict')] : []),
    ...(also.length > 0 ? [t('lookup.alsoIn', { zones: also.join(comma(locale)) })] : []),
  ].join(semicolon(locale))
}

/** The table as it is copied or saved: every line, also those that wait for a person. */
export function lookupTable(
  answers: readonly LookedUp[],
  words: LookupWords,
): { readonly head: readonly string[]; readonly rows: readonly (readonly (string | number | null)[])[] } {
  const { t } = words
  const head = [
    'line',
    'text',
    'state',
    'found',
    'zone',
    'level',
    'rule',
    'measures',
    'edge',
    'since',
    'note',
  ]
  return {
    head: head.map((column) => t(`lookup.column.${column}`)),
    rows: answers.map((answer) => {
      const row = lookupRow(answer, words)
      const known = answer.state === 'matched'
      const state = t(`lookup.state.${answer.isSettled ? 'settled' : answer.isZero ? 'zero' : answer.state}`)
      const names = [
        ...answer.zones.map((zone) => zoneWords(zone, words.survey, words)),
        ...answer.candidates.map(({ name, code }) => `${name} ${code}`),
      ].join(' / ')
      return known
        ? [
            row.line,
            row.text,
            state,
            row.found,
            row.zone,
            row.level,
            row.rule,
            row.measures,
            row.edge,
            row.since,
            row.note,
          ]
        : [row.line, row.text, state, names, null, null, null, null, null, null, null]
    }),
  }
}

export type LookupOrder = 'line' | 'zone' | 'level' | 'edge'

/** Rows that hold the text, in the order asked; within it by line. */
export function arranged(
  rows: readonly LookupRow[],
  { filter, order, ranks }: { filter: string; order: LookupOrder; ranks: ReadonlyMap<string, number> },
): LookupRow[] {
  const wanted = filter.trim().toLowerCase()
  const held = rows.filter(
    ({ text, found, zone, level }) =>
      wanted === '' || [text, found, zone, level].some((part) => part.toLowerCase().includes(wanted)),
  )
  const rankOf = ({ answer }: LookupRow): number => (answer.zone ? (ranks.get(answer.level ?? '') ?? 0) : -1)
  const edgeOf = ({ answer }: LookupRow): number => Math.abs(answer.edgeM ?? Number.POSITIVE_INFINITY)
  const by: Record<LookupOrder, (a: LookupRow, b: LookupRow) => number> = {
    line: () => 0,
    zone: (a, b) => (a.zone < b.zone ? -1 : a.zone > b.zone ? 1 : 0),
    level: (a, b) => rankOf(b) - rankOf(a),
    edge: (a, b) => (edgeOf(a) === edgeOf(b) ? 0 : edgeOf(a) - edgeOf(b)),
  }
  return [...held].sort((a, b) => by[order](a, b) || a.line - b.line)
}
