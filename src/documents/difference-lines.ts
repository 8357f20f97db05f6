import type { ConditionAnswer, FrozenView, Survey, ViewDifference } from '#geo'
import { formatCount, type Locale } from '../i18n/format'
import { formatShortMoment } from '../i18n/format-short'
import type { Translate } from './document'

/** One line of what is no longer as it was seen. */
export interface DifferenceLine {
  readonly key: string
  readonly name: string
  readonly before: string
  readonly after: string
  /** rows that prove what is so now */
  readonly rows: readonly string[]
}

interface Words {
  readonly t: Translate
  readonly locale: Locale
  readonly survey: Survey
  readonly before: FrozenView
  readonly after: FrozenView
}

/** The differences in words, with the rows that stand behind a condition. */
export function differenceLines(differences: readonly ViewDifference[], words: Words): DifferenceLine[] {
  return differences.map((difference) => {
    const condition = conditionOf(difference, words)
    return {
      key: difference.key,
      name: nameOf(difference, condition, words),
      before: valueText(difference, difference.before, words),
      after: valueText(difference, difference.after, words),
      rows: rowsOf(condition, words.locale),
    }
  })
}

function conditionOf({ key, kind }: ViewDifference, { before, after }: Words): ConditionAnswer | null {
  if (kind !== 'condition' && kind !== 'finding') return null
  const [id] = splitOf(key)
  const all =
    kind === 'condition'
      ? [...after.conditions, ...before.conditions]
      : [...after.findings, ...before.findings]
  return all.find((one) => one.id === id || key === `${kind}.${one.id}`) ?? null
}

/** `condition.finalRound.have` → its id and its figure. Ids of findings hold a dot themselves. */
function splitOf(key: string): [id: string, figure: string | null] {
  const rest = key.slice(key.indexOf('.') + 1)
  const end = rest.lastIndexOf('.')
  return end < 0 || (rest.startsWith('finding.') && rest.indexOf('.') === end)
    ? [rest, null]
    : [rest.slice(0, end), rest.slice(end + 1)]
}

function nameOf(
  difference: ViewDifference,
  condition: ConditionAnswer | null,
  { t, locale, survey }: Words,
): string {
  const { key, kind } = difference
  const [, figure] = splitOf(key)
  if (condition)
    return figure === null ? condition[locale] : `${condition[locale]} · ${figureName(t, figure)}`
  const name = key.slice(kind.length + 1)
  if (kind === 'figure') return t(`approval.figure.${name}`, { subject: survey.subject[locale] })
  return t(`approval.difference.${name}`)
}

const FIGURES = new Set(['have', 'of', 'n', 'missing', 'resulted', 'since', 'round', 'left', 'value'])
const figureName = (t: Words['t'], figure: string): string =>
  FIGURES.has(figure) ? t(`approval.conditionFigure.${figure}`) : figure

function valueText(
  { key, kind }: ViewDifference,
  value: string | number | null,
  { t, locale, survey }: Words,
): string {
  if (value === null) return '—'
  const [, figure] = splitOf(key)
  if ((kind === 'condition' || kind === 'finding') && figure === null && typeof value === 'string')
    return t(`approval.state.${value}`)
  if (typeof value === 'number') return Number.isInteger(value) ? formatCount(value) : value.toFixed(3)
  if (key === 'zone.level' || key === 'transition.to')
    return survey.levels.find(({ level }) => level === value)?.[locale] ?? value
  if (key === 'policy.digest') return value.slice(0, 12)
  return /^\d{4}-\d\d-\d\d/.test(value) ? formatShortMoment(value, locale) : value
}

function rowsOf(condition: ConditionAnswer | null, locale: Locale): string[] {
  return (condition?.evidence ?? [])
    .slice(-3)
    .map(({ file, row }) => (locale === 'zh' ? `${file} 第 ${row} 行` : `${file} row ${row}`))
}
