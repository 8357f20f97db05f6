import type { TestingRow } from '../answers'
import type { Facts, Round } from '../facts'
import { byCode } from '../places/tree'
import { formatMoment, type Instant } from '../time/calendar'
import { coverageOf, dueOf, isBeyondListed, roundAt, sampledOfDue } from '../zones/record/round-figures'
import { knownSum } from './known-sum'

/**
 * Rounds that have begun at `asOf`: running until they are finished, by zone or place and number. What a row says was
 * reached by an end that still lies ahead is not known at `asOf`, unless the row itself was known by then.
 */
export function testingOf(facts: Facts, asOf: Instant): TestingRow[] {
  return facts.rounds
    .flatMap((round) => roundAt(round, asOf) ?? [])
    .map((round) => testingRow(round, facts.pack.timezone))
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

function testingRow(round: Round, timezone: string): TestingRow {
  const { finishedAt, sampled } = round
  const due = dueOf(round)
  return {
    zone: round.zone,
    place: round.place,
    round: round.round,
    startedAt: formatMoment(timezone, round.startedAt),
    finishedAt: finishedAt && formatMoment(timezone, finishedAt),
    state: finishedAt ? 'done' : 'running',
    listed: round.listed,
    excused: round.excused,
    sampled,
    resulted: round.resulted,
    missing: due === null || sampled === null ? null : Math.max(0, due - sampled),
    coverage: coverageOf(round),
    positiveTubes: round.positiveTubes,
    positivePeople: round.positivePeople,
    result: round.result,
  }
}

/** min(1, part ÷ due); null where either is unknown or nothing is due. */
function shareOf(part: number | null, due: number | null): number | null {
  return part === null || due === null || due <= 0 ? null : Math.min(1, part / due)
}

/** What rows of one round come to together. */
export interface RoundTotals {
  readonly due: number | null
  readonly sampled: number | null
  readonly resulted: number | null
  readonly sampledShare: number | null
  readonly resultedShare: number | null
}

/**
 * People due, sampled and resulted as the rows say, and the shares of those due. What one row has beyond those due does
 * not stand for what another is short of; a share is null where a row contradicts itself.
 */
export function roundTotals(rows: readonly TestingRow[]): RoundTotals {
  const due = knownSum(rows.map(dueOf))
  const isBeyond = rows.some(isBeyondListed)
  const isUnsampled = ({ sampled, resulted }: TestingRow): boolean =>
    sampled !== null && resulted !== null && resulted > sampled
  const resultedOfDue = ({ resulted, ...row }: TestingRow): number | null =>
    sampledOfDue({ ...row, sampled: resulted })
  return {
    due,
    sampled: knownSum(rows.map((row) => row.sampled)),
    resulted: knownSum(rows.map((row) => row.resulted)),
    sampledShare: isBeyond ? null : shareOf(knownSum(rows.map(sampledOfDue)), due),
    resultedShare:
      isBeyond || rows.some(isUnsampled) ? null : shareOf(knownSum(rows.map(resultedOfDue)), due),
  }
}
