import type { AssessAnswer } from '../answers'
import type { Facts } from '../facts'
import { hierarchyOf } from '../places/hierarchy'
import { dayOf, type Instant, sameClockAfterDays } from '../time/calendar'
import { isSeen } from '../time/seen'
import type { Truth } from './conditions/asked'
import { satisfies } from './conditions/compare'
import { allOf, anyOf, notOf } from './conditions/truth'
import { linksOfCase, type Measured, type MeasuredCase, metricAt, statedMetrics } from './metrics'
import type { Condition, Policy } from './policy'
import { kindOfUnit } from './units'

/** Level of a place that cannot be told for want of figures. */
export const UNDETERMINED = 'unknown'

/**
 * Levels of places by a policy of mode `classify`, by code: the first rule that holds at the as-of, and no lower than
 * any day of its hysteresis. A rule that hangs on an unknown figure makes the level `unknown`. Else no places.
 */
export function classifyPlaces(
  facts: Facts,
  { asOf, policy }: { asOf: Instant; policy: Policy | null },
): AssessAnswer['places'] {
  if (policy?.mode !== 'classify') return []
  const unit = policy.unit?.default ?? 'district'
  const kind = kindOfUnit(unit)
  const measuredOf = measurer(facts, asOf)
  const names = [...new Set((policy.classify ?? []).flatMap((rule) => metricsIn(rule.when)))].sort()
  return hierarchyOf(facts.places)
    .ofKind(kind)
    .map((code) => {
      const measured = measuredOf(code)
      return {
        code,
        level: steadyLevel(policy, measured, asOf),
        metrics: Object.fromEntries(names.map((name) => [name, metricAt(measured, name, asOf)])),
      }
    })
}

/** Down only after so many days in a row at a lower level: the strictest level of those days. */
function steadyLevel(policy: Policy, measured: Measured, asOf: Instant): string {
  const now = levelAt(policy, measured, asOf)
  const days = policy.hysteresis?.downgradeAfterDays ?? 0
  if (now === UNDETERMINED) return now
  let steady = policy.levels.find((one) => one.id === now)!
  for (let back = 1; back <= days; back++) {
    const then = levelAt(policy, measured, sameClockAfterDays(measured.timezone, asOf, -back))
    const level = policy.levels.find((one) => one.id === then)
    if (level && level.rank > steady.rank) steady = level
  }
  return steady.id
}

function levelAt(policy: Policy, measured: Measured, at: Instant): string {
  for (const rule of policy.classify ?? []) {
    const truth = holds(rule.when, { policy, measured, at })
    if (truth === 'met') return rule.level
    if (truth === 'unknown') return UNDETERMINED
  }
  return policy.levels.reduce((a, b) => (b.rank < a.rank ? b : a)).id
}

interface Question {
  readonly policy: Policy
  readonly measured: Measured
  readonly at: Instant
}

/** Metrics are what a place has; a rule that asks for anything else is unknown there. */
function holds(condition: Condition, question: Question): Truth {
  if ('not' in condition) return notOf(holds(condition.not, question))
  if ('all' in condition) return allOf(condition.all.map((part) => holds(part, question)))
  if ('any' in condition) return anyOf(condition.any.map((part) => holds(part, question)))
  if (!('metric' in condition)) return 'unknown'
  const { measured, at } = question
  const { metric } = condition
  return allOf(
    Array.from({ length: metric.consecutiveDays ?? 1 }, (_, back) => {
      const value = metricAt(measured, metric.name, sameClockAfterDays(measured.timezone, at, -back))
      return value === null ? 'unknown' : satisfies(value, metric) ? 'met' : 'unmet'
    }),
  )
}

function metricsIn(condition: Condition): string[] {
  if ('not' in condition) return metricsIn(condition.not)
  if ('all' in condition) return condition.all.flatMap(metricsIn)
  if ('any' in condition) return condition.any.flatMap(metricsIn)
  return 'metric' in condition ? [condition.metric.name] : []
}

/** What has only a day stands just after the 00:00 that begins it, where the day before ends. */
const afterMidnight = (at: Instant, isDay: boolean): Instant => (isDay ? at + 1 : at)

/**
 * Cases of a place are those of itself and of everything in it, as far as they are seen at `asOf`. Windows of days asked
 * at 24:00 end with the day that ends there.
 */
function measurer(facts: Facts, asOf: Instant): (code: string) => Measured {
  const { timezone } = facts.pack
  const hierarchy = hierarchyOf(facts.places)
  const stated = statedMetrics(facts, asOf)
  const { cases } = facts
  const reported = new Map<string, MeasuredCase[]>()
  for (let row = 0; row < cases.length; row++) {
    const place = cases.place.values[cases.place.codes[row]!]
    const isDay = cases.reportedAt.isDay[row] === 1
    if (place === undefined || !isSeen(cases.reportedAt.at[row]!, isDay, asOf)) continue
    const at = afterMidnight(cases.reportedAt.at[row]!, isDay)
    if (cases.kind.values[cases.kind.codes[row]!] === 'suspected') continue
    const left = cases.transferredAt.at[row]!
    const one = {
      at,
      left: Number.isNaN(left) ? null : afterMidnight(left, cases.transferredAt.isDay[row] === 1),
      links: linksOfCase(cases, row) ?? null,
    }
    for (const code of [place, ...hierarchy.ancestorsOf(place)]) {
      const known = reported.get(code)
      if (known) known.push(one)
      else reported.set(code, [one])
    }
  }
  for (const times of reported.values()) times.sort((a, b) => a.at - b.at)
  return (code) => ({
    timezone,
    dayAt: (at) => dayOf(timezone, at - 1),
    cases: facts.stated.has('cases') ? (reported.get(code) ?? []) : null,
    people: hierarchy.place(code)?.people ?? null,
    stated: new Map(
      [...(stated.get(code) ?? [])].map(([name, held]) => [
        name,
        held.map((one) => ({ ...one, at: afterMidnight(one.at, one.isDay) })),
      ]),
    ),
  })
}
