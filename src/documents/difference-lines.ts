import type { ConditionAnswer, FrozenView, Survey, ViewDifference } from '#geo'
import type { Locale } from '../i18n/format'
import { formatShortMoment } from '../i18n/format-short'
import { levelName } from '../i18n/level-name'
import { formatValue } from '../i18n/measures'
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
  /** rows of cases of the zone that were learned since */
  readonly learned?: ConditionAnswer['evidence']
}

/** The differences in words, with the rows that stand behind a condition. */
export function differenceLines(differences: readonly ViewDifference[], words: Words): DifferenceLine[] {
  return differences.map((difference) => {
    const named = namedIn(difference, words)
    return {
      key: difference.key,
      name: nameOf(difference, named, words),
      before: valueText(difference, difference.before, { named, words }),
      after: valueText(difference, difference.after, { named, words }),
      rows: named
        ? rowsInWords(named.condition.evidence, words.locale)
        : ofCases.has(difference.key)
          ? rowsInWords(words.learned ?? [], words.locale)
          : [],
    }
  })
}

const ofCases = new Set(['figure.cases', 'figure.lastCaseOn'])

interface Named {
  readonly condition: ConditionAnswer
  /** the figure of it; null where its state is meant */
  readonly figure: string | null
}

/** Ids may hold dots themselves: the longest that the key begins with is meant. */
function namedIn({ key, kind }: ViewDifference, { before, after }: Words): Named | null {
  if (kind !== 'condition' && kind !== 'finding') return null
  const all = [...after[`${kind}s`], ...before[`${kind}s`]]
  const rest = key.slice(kind.length + 1)
  const [condition] = all
    .filter(({ id }) => rest === id || rest.startsWith(`${id}.`))
    .sort((a, b) => b.id.length - a.id.length)
  return condition
    ? { condition, figure: rest === condition.id ? null : rest.slice(condition.id.length + 1) }
    : null
}

function nameOf({ key, kind }: ViewDifference, named: Named | null, { t, locale, survey }: Words): string {
  if (named) {
    const sentence = named.condition[locale]
    return named.figure === null ? sentence : `${sentence} · ${figureName(t, named.figure)}`
  }
  const name = key.slice(kind.length + 1)
  if (kind === 'figure') return t(`approval.figure.${name}`, { subject: survey.subject[locale] })
  return kind === 'condition' || kind === 'finding' ? name : t(`approval.difference.${name}`)
}

const FIGURES = new Set(['have', 'of', 'n', 'missing', 'resulted', 'since', 'round', 'left', 'value'])
const figureName = (t: Words['t'], figure: string): string =>
  FIGURES.has(figure) ? t(`approval.conditionFigure.${figure}`) : figure

function valueText(
  { key }: ViewDifference,
  value: string | number | null,
  { named, words }: { readonly named: Named | null; readonly words: Words },
): string {
  const { t, locale, survey } = words
  if (value === null) return '—'
  if (named && named.figure === null && typeof value === 'string') return t(`approval.state.${value}`)
  if (typeof value === 'number') return formatValue(value)
  if (key === 'zone.level' || key === 'transition.to') return levelName(survey, value, locale)
  if (key === 'policy.digest') return value.slice(0, 12)
  return /^\d{4}-\d\d-\d\d/.test(value) ? formatShortMoment(value, locale) : value
}

/** `rounds.csv 第 832、833 行`: the last rows of each file that prove a condition. */
export function rowsInWords(evidence: ConditionAnswer['evidence'], locale: Locale): string[] {
  const files = new Map<string, number[]>()
  for (const { file, row } of evidence.slice(-4)) files.set(file, [...(files.get(file) ?? []), row])
  return [...files].map(([file, rows]) =>
    locale === 'zh' ? `${file} 第 ${rows.join('、')} 行` : `${file} row ${rows.join(', ')}`,
  )
}
