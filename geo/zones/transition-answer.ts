import type { ConditionAnswer, TransitionAnswer } from '../answers'
import type { Moment } from '../time/calendar'
import { chainOf } from './approval'
import { conditionsOf } from './condition-answer'
import { isLowering } from './conditions/plan'
import { laterOf, printMoment } from './days'
import { nationalAt } from './national'
import type { Transition } from './policy'
import { resetsOf } from './resets'
import type { Setting } from './setting'
import { mayMoveFrom, type Standing } from './standing'
import { targetOf } from './target'
import { termFinding } from './term'
import { type Trial, tryTransition } from './trial'
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
