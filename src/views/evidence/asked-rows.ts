import { type ConditionAnswer, type Facts, type Origin, type RowRef, rowNames, type UnplacedRow } from '#geo'
import { type WhyDeciding, whyDeciding } from '../../briefing/deciding-rows'
import type { AskedRow } from './evidence-table'

/** The rows of a condition or finding, each with how it decides. */
export function rowsOfCondition(condition: ConditionAnswer, said: (why: WhyDeciding) => string): AskedRow[] {
  const why = whyDeciding(condition)
  return condition.evidence.map((one, i) => asked(one, why[i] ? said(why[i]) : null))
}

/** So many rows count, where an answer names the newest of them only. */
export function countedIn({ figures, evidence }: ConditionAnswer): number | null {
  const { have, within } = figures
  return typeof within === 'number' && typeof have === 'number' && have > evidence.length ? have : null
}

const asked = ({ file, row, segment }: RowRef, why: string | null): AskedRow => ({
  ...{ file, row, why },
  ...(segment === undefined ? {} : { segment }),
})

/** The row of a post and of the last check of it, at the instant. */
export function rowsOfPost(
  { facilities, checks }: Facts,
  { checkpoint, at }: { readonly checkpoint: string | null; readonly at: number },
  said: (why: 'post' | 'check') => string,
): AskedRow[] {
  const post = facilities.find(({ id }) => id === checkpoint)
  if (!post) return []
  let last: { readonly at: { readonly at: number }; readonly origin: Origin } | null = null
  for (const check of checks)
    if (check.checkpoint === checkpoint && check.at.at <= at && (!last || check.at.at >= last.at.at))
      last = check
  return [asked(post.origin, said('post')), ...(last ? [asked(last.origin, said('check'))] : [])]
}

/** The rows of the cases of a cluster, by the names that people know them by. */
export function rowsOfCases({ cases }: Facts, named: readonly string[]): AskedRow[] {
  const wanted = new Set(named)
  return rowNames(cases).flatMap((name, at) => {
    if (!wanted.has(name)) return []
    const segment = cases.segment?.values[cases.segment.codes[at]!] ?? null
    return [
      asked({ file: cases.file.values[cases.file.codes[at]!] ?? '', row: cases.row[at]!, segment }, null),
    ]
  })
}

/** The rows that nobody has placed. */
export const rowsUnplaced = (rows: readonly UnplacedRow[], why: string): AskedRow[] =>
  rows.map(({ file, row, segment }) => asked({ file, row: row ?? 0, segment }, why))

/** What an order says of a zone, and what the record says instead. */
export const rowsOtherwise = (
  { orderedBy, recorded }: { readonly orderedBy: RowRef; readonly recorded: RowRef },
  said: (why: 'order' | 'record') => string,
): AskedRow[] => [asked(recorded, said('record')), asked(orderedBy, said('order'))]
