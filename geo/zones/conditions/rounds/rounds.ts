import { addDays, dayOf, type Moment } from '../../../time/calendar'
import { isLater, lapseAfterDays, printMoment } from '../../moves/days'
import type { RoundsDemand } from '../../policy/policy'
import type { RoundFigures } from '../../record/record'
import { coverageOfWhole, dueOf, isResulted } from '../../record/round-figures'
import { type Asked, type LeafAnswer, met, unknown, unmet } from '../asked'
import { readClock } from '../clocks'
import { hasLapsed, lapseOf } from '../flag'
import { beatenBy, doubtOver, isAfter, type Judged } from './later-rounds'

/** So many completed rounds of people, negative, of such coverage, in the window. What is missing of a round is not negative. */
export function askRounds(given: Asked, { rounds: demand }: { readonly rounds: RoundsDemand }): LeafAnswer {
  const asked = ofPeople(given)
  const window = windowOf(asked, demand)
  if (window.reason) {
    const figures = bareFigures(demand, null)
    if (window.reason === 'no-event') return unmet(window.reason, { figures })
    return unknown(window.reason, {
      figures: window.flag === undefined ? figures : { ...figures, flag: window.flag },
    })
  }
  const judged: Judged[] = []
  for (const round of asked.record.rounds)
    if (round.finishedAt && round.finishedAt.at <= asked.seen)
      judged.push(judge(asked, round, { demand, window }))
  const parts = partsOf(asked, { demand, window })
  const beaten = beatenBy(asked, [...judged, ...parts])
  const standing = judged.filter((one) => !beaten || isAfter(one.round, beaten.round))
  const counted = demand.consecutive ? lastInARow(standing, demand.min) : standing
  const good = counted.filter((one) => one.fault === null)
  const doubtful = counted.filter((one) => one.doubtful)
  const more = asked.told
    ? {
        figures: figuresOf(asked, { demand, window, judged, good }),
        evidence: evidenceOf(asked, judged),
      }
    : {}
  const doubt = doubtOver(good, { min: demand.min, judged, parts })
  if (doubt) return unknown(doubt, more)
  if (good.length >= demand.min)
    return met(sinceWhen(good, demand), { ...more, until: untilWhen(good, demand.min) })
  if (good.length + doubtful.length >= demand.min) return unknown(doubtful.at(-1)!.fault!, more)
  if (!asked.record.stated.has('rounds') && asked.record.rounds.length === 0)
    return unknown('list-unknown', more)
  const reason = beaten?.reason ?? reasonOf(asked, judged)
  const also = reason === 'round-positive' ? judged.find(({ round }) => round === beaten?.round)?.also : null
  return unmet(reason, also ? { ...more, figures: { ...more.figures, also } } : more)
}

/** Samples of things are no round of people, good or bad. */
function ofPeople(asked: Asked): Asked {
  const { rounds, partialRounds = [] } = asked.record
  const isOfThings = ({ isOfEnvironment }: RoundFigures): boolean => isOfEnvironment === true
  if (!rounds.some(isOfThings) && !partialRounds.some(isOfThings)) return asked
  const people = (all: readonly RoundFigures[]): RoundFigures[] => all.filter((one) => !isOfThings(one))
  return {
    ...asked,
    record: { ...asked.record, rounds: people(rounds), partialRounds: people(partialRounds) },
  }
}

/** Rounds of a part of the zone that are over, as the demand would see them. */
function partsOf(asked: Asked, how: { demand: RoundsDemand; window: Window }): Judged[] {
  return (asked.record.partialRounds ?? [])
    .filter(({ finishedAt }) => finishedAt !== null && finishedAt.at <= asked.seen)
    .map((round) => judge(asked, round, how))
}

interface Window {
  readonly reason: string | null
  /** what nobody stated, where that is the reason */
  readonly flag?: string | undefined
  readonly since: Moment | null
  /** 第 n 天, as a day of the calendar */
  readonly firstDay: string | null
}

function windowOf(asked: Asked, demand: RoundsDemand): Window {
  if (!demand.since && demand.fromDay === undefined) return { reason: null, since: null, firstDay: null }
  const clock = readClock(asked, demand.since ?? { event: 'zone.designated' })
  if (clock.kind === 'unknown')
    return { reason: clock.reason ?? 'list-unknown', flag: clock.flag, since: null, firstDay: null }
  if (!clock.moment) return { reason: 'no-event', since: null, firstDay: null }
  if (demand.fromDay === undefined) return { reason: null, since: clock.moment, firstDay: null }
  const first = asked.policy.dayOne === 'nextDay' ? 0 : 1
  const firstDay = addDays(dayOf(asked.timezone, clock.moment.at), demand.fromDay - first)
  return { reason: null, since: clock.moment, firstDay }
}

