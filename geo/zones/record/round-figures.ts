import { rowRefOf } from '../../columns'
import type { Round, ZoneStay } from '../../facts'
import type { Instant } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import { latestOf } from '../moves/days'
import { beginningAsHeir, staysBefore } from '../stays/heirs'
import type { RoundFigures } from './record'
import { mayBeOneNumber, plainNumber } from './round-numbers'
import { roundRowsOf } from './round-rows'

/**
 * A round as it is seen at `asOf`; null before it has begun. What its row says an end still ahead has reached is not
 * known, unless the row itself was known by then. Negative with a positive tube and no word of its people is pending.
 */
export function roundAt(given: Round, asOf: Instant): Round | null {
  const round = isRecheckOpen(given) ? { ...given, result: 'pending' as const } : given
  if (!isSeenMoment(round.startedAt, asOf)) return null
  if (round.finishedAt === null || isSeenMoment(round.finishedAt, asOf)) return round
  const { knownAt } = round.origin
  if (knownAt !== null && knownAt <= asOf) return { ...round, finishedAt: null }
  return { ...round, finishedAt: null, ...UNTOLD }
}

/** A positive tube of which nobody says who was found in it, or that nobody was. */
const isRecheckOpen = ({ result, positiveTubes, positivePeople }: Round): boolean =>
  result === 'negative' && (positiveTubes ?? 0) > 0 && positivePeople === null

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
 * (their people added, the last to finish giving the time). What was screened before it was split off counts for the
 * part as for the whole; of zones merged into it, what each of them has of that number. By completion; running ones
 * last. `stays` are those of every zone by id, in order, and are asked only where this one is heir of others.
 */
export function roundsOf(
  stay: ZoneStay,
  rounds: readonly Round[],
  stays?: ReadonlyMap<string, readonly ZoneStay[]>,
): RoundFigures[] {
  const figures = rowsOf(stay, rounds, { stays, within: new Set() }).map(figuresOf)
  return figures.sort(
    (a, b) =>
      finish(a) - finish(b) ||
      Number(b.finishedAt?.isDay ?? false) - Number(a.finishedAt?.isDay ?? false) ||
      a.startedAt.at - b.startedAt.at ||
      a.rows[0]!.row - b.rows[0]!.row,
  )
}

interface Lineage {
  readonly stays: ReadonlyMap<string, readonly ZoneStay[]> | undefined
  readonly within: ReadonlySet<ZoneStay>
}

/** The rows of each round that counts. */
function rowsOf(stay: ZoneStay, rounds: readonly Round[], lineage: Lineage): (readonly Round[])[] {
  const merged = lineage.stays ? inheritedRows(stay, rounds, lineage) : null
  const { ofZone } = roundRowsOf(rounds)
  const own = ofZone(stay.id).filter((row) => !(merged && row.startedAt.at < merged.from))
  const named: (readonly Round[])[] = sameRounds(own).map((rows) => [worstOf(rows)])
  const taken = new Set(own.map(numberOf))
  const byMembers = rowsOfMembers(stay, rounds).filter(([first]) => !taken.has(numberOf(first!)))
  for (const [first] of byMembers) taken.add(numberOf(first!))
  const inherited = (merged?.rows ?? []).filter(([first]) => !taken.has(numberOf(first!)))
  return [...named, ...byMembers, ...inherited]
}

const numberOf = ({ round }: Round): string => plainNumber(round)

function rowsOfMembers({ members: codes }: ZoneStay, rounds: readonly Round[]): (readonly Round[])[] {
  const byNumber = new Map<string, Map<string, Round[]>>()
  const members = new Set(codes)
  for (const { row, place } of roundRowsOf(rounds).ofPlaces(members)) {
    const number = numberOf(row)
    let rows = byNumber.get(number)
    if (!rows) byNumber.set(number, (rows = new Map()))
    const same = rows.get(place)
    if (same) same.push(row)
    else rows.set(place, [row])
  }
  return [...byNumber.values()]
    .filter((rows) => members.size > 0 && rows.size === members.size)
    .map((rows) => [...rows.values()].map((same) => worstOf(sameRounds(same).at(-1)!)))
}

/** Rows of one number that overlap in time or begin on one day are one round, one without a number with any; a number used again later is another. */
function sameRounds(rows: readonly Round[]): Round[][] {
  const groups: Round[][] = []
  for (const row of [...rows].sort((a, b) => a.startedAt.at - b.startedAt.at)) {
    const same = groups.findLast((group) =>
      group.some((one) => mayBeOneNumber(one, row) && overlaps(one, row)),
    )
    if (same) same.push(row)
    else groups.push([row])
  }
  return groups
}

const DAY = 86_400_000

function overlaps(earlier: Round, later: Round): boolean {
  if (later.startedAt.at - earlier.startedAt.at < DAY) return true
  return earlier.finishedAt === null || earlier.finishedAt.at >= later.startedAt.at
}

/** Of rows that say different things of one round the one that says the least good of it. */
function worstOf(rows: readonly Round[]): Round {
  return rows.reduce((worst, row) => (isWorse(row, worst) ? row : worst))
}

function isWorse(one: Round, other: Round): boolean {
  const [a, b] = [badness(one), badness(other)]
  for (const [i, bad] of a.entries()) if (bad !== b[i]) return bad > b[i]!
  return finishOf(one) > finishOf(other)
}

