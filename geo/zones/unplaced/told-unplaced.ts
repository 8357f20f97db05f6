import type { ConditionAnswer, UnplacedRow, ZoneAnswer } from '../../answers'
import type { RowRef } from '../../facts'

/**
 * The zones with what their conditions rest on told to be unplaced where nobody has placed the row: it is counted in no
 * zone, and its clock or its event still weighs on those on whose ground it may lie. What is unknown by such rows says so itself.
 */
export function toldUnplaced(
  zones: readonly ZoneAnswer[],
  rows: readonly UnplacedRow[],
): readonly ZoneAnswer[] {
  const open = new Set(rows.filter(({ ruledOut }) => ruledOut === null).map(keyOf))
  if (open.size === 0) return zones
  const told = (conditions: readonly ConditionAnswer[]): readonly ConditionAnswer[] =>
    conditions.map((condition) =>
      condition.state !== 'unknown' && condition.evidence.some((one) => open.has(keyOf(one)))
        ? {
            ...condition,
            evidence: condition.evidence.map((one) =>
              open.has(keyOf(one)) ? { ...one, isUnplaced: true as const } : one,
            ),
          }
        : condition,
    )
  return zones.map((zone) => ({
    ...zone,
    transitions: zone.transitions.map((one) => ({ ...one, conditions: told(one.conditions) })),
  }))
}

const keyOf = ({ file, row, segment }: Omit<RowRef, 'row'> & { readonly row: number | null }): string =>
  [file, segment ?? '', row ?? 0].join('\n')
