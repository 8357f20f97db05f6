import { largest, smallest } from '../../extremes'
import type { FieldSurvey } from '../../facts'
import type { SurveysDemand } from '../policy/policy'

/**
 * The figure of the surveys of one day: `value` as stated, the highest or lowest of them; `positive` their sum; `share` the
 * sum of positives of the sum inspected, in per cent. Null where a row leaves out what it takes, or contradicts itself.
 */
export function figureOfDay(rows: readonly FieldSurvey[], { figure, across }: SurveysDemand): number | null {
  const pairs = rows.map(({ inspected, positive }) => ({ inspected, positive }))
  const isBroken = pairs.some(
    ({ inspected, positive }) => positive === null || (inspected !== null && positive > inspected),
  )
  const sumOf = (values: readonly (number | null)[]): number | null =>
    values.includes(null) ? null : values.reduce<number>((sum, value) => sum + value!, 0)
  if (figure === 'value')
    return worstOf(
      rows.map(({ value }) => value),
      across,
    )
  if (isBroken) return null
  if (figure === 'positive')
    return across === 'sum'
      ? sumOf(pairs.map(({ positive }) => positive))
      : worstOf(
          pairs.map(({ positive }) => positive),
          across,
        )
  const share = (positive: number | null, inspected: number | null): number | null =>
    positive === null || !inspected ? null : (positive / inspected) * 100
  if (across === 'sum')
    return share(sumOf(pairs.map(({ positive }) => positive)), sumOf(pairs.map(({ inspected }) => inspected)))
  return worstOf(
    pairs.map(({ positive, inspected }) => share(positive, inspected)),
    across,
  )
}

function worstOf(values: readonly (number | null)[], across: SurveysDemand['across']): number | null {
  if (values.some((value) => value === null || value < 0)) return null
  const known = values as readonly number[]
  if (across === 'sum') return known.length === 1 ? known[0]! : known.reduce((sum, value) => sum + value, 0)
  return across === 'lowest' ? smallest(known) : largest(known)
}
