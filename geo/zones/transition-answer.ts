import type { ConditionAnswer, TransitionAnswer } from '../answers'
import type { Instant, Moment } from '../time/calendar'
import { chainOf } from './approval'
import { decides } from './conditions/combine'
import { isLowering, type PlannedLeaf } from './conditions/plan'
import { filled } from './conditions/sentences'
import { laterOf, printMoment } from './days'
import type { Transition } from './policy'
import { resetsOf } from './resets'
import type { Setting } from './setting'
import { mayMoveFrom, type Standing } from './standing'
import { targetOf } from './target'
import { termFinding } from './term'
import { momentOf, nextTurn, type Trial, tryTransition } from './trial'
import type { World } from './world'

/** What an assessment may add to a zone from elsewhere: unguarded crossings, silent villages. They never decide. */
export type FindingsOf = (zone: string) => readonly ConditionAnswer[]

/** Answers one transition of a zone as its record has it at the as-of. */
export function answerTransition(
  setting: Setting,
  {
    world,
    standing,
    transition,
    findings,
  }: {
    world: World
    standing: Standing
    transition: Transition
    findings: FindingsOf
  },
): TransitionAnswer {
  const { timezone, asOf } = setting
  const trial = tryTransition(world, standing, { transition, at: asOf, told: true })
  const { verdict } = trial
  const chain = chainOf(setting, standing, transition)
  const target = targetOf(world, standing, transition)
  const met = verdict.state === 'met'
  const eligible = eligibleAt(standing, trial)
  return {
    id: transition.id,
    kind: target.kind,
    to: target.to,
    into: target.into,
    state: met ? (chain.begun ? 'approval' : 'due') : verdict.state === 'unmet' ? 'blocked' : 'unknown',
    eligibleAt: printMoment(timezone, eligible),
    nationalAt: printMoment(timezone, nationalAt(setting, { world, standing, transition })),
    approval: chain.answer,
    suspendedBy: [],
    conditions: conditionsOf(timezone, trial),
    findings: [
      ...termFinding(standing, { timezone, asOf }),
      ...(isLowering(transition) ? findings(standing.id) : []),
    ],
    resets: resetsOf(standing, transition),
  }
}

/** When it came due; else the latest that time alone settles, never before the zone entered its level. */
function eligibleAt(standing: Standing, { verdict }: Trial): Moment | null {
  const from = mayMoveFrom(standing)
  if (verdict.at) return laterOf(verdict.at, from)
  return verdict.state === 'met' ? from : null
}

function conditionsOf(timezone: string, { plan, answers }: Trial): ConditionAnswer[] {
  return plan.leaves.flatMap((leaf, i): ConditionAnswer[] => {
    const answer = answers[i]!
    if (leaf.quiet && answer.state === 'met') return []
    return [
      {
        id: leaf.id,
        zh: filled(leaf.zh, answer.figures),
        en: filled(leaf.en, answer.figures),
        mark: leaf.mark,
        authority: leaf.authority,
        state: answer.state,
        at: printMoment(timezone, answer.at),
        until: printMoment(timezone, answer.until),
        reason: answer.reason,
        evidence: answer.evidence,
        anyOf: leaf.anyOf,
        figures: answer.figures,
      },
    ]
  })
}

const ADDED = new Set(['on', 'minDaysInLevel', 'stricterInside'])
/** Laid down above the district. References never decide and are out of the plan before. */
const isFromAbove = (leaf: PlannedLeaf): boolean => leaf.authority !== 'local'

/**
 * When the conditions from above the district (national, province, city) alone would have moved the zone since it
 * entered its level: null where no local condition was added or nothing else stands, or where that is not known or
 * hangs on people. An edition of a city that is looser than the nation's is not counted as a local addition.
 */
function nationalAt(
  setting: Setting,
  { world, standing, transition }: { world: World; standing: Standing; transition: Transition },
): Moment | null {
  if (!isLowering(transition)) return null
  const { record } = setting.live.get(standing.id)!
  const from = mayMoveFrom(standing)
  let at: Instant = Math.min(from.at, setting.asOf)
  for (let turn = 0; turn < 10_000; turn++) {
    const trial = tryTransition(world, standing, { transition, at, keep: isFromAbove })
    const own = trial.plan.leaves.filter((leaf) => !ADDED.has(leaf.id) && decides(leaf))
    if (own.every(isFromAbove) || !own.some(isFromAbove)) return null
    if (trial.verdict.state === 'met') return momentOf(setting.timezone, at, [trial.verdict.at, from])
    const next = nextTurn(setting, trial, { record, at })
    if (next === Number.POSITIVE_INFINITY) return null
    at = next
  }
  return null
}
