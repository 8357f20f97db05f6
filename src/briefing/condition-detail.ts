import type { ConditionAnswer } from '#geo'
import { formatCount, formatDay, type Locale } from '../i18n/format'
import { formatShortMoment } from '../i18n/format-short'
import { counted } from '../i18n/plural'
import { decidingRow, unplacedStart } from './deciding-rows'
import { conditionReason } from './sentences'
import { SPEECH } from './speech/speeches'

type Figures = ConditionAnswer['figures']

const number = (value: string | number | null | undefined): number | null =>
  typeof value === 'number' ? value : null

/** Of a round: due, sampled, still missing, resulted. */
function sampling(figures: Figures, locale: Locale): string | null {
  const [due, sampled] = [number(figures.of), number(figures.have)]
  if (typeof figures.round !== 'string' || due === null || sampled === null) return null
  const zh = locale === 'zh'
  const missing = Math.max(0, due - sampled)
  const resulted = number(figures.resulted)
  const parts = zh
    ? [`应检 ${formatCount(due)}`, `已采 ${formatCount(sampled)}`]
    : [`${formatCount(due)} due`, `${formatCount(sampled)} sampled`]
  if (missing > 0) parts.push(zh ? `差 ${formatCount(missing)}` : `${formatCount(missing)} missing`)
  if (resulted !== null && resulted < due)
    parts.push(zh ? `已出 ${formatCount(resulted)}` : `${formatCount(resulted)} resulted`)
  return parts.join(zh ? '，' : ', ')
}

/** What the figures of a round say by themselves, where people are missing. */
const OF_SAMPLING = new Set<string | null>(['round-incomplete', 'round-running'])

/** Of a round its figures, and why it is not enough where they do not show it: `应检 1,600，已采 1,600；核酸已过有效期`. */
function sampled(condition: ConditionAnswer, locale: Locale): string | null {
  const { figures, state, reason } = condition
  const said = sampling(figures, locale)
  if (said === null || state === 'met' || reason === null) return said
  if (OF_SAMPLING.has(reason) && (number(figures.missing) ?? 0) > 0) return said
  const why = conditionReason({ ...condition, figures: { ...figures, missing: null } }, locale)
  return [said, why].join(locale === 'zh' ? '；' : '; ')
}

/** Of a clock: from when it runs. */
function running(condition: ConditionAnswer, locale: Locale): string | null {
  const { figures } = condition
  if (typeof figures.since !== 'string') return null
  const since = formatShortMoment(figures.since, locale)
  const unplaced = unplacedStart(condition, locale)
  if (unplaced !== null) return startingUnplaced({ row: unplaced, since, left: number(figures.left) }, locale)
  const left = number(figures.left)
  if (locale === 'zh') return left ? `自 ${since} 起算，余 ${left} 天` : `自 ${since} 起算`
  return left ? `counted from ${since}, ${counted(left, 'day')} left` : `counted from ${since}`
}

/** Of a clock that runs from a row nobody has placed: no zone counts it, and it weighs on each in which it may lie. */
function startingUnplaced(
  { row, since, left }: { readonly row: string; readonly since: string; readonly left: number | null },
  locale: Locale,
): string {
  const zh = locale === 'zh'
  const start = SPEECH[locale].sinceUnplaced(zh ? `${row}（${since}）` : `${row} (${since})`)
  if (!left) return start
  return zh ? `${start}，余 ${left} 天` : `${start}; ${counted(left, 'day')} left`
}

function found(condition: ConditionAnswer, locale: Locale): string | null {
  const [have, of] = [number(condition.figures.have), number(condition.figures.of)]
  if (!condition.id.startsWith('finding.') || have === null || of === null) return null
  const zh = locale === 'zh'
  if (condition.id === 'finding.reports')
    return zh
      ? `应报 ${formatCount(of)} 村（社区），已报 ${formatCount(have)}`
      : `${formatCount(have)} of ${counted(of, 'village')} reported`
  const ends = number(condition.figures.ends)
  if (ends)
    return zh
      ? `${formatCount(have)}/${formatCount(of)} 处在岗或封闭；另有 ${formatCount(ends)} 处道路断在线上`
      : `${formatCount(have)} of ${formatCount(of)} guarded or closed; roads end at the line: ${formatCount(ends)}`
  return zh
    ? `${formatCount(have)}/${formatCount(of)} 处在岗或封闭`
    : `${formatCount(have)} of ${formatCount(of)} guarded or closed`
}

function evidence(condition: ConditionAnswer, locale: Locale): string | null {
  const row = decidingRow(condition)
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
export function conditionDetail(
  condition: ConditionAnswer,
  locale: Locale,
  codeOf: (zone: string) => string = (zone) => zone,
): string {
  if (condition.reason?.startsWith('list-e')) return conditionReason(condition, locale, codeOf)
  const figures = sampled(condition, locale) ?? running(condition, locale) ?? found(condition, locale)
  if (figures) return figures
  if (condition.reason === 'list-unknown' && condition.authority === 'reference')
    return locale === 'zh' ? '未接入数据，不参与判定' : 'No data connected; not used in the decision'
  if (condition.state !== 'met' && condition.reason) return conditionReason(condition, locale, codeOf)
  if (condition.reason === 'no-event')
    return locale === 'zh' ? '名册中没有，不须等待' : 'None is listed: nothing to wait for'
  return evidence(condition, locale) ?? ''
}
