import { dayOf, type Instant, type Moment, startOfDay } from '../../time/calendar'
import type { LeafAnswer } from '../conditions/asked'
import { askAll, combine, decides, type Verdict } from '../conditions/combine'
import { planOf } from '../conditions/plan'
import type { Plan, PlannedLeaf } from '../conditions/planned'
import type { Transition } from '../policy/policy'
import type { ZoneRecord } from '../record/record'
import type { Standing } from '../stays/standing'
import { latestOf } from './days'
import type { Setting } from './setting'
import type { World } from './world'

/** A transition tried at an instant. */
export interface Trial {
  readonly plan: Plan
  readonly answers: readonly LeafAnswer[]
  readonly verdict: Verdict
}

const NOTHING_DECIDES: Verdict = { state: 'met', at: null, notBefore: Number.NEGATIVE_INFINITY }

/** What is tried: a transition at an instant, by the leaves that are kept; `told` adds figures and evidence. */
export interface Tried {
  readonly transition: Transition
  readonly at: Instant
  readonly keep?: (leaf: PlannedLeaf) => boolean
  readonly told?: boolean
}

/** Asks every condition of a transition for the zone as it stands at the instant. */
export function tryTransition(world: World, standing: Standing, tried: Tried): Trial {
  const { transition, at, keep = decides, told = false } = tried
  const policy = standing.policy!
  const plan = planOf(policy, transition)
  const answers = settled(plan, askAll(world.asked(standing, { policy, at, told }), plan), keep)
  const verdict = combine(plan, answers, keep) ?? NOTHING_DECIDES
  const isContradicted = plan.leaves.some((leaf, i) => keep(leaf) && answers[i]!.isContradicted)
  return { plan, answers, verdict: isContradicted ? { ...verdict, state: 'unknown' } : verdict }
}

/**
 * What unplaced rows would only put in doubt (a flag that they would be later than) holds the transition where nothing
 * else does; where it does not hold anyway, or waits for the rows themselves, the leaf stands as it is without them.
 */
function settled(
  plan: Plan,
  answers: readonly LeafAnswer[],
  keep: (leaf: PlannedLeaf) => boolean,
): readonly LeafAnswer[] {
  if (!answers.some(({ isDoubt }) => isDoubt)) return answers
  const certain = answers.map((answer) => (answer.isDoubt ? answer.without! : answer))
  return combine(plan, certain, keep)?.state === 'met' ? answers : certain
}

/**
 * The next instant at which the answer may differ: where time settles or ends a leaf, or where something was
 * recorded, but not before an event could make it met. Infinity when nothing is left but what people do.
 */
export function nextTurn(
  setting: Setting,
  { answers, verdict }: Trial,
  { record, at }: { record: ZoneRecord; at: Instant },
): Instant {
  const from = Math.max(at + 1, verdict.notBefore)
  let next = nextInstant(record.instants, from)
  if (next > setting.asOf) next = Number.POSITIVE_INFINITY
  for (const answer of answers)
    for (const moment of [answer.at, answer.until])
      if (moment && moment.at >= from && moment.at < next) next = moment.at
  return next
}

function nextInstant(instants: Float64Array, from: Instant): Instant {
  let low = 0
  let high = instants.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (instants[middle]! < from) low = middle + 1
    else high = middle
  }
  return instants[low] ?? Number.POSITIVE_INFINITY
}

/**
 * The moment of a move made at the instant: the latest of what let it come, as it was given; where none of them is
 * that late (another zone moved), the instant itself.
 */
export function momentOf(timezone: string, at: Instant, causes: readonly (Moment | null)[]): Moment {
  const latest = latestOf(causes)
  if (latest && latest.at >= at) return latest
  return { at, isDay: startOfDay(timezone, dayOf(timezone, at)) === at }
}
