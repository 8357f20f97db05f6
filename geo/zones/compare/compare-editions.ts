import type { AssessAnswer, ConditionAnswer, TransitionAnswer, When, ZoneAnswer } from '../../answers'
import { smallest } from '../../extremes'
import type { Facts } from '../../facts'
import { type Change, forecastChanges } from '../../survey/future'
import { decisiveOf, type Lowering } from '../../survey/lowering'
import { type Reading, readingsOf } from '../../survey/readings'
import { dayOf, daysBetween, formatInstant, type Instant } from '../../time/calendar'
import { assess } from '../assess'
import { conditionWords } from '../explain/condition-words'
import { inBoth, levelName, ownName } from '../explain/naming'
import { policyDocuments } from '../policy/policies-of'
import type { Policy } from '../policy/policy'
import { resolvePolicy } from '../policy/resolve-policy'
import { ruleOf } from '../policy/rule-of'
import type {
  ChangedNumber,
  EditionComparison,
  ZoneComparison,
  ZoneOutlookRow,
  ZoneUnder,
} from './comparison'
import { leavesOf } from './leaves'
import { numbersIn } from './numbers'

/** Two editions asked of the same facts at the same instant. */
export interface EditionsQuestion {
  readonly asOf: Instant
  /** only printed: the facts are already those known by then */
  readonly known?: Instant | null
  /** id of the edition that is left */
  readonly from: string
  /** id of the edition that is gone over to */
  readonly to: string
}

/**
 * What becomes of each zone in force when one edition takes the place of another: its level (by `migrate`), the lowering
 * that decides with its state and dates, conditions only one edition has, numbers that differ. Throws RangeError where
 * an edition does not exist or is faulty.
 */
export function compareEditions(facts: Facts, question: EditionsQuestion): EditionComparison {
  const { asOf, known = null } = question
  const documents = policyDocuments(facts)
  const clock = { asOf, timezone: facts.pack.timezone }
  const sides = [question.from, question.to].map((id) => {
    const answer = assess(facts, { asOf, known, policy: id })
    const policy = resolvePolicy(id, documents).policy!
    return { answer, policy, clock, readingOf: readingsOf(answer.zones, clock) }
  })
  const [from, to] = [sides[0]!, sides[1]!]
  const others = new Map(to.answer.zones.map((zone) => [zone.id, zone]))
  const zones = from.answer.zones.flatMap((zone) => {
    const other = others.get(zone.id)
    return other ? [compareZone({ ...from, zone }, { ...to, zone: other })] : []
  })
  return {
    schema: 'cordon-compare/1',
    asOf: from.answer.asOf,
    known: from.answer.known,
    from: namedOf(from.policy),
    to: namedOf(to.policy),
    zones,
    totals: {
      earlier: zones.filter(({ days }) => days !== null && days < 0).length,
      later: zones.filter(({ days }) => days !== null && days > 0).length,
      same: zones.filter(({ days }) => days === 0).length,
      unknown: zones.filter(({ days }) => days === null).length,
    },
  }
}

const namedOf = (policy: Policy) => ({
  id: policy.id,
  ...inBoth((d) => ownName(d, policy.name, policy.id)),
})

interface Clock {
  readonly asOf: Instant
  readonly timezone: string
}

interface Side {
  readonly clock: Clock
  readonly answer: AssessAnswer
  readonly policy: Policy
  readonly readingOf: (id: string) => Reading
  readonly zone: ZoneAnswer
}

function compareZone(from: Side, to: Side): ZoneComparison {
  const [before, after] = [underOf(from), underOf(to)]
  const ids = (under: ZoneUnder) => new Set(under.conditions.map(({ id }) => id))
  const [own, others] = [ids(before), ids(after)]
  const only = (under: ZoneUnder, other: ReadonlySet<string>): ConditionAnswer[] =>
    under.conditions.filter(({ id }) => !other.has(id))
  return {
    id: from.zone.id,
    name: from.zone.name,
    from: before,
    to: after,
    days: daysApart(before.eligibleAt, after.eligibleAt),
    endDays: daysApart(before.endsAt, after.endsAt),
    onlyInFrom: only(before, others),
    onlyInTo: only(after, own),
    changed: changedNumbers({ ...from, under: before }, { ...to, under: after }),
  }
}

