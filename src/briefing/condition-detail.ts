import type { ConditionAnswer } from '#geo'
import { formatCount, formatDay, type Locale } from '../i18n/format'
import { formatShortMoment } from '../i18n/format-short'

type Figures = ConditionAnswer['figures']

const REASONS: Record<string, readonly [zh: string, en: string]> = {
  'list-unknown': ['未接入这份数据，不参与判定', 'This list is not connected; not used in the decision'],
  'not-stated': ['没有人填报，不参与判定', 'Nobody has stated it; not used in the decision'],
  'stated-false': ['已填报：未满足', 'Stated: not so'],
  'no-round': ['没有合格的轮次', 'No round that counts'],
  'metric-unknown': ['没有数据，不参与判定', 'No data; not used in the decision'],
}

const number = (value: string | number | null | undefined): number | null =>
  typeof value === 'number' ? value : null

function sampling(figures: Figures, locale: Locale): string | null {
  const due = number(figures.due)
  const sampled = number(figures.sampled)
  if (due === null || sampled === null) return null
  const excused = number(figures.excused)
  const missing = Math.max(0, due - sampled)
  const less = excused
    ? locale === 'zh'
      ? `（已减 ${formatCount(excused)}）`
      : ` (${formatCount(excused)} excused)`
    : ''
  if (locale === 'zh')
    return `应检 ${formatCount(due)}${less}，已采 ${formatCount(sampled)}${missing ? `，差 ${formatCount(missing)}` : ''}`
  return `${formatCount(due)} due${less}, ${formatCount(sampled)} sampled${missing ? `, ${formatCount(missing)} missing` : ''}`
}

function counting(figures: Figures, locale: Locale): string | null {
  const have = number(figures.have)
  const of = number(figures.of)
  if (have === null || of === null) return null
  const date = typeof figures.date === 'string' ? figures.date : null
  const since = date
    ? locale === 'zh'
      ? `自 ${formatShortMoment(date, locale)} 起，`
      : `since ${formatShortMoment(date, locale)}: `
    : ''
  return locale === 'zh'
    ? `${since}第 ${formatCount(have)}/${formatCount(of)} 天`
    : `${since}day ${formatCount(have)} of ${formatCount(of)}`
}

function evidence(condition: ConditionAnswer, locale: Locale): string | null {
  const row = condition.evidence[0]
  if (!row) return null
  const at = row.at
    ? row.at.length > 10
      ? formatShortMoment(row.at, locale)
      : formatDay(row.at, locale)
    : ''
  const where = locale === 'zh' ? `${row.file} 第 ${row.row} 行` : `${row.file} row ${row.row}`
  return [at, where].filter(Boolean).join(' · ')
}

/** The second line of a condition: its figures in words, else why it is not decided, else the row that proves it. */
export function conditionDetail(condition: ConditionAnswer, locale: Locale): string {
  const figures = sampling(condition.figures, locale) ?? counting(condition.figures, locale)
  if (figures) return figures
  const reason = condition.reason ? REASONS[condition.reason] : undefined
  if (reason && condition.state !== 'met') return reason[locale === 'zh' ? 0 : 1]
  return evidence(condition, locale) ?? ''
}
