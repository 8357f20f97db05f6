import type { Evidence } from '../../answers'
import { textAt } from '../../columns'
import { largest } from '../../extremes'
import type { CaseTable, ContactTable, Facts, Origin, RowRef } from '../../facts'
import { DAYS_BEYOND_MEDIAN } from '../../period/period'
import { dayOf, type Instant, type Moment } from '../../time/calendar'
import { stepsRead } from '../moves/steps-read'
import { resolvedOf } from '../unplaced/references'
import { plausiblePeriod } from '../unplaced/times'

/** An approval, and up to when rows are looked at. */
export interface Given {
  readonly approvedAt: Moment
  /** when the step that completed it was recorded; null where nothing says */
  readonly recordedAt: Instant | null
  readonly seen: Instant
}

/**
 * Whether the row may have come after the approval although it happened before it: it was learned later, or only its day
 * is said and that is the day of the approval. What came into the log together with the approval is not later. One that
 * was learned in a year that cannot be may have been learned at any time.
 */
export function mayBeLater(facts: Facts, { at, ...row }: Evidence, given: Given): boolean {
  if (at !== null && at === dayOf(facts.pack.timezone, given.approvedAt.at)) return true
  return mayBeLearnedLater(facts, row, given)
}

/** The part of it that asks when the row was learned. */
export function mayBeLearnedLater(
  facts: Facts,
  row: RowRef,
  { approvedAt, recordedAt, seen }: Given,
): boolean {
  const learned = learnedOf(facts).get(keyOf(row))
  if (learned === undefined) return false
  if (Number.isNaN(learned)) return true
  return learned > Math.max(approvedAt.at, recordedAt ?? 0) && learned <= seen
}

/** When the step of that time was recorded; null where nothing says. */
export function recordedAt(
  facts: Facts,
  { zone, transition, at }: { readonly zone: string; readonly transition: string; readonly at: Moment },
): Instant | null {
  const step = stepsRead(facts).steps.find(
    (one) => one.zone === zone && one.transition === transition && one.at.at === at.at,
  )
  const known = step?.origin.knownAt ?? null
  return known === null || learnableIn(facts)(known) ? known : null
}

const known = new WeakMap<Facts, ReadonlyMap<string, Instant>>()

/** When each row was learned, for those of which that is said; NaN where nothing can have been learned then. */
function learnedOf(facts: Facts): ReadonlyMap<string, Instant> {
  let learned = known.get(facts)
  if (!learned) known.set(facts, (learned = readLearned(facts)))
  return learned
}

function readLearned(facts: Facts): Map<string, Instant> {
  const learned = new Map<string, Instant>()
  const isLearnable = learnableIn(facts)
  const take = (row: RowRef, at: Instant): void => {
    learned.set(keyOf(row), isLearnable(at) ? at : Number.NaN)
  }
  const { cases, contacts, rounds, statedFacts, metrics, surveys = [], zones } = facts
  for (const table of [cases, contacts])
    for (let row = 0; row < table.length; row++) {
      const at = table.knownAt[row]!
      if (!Number.isNaN(at)) take(refOf(table, row), at)
    }
  const lists: readonly (readonly { readonly origin: Origin }[])[] = [
    ...[rounds, statedFacts, metrics, surveys, zones],
  ]
  for (const { origin } of lists.flat()) if (origin.knownAt !== null) take(origin, origin.knownAt)
  return learned
}

/**
 * Whether something can have been learned then: not more than 400 days from the median of the facts, unless they span
 * years; and later too while their files came in, or no more than those 400 days after the last of them.
 */
function learnableIn(facts: Facts): (at: Instant) => boolean {
  const period = plausiblePeriod(resolvedOf(facts).facts)
  if (!period) return () => true
  const imported = largest((facts.listSources ?? []).map(({ knownAt }) => knownAt ?? period.begin))
  const latest = Math.max(period.end, imported + DAYS_BEYOND_MEDIAN * DAY)
  return (at) => at >= period.begin && at < latest
}

const DAY = 86_400_000

const keyOf = ({ file, row, segment = null }: RowRef): string => `${segment}\n${file}\n${row}`

const refOf = ({ file, row, segment }: CaseTable | ContactTable, index: number): RowRef => ({
  file: textAt(file, index) ?? '',
  row: row[index]!,
  segment: segment ? textAt(segment, index) : null,
})