function daysApart(before: When | null, after: When | null): number | null {
  return before === null || after === null ? null : daysBetween(before.slice(0, 10), after.slice(0, 10))
}

function underOf({ policy, zone, clock, readingOf }: Side): ZoneUnder {
  const decisive = zone.unmapped ? null : decisiveOf(zone.transitions)
  const { lowering } = readingOf(zone.id)
  const transition = policy.transitions?.find(({ id }) => id === decisive?.id)
  const level = zone.unmapped ? null : zone.level
  const coming = forecastChanges(zone, clock)
  const named = (id: string | null) => (id === null ? null : inBoth((d) => levelName(d, policy, id)))
  return {
    level,
    levelName: named(level),
    transition: decisive?.id ?? null,
    transitionName: transition ? inBoth((d) => ownName(d, transition, transition.id)) : null,
    to: decisive?.to ?? null,
    toName: named(decisive?.to ?? null),
    state: decisive?.state ?? null,
    eligibleAt: decisive && dateOf(decisive, lowering, clock),
    row: rowOf(lowering),
    nationalAt: decisive?.nationalAt ?? null,
    conditions: decisive?.conditions ?? [],
    forecast: [...zone.forecast.filter(({ recorded }) => recorded), ...coming].map(
      ({ level: one, from, into }) => ({ level: one, from, into }),
    ),
    endsAt: zone.unmapped ? null : endOf(coming, policy),
  }
}

/**
 * Of a zone that must become stricter none; what is due has the date since when it is; of all else the date counts that the row shows: a day that has passed is
 * today there.
 */
function dateOf(
  { state, eligibleAt }: TransitionAnswer,
  { date, ifDone, held, raises }: Lowering,
  { asOf, timezone }: Clock,
): When | null {
  if (raises) return null
  if (state === 'due') return eligibleAt
  const shown = held ? held.oncePlacedAt : (date ?? ifDone?.at ?? null)
  const isPast = shown !== null && shown.slice(0, 10) < dayOf(timezone, asOf - 1)
  return isPast ? formatInstant(timezone, asOf) : shown
}

function rowOf(lowering: Lowering): ZoneOutlookRow {
  const { word, date, daysLeft, dayProgress, missing } = lowering
  const { ifDone = null, metSince = null, held = null, approvalAtRisk = null } = lowering
  const { loweringWord, raises } = lowering
  return {
    word,
    date,
    daysLeft,
    dayProgress,
    missing,
    ifDone,
    metSince,
    held,
    approvalAtRisk,
    loweringWord,
    raises,
  }
}

/** When the zone comes to the lowest level of its policy or into another zone. */
function endOf(coming: readonly Change[], { levels }: Policy): When | null {
  const lowest = smallest(levels.map(({ rank }) => rank))
  const rankOf = (id: string) => levels.find((one) => one.id === id)?.rank
  return coming.find(({ level, into }) => into !== null || rankOf(level) === lowest)?.from ?? null
}

interface Ruled extends Side {
  readonly under: ZoneUnder
}

/** Numbers at the same place of leaves of the same id in the two lowerings that decide. */
function changedNumbers(from: Ruled, to: Ruled): ChangedNumber[] {
  const leaves = ({ policy, under }: Ruled) => {
    const transition = policy.transitions?.find(({ id }) => id === under.transition)
    return transition ? leavesOf(ruleOf(policy, transition)) : []
  }
  const after = leaves(to)
  return leaves(from).flatMap(({ id, leaf }) => {
    const other = after.find((one) => one.id === id)
    if (!other) return []
    const numbers = new Map(numbersIn(other.leaf).map(({ key, value }) => [key, value]))
    return numbersIn(leaf).flatMap(({ key, value }): ChangedNumber[] => {
      const now = numbers.get(key)
      if (now === undefined || now === value) return []
      return [{ condition: id, key, before: value, after: now, ...conditionWords(other.leaf, to.policy) }]
    })
  })
}
