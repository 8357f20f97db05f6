import type { Held } from '../record/record'

type Figure = Held<number | null>

/** A figure that contradicts itself: rules take it for unknown. NaN is within no limits and outside of none. */
export const CONTRADICTING = Number.NaN

/**
 * The figures of one name of one place, in order of time, with those a rule must not believe made unknown: different values
 * of one instant, and of a cumulative figure what is less than it was before, until it is above that again.
 */
export function settleFigures(
  held: readonly Figure[],
  { isCumulative }: { readonly isCumulative: boolean },
): Figure[] {
  const settled = ofOneInstant(
    [...held].sort((a, b) => a.at - b.at || Number(b.isDay) - Number(a.isDay) || a.row - b.row),
  )
  if (!isCumulative) return settled
  let most = Number.NEGATIVE_INFINITY
  return settled.map((one) => {
    if (one.value === null || Number.isNaN(one.value)) return one
    if (one.value < most) return { ...one, value: CONTRADICTING }
    most = one.value
    return one
  })
}

function ofOneInstant(sorted: readonly Figure[]): Figure[] {
  const groups: Figure[][] = []
  for (const one of sorted) {
    const last = groups.at(-1)
    if (last && last[0]!.at === one.at && last[0]!.isDay === one.isDay) last.push(one)
    else groups.push([one])
  }
  return groups.map((group) => {
    const values = new Set(group.flatMap(({ value }) => value ?? []))
    return values.size > 1
      ? { ...group.at(-1)!, value: CONTRADICTING }
      : (group.findLast(({ value }) => value !== null) ?? group[0]!)
  })
}
