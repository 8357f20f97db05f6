import type { Round, ZoneStay } from '../facts'
import type { Instant } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { latestOf } from './days'
import type { RoundFigures } from './record'

/**
 * A round as it is seen at `asOf`; null before it has begun. What its row says an end still ahead has reached is not
 * known, unless the row itself was known by then.
 */
export function roundAt(round: Round, asOf: Instant): Round | null {
  if (!isSeenMoment(round.startedAt, asOf)) return null
  if (round.finishedAt === null || isSeenMoment(round.finishedAt, asOf)) return round
  const { knownAt } = round.origin
  if (knownAt !== null && knownAt <= asOf) return { ...round, finishedAt: null }
  return { ...round, finishedAt: null, ...UNTOLD }
}

const UNTOLD = {
  sampled: null,
  sent: null,
  resulted: null,
  positiveTubes: null,
  positivePeople: null,
  result: null,
} as const

/**
 * The rounds that count for the zone: rows that name it, and rounds of which every member has a row of that number
 * (their people added, the last to finish giving the time). By completion; running ones last.
 */
export function roundsOf(stay: ZoneStay, rounds: readonly Round[]): RoundFigures[] {
  const named = rounds.filter((row) => row.zone === stay.id).map((row) => figuresOf([row]))
  const taken = new Set(named.map((one) => one.round))
  const byNumber = new Map<string, Map<string, Round>>()
  const members = new Set(stay.members)
  for (const row of rounds) {
    if (row.zone !== null || row.place === null || !members.has(row.place) || taken.has(row.round)) continue
    let rows = byNumber.get(row.round)
    if (!rows) byNumber.set(row.round, (rows = new Map()))
    rows.set(row.place, row)
  }
  for (const rows of byNumber.values())
    if (members.size > 0 && rows.size === members.size) named.push(figuresOf([...rows.values()]))
  return named.sort(
    (a, b) =>
      finish(a) - finish(b) ||
      Number(b.finishedAt?.isDay ?? false) - Number(a.finishedAt?.isDay ?? false) ||
      a.startedAt.at - b.startedAt.at ||
      a.rows[0]!.row - b.rows[0]!.row,
  )
}

const finish = (round: RoundFigures): number => round.finishedAt?.at ?? Number.POSITIVE_INFINITY

function figuresOf(rows: readonly Round[]): RoundFigures {
  const sum = (of: (row: Round) => number | null): number | null =>
    rows.reduce<number | null>(
      (total, row) => (total === null || of(row) === null ? null : total + of(row)!),
      0,
    )
  const started = rows.map((row) => row.startedAt)
  return {
    round: rows[0]!.round,
    startedAt: started.reduce((a, b) => (b.at < a.at ? b : a)),
    finishedAt: rows.every((row) => row.finishedAt) ? latestOf(rows.map((row) => row.finishedAt)) : null,
    listed: sum((row) => row.listed),
    excused: sum((row) => row.excused ?? 0),
    sampled: sum((row) => row.sampled),
    resulted: sum((row) => row.resulted),
    positivePeople: sum((row) => row.positivePeople),
    result: resultOf(rows.map((row) => row.result)),
    rows: rows.map(({ origin }) => ({ file: origin.file, row: origin.row })),
  }
}

function resultOf(results: readonly Round['result'][]): Round['result'] {
  if (results.includes('positive')) return 'positive'
  if (results.includes(null)) return null
  return results.includes('pending') ? 'pending' : 'negative'
}

/** 应检: listed less excused, never below 0; null without `listed`. */
export function dueOf(round: Pick<RoundFigures, 'listed' | 'excused'>): number | null {
  return round.listed === null ? null : Math.max(0, round.listed - (round.excused ?? 0))
}

/** Share of 应检 that was sampled, at most 1, all where everybody listed is excused; null where nobody is listed or either is unknown. */
export function coverageOf(round: Pick<RoundFigures, 'listed' | 'excused' | 'sampled'>): number | null {
  const due = dueOf(round)
  if (due === 0) return round.listed === 0 ? null : 1
  return due === null || round.sampled === null ? null : Math.min(1, round.sampled / due)
}

/** Whether all samples have their results; without `resulted` the result alone says so; null is unknown. */
export function isResulted(round: Pick<RoundFigures, 'resulted' | 'sampled' | 'result'>): boolean | null {
  if (round.result === 'pending') return false
  if (round.resulted === null) return round.result === null ? null : true
  return round.sampled === null ? null : round.resulted >= round.sampled
}
