import type { ApprovalAnswer } from '../answers'
import type { TransitionStep } from '../facts'
import { dayOf, formatMoment, type Moment } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import type { ApprovalStep, Transition } from './policy'
import type { Setting } from './setting'
import type { Standing } from './standing'

/** Where the chain of a transition stands. */
export interface ChainState {
  /** null where the policy asks no approval or nobody has begun */
  readonly answer: ApprovalAnswer | null
  /** a step was given and none declined since */
  readonly begun: boolean
  /** earliest moment at which the move can happen: its effect once approved, or the decline that sent it back */
  readonly floor: Moment | null
}

const NOT_BEGUN: ChainState = { answer: null, begun: false, floor: null }

/**
 * The steps taken for this transition since the zone entered its level, up to the as-of. A declined step sends the
 * chain back to its beginning; steps that do not block (备案) are never waited for.
 */
export function chainOf(setting: Setting, standing: Standing, transition: Transition): ChainState {
  const chain = transition.approval ? standing.policy?.approvals?.[transition.approval] : undefined
  if (!chain) return NOT_BEGUN
  const { timezone, asOf, facts } = setting
  const steps = facts.steps
    .filter(
      (step) =>
        step.zone === standing.id &&
        step.transition === transition.id &&
        isSeenMoment(step.at, asOf) &&
        notBefore(timezone, step.at, standing.enteredAt),
    )
    .sort((a, b) => a.at.at - b.at.at || a.origin.row - b.origin.row)
  if (steps.length === 0) return NOT_BEGUN
  const declined = steps.findLastIndex((step) => step.decision === 'declined')
  const given = steps.slice(declined + 1)
  const next = nextOf(chain, given)
  const last = given.at(-1)
  const effect = next === null && last ? (effectOf(given) ?? last.at) : null
  return {
    answer: {
      next,
      steps: steps.map(({ step, at, by, decision }) => ({
        step,
        at: formatMoment(timezone, at),
        by,
        decision,
      })),
      takesEffectAt: effect && formatMoment(timezone, effect),
    },
    begun: given.length > 0,
    floor: effect ?? (given.length === 0 ? (steps[declined]?.at ?? null) : null),
  }
}

function nextOf(chain: readonly ApprovalStep[], given: readonly TransitionStep[]): ApprovalAnswer['next'] {
  const reached = Math.max(-1, ...given.map((step) => chain.findIndex((one) => one.step === step.step)))
  const blocking = chain.filter((one) => one.blocking !== false)
  const next = blocking.find((one) => chain.indexOf(one) > reached)
  if (!next) return null
  return next.step === 'approve' || next === blocking.at(-1) ? 'approve' : 'assess'
}

function effectOf(given: readonly TransitionStep[]): Moment | null {
  return given.findLast((step) => step.takesEffectAt)?.takesEffectAt ?? null
}

function notBefore(timezone: string, at: Moment, entered: Moment): boolean {
  if (!at.isDay && !entered.isDay) return at.at >= entered.at
  return dayOf(timezone, at.at) >= dayOf(timezone, entered.at)
}