/** Positive, not over, results open, result not said, coverage not known, coverage short: larger is worse. */
function badness(row: Round): number[] {
  const coverage = coverageOf(row)
  return [
    Number(row.result === 'positive' || (row.positivePeople ?? 0) > 0),
    Number(row.finishedAt === null),
    Number(isResulted(row) === false),
    Number(row.result === null || isResulted(row) === null),
    Number(coverage === null),
    coverage === null ? 0 : 1 - coverage,
  ]
}

const finishOf = ({ finishedAt }: Round): number => finishedAt?.at ?? Number.POSITIVE_INFINITY

/** What the zones it is heir of had before it, and since when it is their heir; null where it is heir of none. */
function inheritedRows(stay: ZoneStay, rounds: readonly Round[], { stays, within }: Lineage) {
  const begun = beginningAsHeir(stay, stays!)
  if (!begun || within.has(begun)) return null
  const earlier = rounds.filter((row) => row.startedAt.at < begun.from.at)
  const [first, ...others] = staysBefore(begun, stays!)
    .map((one) => rowsOf(one, earlier, { stays, within: new Set([...within, begun]) }))
    .map((list) => new Map(list.map((rows) => [numberOf(rows[0]!), rows])))
  const shared = [...(first ?? [])].filter(([number]) => others.every((other) => other.has(number)))
  return {
    from: begun.from.at,
    rows: shared.map(([number, rows]) => [
      ...new Set([...rows, ...others.flatMap((other) => other.get(number)!)]),
    ]),
  }
}

const finish = (round: RoundFigures): number => round.finishedAt?.at ?? Number.POSITIVE_INFINITY

/** The figures of the rows of one round together. */
export function figuresOf(rows: readonly Round[]): RoundFigures {
  const sum = (of: (row: Round) => number | null): number | null =>
    rows.reduce<number | null>(
      (total, row) => (total === null || of(row) === null ? null : total + of(row)!),
      0,
    )
  const started = rows.map((row) => row.startedAt)
  const isOfSome = rows.some(({ scope }) => scope !== null && OF_SOME.test(scope))
  return {
    round: rows[0]!.round,
    isAreaWide: rows.every(({ scope }) => scope === 'area'),
    isOfEnvironment: isOfEnvironment(rows),
    startedAt: started.reduce((a, b) => (b.at < a.at ? b : a)),
    finishedAt: rows.every((row) => row.finishedAt) ? latestOf(rows.map((row) => row.finishedAt)) : null,
    listed: isOfSome || rows.some(isBeyondListed) ? null : sum((row) => row.listed),
    excused: sum((row) => row.excused ?? 0),
    sampled: rows.length > 1 ? sum(sampledOfDue) : rows[0]!.sampled,
    resulted: sum((row) => row.resulted),
    positivePeople: sum((row) => row.positivePeople),
    result: ofEverybody(
      resultOf(
        rows.map((row) => (row.result !== 'positive' && isResulted(row) === false ? 'pending' : row.result)),
      ),
      isOfSome,
    ),
    rows: rows.map(({ origin }) => rowRefOf(origin)),
  }
}

/** How a scope is written that means some of the people: key groups, a spot check, who comes of themselves. */
const OF_SOME =
  /重点|抽[检查样测]|[应愿]检|高风险(?:岗位|人员|行业|人群)|行业|key.?group|spot|random|partial/i

/** Of some of the people only a positive result says something of everybody. */
const ofEverybody = (result: Round['result'], isOfSome: boolean): Round['result'] =>
  isOfSome && result === 'negative' ? null : result

/** How a scope is written that means samples of surfaces and things. */
const OF_ENVIRONMENT = /environment|环境|物表|物品/i

function isOfEnvironment(rows: readonly Round[]): boolean | null {
  if (rows.some(({ scope }) => scope !== null && OF_ENVIRONMENT.test(scope))) return true
  return rows.every(({ scope }) => scope === null) ? null : false
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

/** Whether more were excused or sampled than are listed: one of the figures is wrong, and which is not known. */
export function isBeyondListed({
  listed,
  excused,
  sampled,
}: Pick<RoundFigures, 'listed' | 'excused' | 'sampled'>): boolean {
  return listed !== null && ((excused ?? 0) > listed || (sampled ?? 0) > listed)
}

/** Of those due, so that what one row sampled beyond does not stand for what another is short of. */
export function sampledOfDue(row: Pick<RoundFigures, 'listed' | 'excused' | 'sampled'>): number | null {
  const due = dueOf(row)
  return row.sampled === null || due === null ? row.sampled : Math.min(row.sampled, due)
}

/** Share of 应检 that was sampled, at most 1, all where everybody listed is excused; null where nobody is listed, either is unknown, or more were excused or sampled than listed. */
export function coverageOf(round: Pick<RoundFigures, 'listed' | 'excused' | 'sampled'>): number | null {
  const due = dueOf(round)
  if (isBeyondListed(round)) return null
  if (due === 0) return round.listed === 0 ? null : 1
  return due === null || round.sampled === null ? null : Math.min(1, round.sampled / due)
}

/** The same of a round as a whole: where everybody is excused nobody was asked, and it says nothing of anybody. */
export const coverageOfWhole = (
  round: Pick<RoundFigures, 'listed' | 'excused' | 'sampled'>,
): number | null => (dueOf(round) === 0 ? null : coverageOf(round))

/** Whether all samples have their results; without `resulted` the result alone says so; null is unknown. */
export function isResulted(round: Pick<RoundFigures, 'resulted' | 'sampled' | 'result'>): boolean | null {
  if (round.result === 'pending') return false
  if (round.resulted === null) return round.result === null ? null : true
  if (round.sampled === null || round.resulted > round.sampled) return null
  return round.resulted === round.sampled
}
