import type { TrueRow } from './sheets'
import type { TakenRow } from './taken'

export interface Comparison {
  readonly lost: readonly TrueRow[]
  /** taken, and true of no row: again, or a total for a place */
  readonly doubled: readonly TakenRow[]
  /** taken at its place with another value */
  readonly wrong: readonly { readonly truth: TrueRow; readonly taken: TakenRow }[]
}

const textOf = ({ kind, place, values }: TrueRow): string =>
  `${kind} ${place} ${JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))}`

/** Rows are held against each other as multisets: whole ones first, then those of one kind and place. */
export function compared(truth: readonly TrueRow[], taken: readonly TakenRow[]): Comparison {
  const whole = matched(truth, taken, textOf)
  const near = matched(whole.left, whole.over, ({ kind, place }) => `${kind} ${place}`)
  // a place that stays unread still is one row, with a wrong value
  const last = matched(near.left, near.over, ({ kind, values }) => textOf({ kind, place: '', values }))
  return { lost: last.left, doubled: last.over, wrong: [...near.pairs, ...last.pairs] }
}

interface Matched {
  readonly pairs: { truth: TrueRow; taken: TakenRow }[]
  readonly left: TrueRow[]
  readonly over: TakenRow[]
}

function matched(
  truth: readonly TrueRow[],
  taken: readonly TakenRow[],
  keyOf: (row: TrueRow) => string,
): Matched {
  const waiting = new Map<string, TakenRow[]>()
  for (const row of taken) waiting.set(keyOf(row), [...(waiting.get(keyOf(row)) ?? []), row])
  const pairs: Matched['pairs'] = []
  const left: TrueRow[] = []
  for (const row of truth) {
    const found = waiting.get(keyOf(row))?.shift()
    if (found) pairs.push({ truth: row, taken: found })
    else left.push(row)
  }
  return { pairs, left, over: [...waiting.values()].flat() }
}