function judge(
  asked: Asked,
  round: RoundFigures,
  { demand, window }: { demand: RoundsDemand; window: Window },
): Judged {
  const finishedAt = round.finishedAt!
  const lapse = lapseOfRound(asked, finishedAt, demand)
  const outside = faultOfTime(asked, { finishedAt, lapse, demand, window })
  const isPositive = round.result === 'positive' || (round.positivePeople ?? 0) > 0
  const result = (fault: string | null, doubtful = false): Judged => ({
    ...{ round, finishedAt, fault, doubtful, lapse },
    also: isPositive ? outside : null,
  })
  if (isPositive) return result('round-positive')
  if (outside) return result(outside)
  const resulted = isResulted(round)
  if (resulted === false) return result('round-pending')
  if (dueOf(round) === 0) return result('coverage-unknown', true)
  if (demand.coverage !== undefined) {
    const coverage = coverageOfWhole(round)
    if (coverage === null) return result('coverage-unknown', true)
    if (coverage < demand.coverage) return result('round-incomplete')
  }
  if (resulted === null || round.result === null) return result('result-unknown', true)
  return result(null)
}

/** Why it lies outside the window of the demand; null where it does not. */
function faultOfTime(
  asked: Asked,
  about: { finishedAt: Moment; lapse: Moment | null; demand: RoundsDemand; window: Window },
): string | null {
  const { finishedAt, lapse, demand, window } = about
  if (window.since && isLater(asked.timezone, window.since, finishedAt)) return 'round-too-early'
  if (window.firstDay && dayOf(asked.timezone, finishedAt.at) < window.firstDay) return 'round-too-early'
  if (!lapse) return null
  const isOver =
    demand.withinDays !== undefined ? asked.at >= lapse.at : hasLapsed(finishedAt, lapse.at, asked.at)
  return isOver ? 'round-lapsed' : null
}

function lapseOfRound(asked: Asked, finishedAt: Moment, demand: RoundsDemand): Moment | null {
  if (demand.withinDays !== undefined) return lapseAfterDays(asked.timezone, finishedAt, demand.withinDays)
  return demand.withinHours === undefined ? null : lapseOf(asked, finishedAt, demand.withinHours)
}

/** The last rounds that are in, as far back as the demand looks; a running one does not break the row. */
function lastInARow(judged: readonly Judged[], min: number): Judged[] {
  return judged.filter((one) => one.fault !== 'round-pending' && one.fault !== 'round-too-early').slice(-min)
}

/** Met since the completion that made the number full, as far back as it stayed full. */
function sinceWhen(good: readonly Judged[], { min }: RoundsDemand): Moment | null {
  if (min <= 0) return null
  return good.slice(0, min).at(-1)!.finishedAt
}

/** When so many have lapsed that the number is short. */
function untilWhen(good: readonly Judged[], min: number): Moment | null {
  const lapses = good.map((one) => one.lapse)
  if (min <= 0 || lapses.some((lapse) => lapse === null)) return null
  return lapses.sort((a, b) => b!.at - a!.at)[min - 1]!
}

function reasonOf(asked: Asked, judged: readonly Judged[]): string {
  const last = judged.at(-1)
  if (last?.fault) return last.fault
  if (last) return 'rounds-too-few'
  const running = asked.record.rounds.some((round) => round.startedAt.at <= asked.seen)
  return running ? 'round-running' : 'no-round'
}

const bareFigures = (demand: RoundsDemand, have: number | null) => ({
  n: demand.fromDay ?? demand.withinDays ?? demand.withinHours ?? demand.min,
  min: demand.min,
  have,
  of: null,
})

function figuresOf(
  asked: Asked,
  found: { demand: RoundsDemand; window: Window; judged: readonly Judged[]; good: readonly Judged[] },
) {
  const { demand, window, judged, good } = found
  const started = asked.record.rounds.filter((round) => round.startedAt.at <= asked.seen)
  const running = started.findLast((round) => !round.finishedAt || round.finishedAt.at > asked.seen)
  const last = good.at(-1)?.round ?? running ?? judged.at(-1)?.round ?? null
  const due = last && dueOf(last)
  return {
    ...bareFigures(demand, last?.sampled ?? null),
    of: due,
    missing:
      due === null || due === undefined || last!.sampled === null ? null : Math.max(0, due - last!.sampled),
    resulted: last?.resulted ?? null,
    coverage: last && coverageOfWhole(last),
    round: last?.round ?? null,
    rounds: good.length,
    day: window.firstDay,
    date: window.firstDay ?? (last?.finishedAt ? printMoment(asked.timezone, last.finishedAt) : null),
  }
}

/** The rounds that matter, newest last. */
function evidenceOf(asked: Asked, judged: readonly Judged[]) {
  return judged.slice(-5).flatMap(({ round, finishedAt }) =>
    round.rows.map((row) => ({
      ...row,
      at: printMoment(asked.timezone, finishedAt),
      value: round.result,
    })),
  )
}
