import type { Evidence } from '../answers'
import { textAt } from '../columns'
import type { CaseTable, ContactTable, Facts, Origin, RowRef } from '../facts'
import { dayOf, type Instant, type Moment } from '../time/calendar'

/** An approval, and up to when rows are looked at. */
export interface Given {
  readonly approvedAt: Moment
  /** when the step that completed it was recorded; null where nothing says */
  readonly recordedAt: Instant | null
  readonly seen: Instant
}

/**
 * Whether the row may have come after the approval although it happened before it: it was learned later, or only its day
 * is said and that is the day of the approval. What came into the log together with the approval is not later.
 */
export function mayBeLater(facts: Facts, { at, ...row }: Evidence, given: Given): boolean {
  const { approvedAt, recordedAt, seen } = given
  if (at !== null && at === dayOf(facts.pack.timezone, approvedAt.at)) return true
  const learned = learnedOf(facts).get(keyOf(row))
  return learned !== undefined && learned > Math.max(approvedAt.at, recordedAt ?? 0) && learned <= seen
}

/** When the step of that time was recorded; null where nothing says. */
export function recordedAt(
  { steps }: Facts,
  { zone, transition, at }: { readonly zone: string; readonly transition: string; readonly at: Moment },
): Instant | null {
  const step = steps.find((one) => one.zone === zone && one.transition === transition && one.at.at === at.at)
  return step?.origin.knownAt ?? null
}

const known = new WeakMap<Facts, ReadonlyMap<string, Instant>>()

/** When each row was learned, for those of which that is said. */
function learnedOf(facts: Facts): ReadonlyMap<string, Instant> {
  let learned = known.get(facts)
  if (!learned) known.set(facts, (learned = readLearned(facts)))
  return learned
}

function readLearned(facts: Facts): Map<string, Instant> {
  const learned = new Map<string, Instant>()
  const { cases, contacts, rounds, statedFacts, metrics, surveys = [] } = facts
  for (const table of [cases, contacts])
    for (let row = 0; row < table.length; row++) {
      const at = table.knownAt[row]!
      if (!Number.isNaN(at)) learned.set(keyOf(refOf(table, row)), at)
    }
  const lists: readonly (readonly { readonly origin: Origin }[])[] = [rounds, statedFacts, metrics, surveys]
  for (const { origin } of lists.flat())
    if (origin.knownAt !== null) learned.set(keyOf(origin), origin.knownAt)
  return learned
}

const keyOf = ({ file, row, segment = null }: RowRef): string => `${segment}\n${file}\n${row}`

const refOf = ({ file, row, segment }: CaseTable | ContactTable, index: number): RowRef => ({
  file: textAt(file, index) ?? '',
  row: row[index]!,
  segment: segment ? textAt(segment, index) : null,
})
