import type { TestingRow } from '../answers'
import type { Facts, Round } from '../facts'
import { byCode } from '../places/tree'
import { formatMoment, type Instant } from '../time/calendar'
import { isSeenMoment } from '../time/seen'

/**
 * Rounds that have begun at `asOf`: running until they are finished, by zone or place and number. What a row says was
 * reached by an end that still lies ahead is not known at `asOf`, unless the row itself was known by then.
 */
export function testingOf(facts: Facts, asOf: Instant): TestingRow[] {
  return facts.rounds
    .filter((round) => isSeenMoment(round.startedAt, asOf))
    .map((round) => testingRow(round, asOf, facts.pack.timezone))
    .sort(
      (a, b) =>
        byCode(a.zone ?? '', b.zone ?? '') ||
        byCode(a.place ?? '', b.place ?? '') ||
        byRound(a.round, b.round) ||
        byCode(a.startedAt, b.startedAt),
    )
}

/** Round numbers by the number in them (2 before 10), then as text. */
export function byRound(a: string, b: string): number {
  const number = (round: string): number => Number(/\d+/.exec(round)?.[0] ?? Infinity)
  const [one, other] = [number(a), number(b)]
  return one === other ? byCode(a, b) : one - other
}

function testingRow(round: Round, asOf: Instant, timezone: string): TestingRow {
  const done = isSeenMoment(round.finishedAt, asOf)
  const ahead = round.finishedAt !== null && !done
  const told = !ahead || (round.origin.knownAt !== null && round.origin.knownAt <= asOf)
  const due = round.listed === null ? null : Math.max(0, round.listed - (round.excused ?? 0))
  const sampled = told ? round.sampled : null
  return {
    zone: round.zone,
    place: round.place,
    round: round.round,
    startedAt: formatMoment(timezone, round.startedAt),
    finishedAt: done ? formatMoment(timezone, round.finishedAt!) : null,
    state: done ? 'done' : 'running',
    listed: round.listed,
    excused: round.excused,
    sampled,
    resulted: told ? round.resulted : null,
    missing: due === null || sampled === null ? null : Math.max(0, due - sampled),
    coverage: shareOf(sampled, due),
    positiveTubes: told ? round.positiveTubes : null,
    positivePeople: told ? round.positivePeople : null,
    result: told ? round.result : null,
  }
}

/** min(1, part ÷ due); null where either is unknown or nothing is due. */
export function shareOf(part: number | null, due: number | null): number | null {
  return part === null || due === null || due <= 0 ? null : Math.min(1, part / due)
}
