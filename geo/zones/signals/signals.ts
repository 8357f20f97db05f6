import { textAt } from '../../columns'
import type { CaseTable, Facts, Signal } from '../../facts'
import { grouped } from '../../grouped'
import { isPlausible } from '../../period/period'
import { dayOf, type Instant, type Moment, startOfDay } from '../../time/calendar'
import { isSeen, isSeenMoment } from '../../time/seen'
import type { SignalsSeen } from '../conditions/asked'
import { NO_SIGNALS } from '../conditions/signals'
import { latestOf } from '../moves/days'
import type { Setting } from '../moves/setting'
import { resolvedOf } from '../unplaced/references'
import { plausiblePeriod } from '../unplaced/times'
import { zonesOfGround } from './signal-grounds'

/** The signals that lie or may lie on the ground of a zone, as of an instant. */
export function signalsOf(setting: Setting, zone: string, seen: Instant): SignalsSeen {
  const { facts } = setting
  const own = (facts.signals ?? []).filter((one) => zonesOfGround(one, setting).has(zone))
  if (own.length === 0) return NO_SIGNALS
  const open = own.filter((one) => isOpenSignalAt(facts, one, seen))
  const ends = own.flatMap((one) => (open.includes(one) ? [] : (decisionAt(facts, one, seen)?.at ?? [])))
  return { open, lastDecided: latestOf(ends) }
}

/** Those of the facts that are open at the instant, wherever they lie. */
export function openSignals(facts: Facts, seen: Instant): readonly Signal[] {
  return (facts.signals ?? []).filter((one) => isOpenSignalAt(facts, one, seen))
}

/**
 * Reported by then and not decided. One of a time that cannot be true is open until it is decided, and one that became a
 * case until the list of cases has it: nobody else would hold what it holds.
 */
function isOpenSignalAt(facts: Facts, signal: Signal, seen: Instant): boolean {
  if (isTrue(facts, signal.at, signal.origin.knownAt) && !isSeenMoment(signal.at, seen)) return false
  const decision = decisionAt(facts, signal, seen)
  if (!decision) return true
  return decision.outcome === 'case' && !isListed(facts, signal, { number: decision.case, seen })
}

/** What was said last of what became of it, as of the instant; a decision of a time that cannot be true is none. */
export function decisionAt(facts: Facts, signal: Signal, seen: Instant): Signal['decisions'][number] | null {
  return (
    signal.decisions.findLast(({ at, knownAt }) => isSeenMoment(at, seen) && isTrue(facts, at, knownAt)) ??
    null
  )
}

function isTrue(facts: Facts, { at }: Moment, knownAt: Instant | null): boolean {
  if (Number.isNaN(at)) return false
  const period = plausiblePeriod(resolvedOf(facts).facts)
  return period === null || isPlausible(period, { at, knownAt })
}

/**
 * A case of that number that counts as one, reported by then, or of no known time: then it holds by itself. One that was
 * reported before the day of the signal is another case: its number was mistyped.
 */
function isListed(
  facts: Facts,
  signal: Signal,
  { number, seen }: { readonly number: string | null; readonly seen: Instant },
): boolean {
  const { cases } = facts
  const wanted = plain(number ?? '')
  if (wanted === '') return false
  const { at, isDay } = cases.reportedAt
  return (numbersOf(cases).get(wanted) ?? []).some(
    (row) =>
      textAt(cases.kind, row) !== 'suspected' &&
      !isOfEarlierCase(facts, row, signal) &&
      (Number.isNaN(at[row]!) || isSeen(at[row]!, isDay[row] === 1, seen)),
  )
}

/** A row of the list of cases that was reported before the day of the signal: it is of another case. */
export function isOfEarlierCase({ cases, pack: { timezone } }: Facts, row: number, { at }: Signal): boolean {
  if (Number.isNaN(at.at)) return false
  return cases.reportedAt.at[row]! < startOfDay(timezone, dayOf(timezone, at.at))
}

const plain = (number: string): string => number.trim().toLowerCase()

const numbers = new WeakMap<CaseTable, ReadonlyMap<string, readonly number[]>>()

/** Rows by number; read once a table. */
function numbersOf(cases: CaseTable): ReadonlyMap<string, readonly number[]> {
  let found = numbers.get(cases)
  if (!found) {
    const rows = Array.from({ length: cases.length }, (_, row) => row)
    numbers.set(cases, (found = grouped(rows, (row) => plain(textAt(cases.id, row) ?? ''))))
  }
  return found
}
