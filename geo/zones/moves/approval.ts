import type { ApprovalAnswer } from '../../answers'
import { largest } from '../../extremes'
import type { TransitionStep } from '../../facts'
import { dayOf, formatInstant, formatMoment, type Moment } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import type { ApprovalStep, Transition } from '../policy/policy'
import { mayMoveFrom, type Standing } from '../stays/standing'
import { contestedOf, rivalsOf } from './rivals'
import type { Setting } from './setting'
import { stepsOfZone } from './steps-read'

/** Where the chain of a transition stands. */
export interface ChainState {
  /** null where the policy asks no approval or nobody has begun */
  readonly answer: ApprovalAnswer | null
  /** a step was given and none declined since */
  readonly begun: boolean
  /** the steps that count, none declined since */
  readonly given: readonly TransitionStep[]
  /** earliest moment at which the move can happen: its effect once approved, or the decline that sent it back */
  readonly floor: Moment | null
  /** when the last step that is waited for was given; null while one is waited for */
  readonly approvedAt: Moment | null
}

/** What a chain is asked of: the steps of the facts up to the as-of. */
export type Chained = Pick<Setting, 'facts' | 'asOf' | 'timezone'>

const NOT_BEGUN: ChainState = { answer: null, begun: false, given: [], floor: null, approvedAt: null }
const HOUR = 3_600_000

/**
 * The steps taken for this transition since the zone entered its level, up to the as-of. A declined step sends the
 * chain back to its beginning; steps that do not block (备案) are never waited for; of steps taken after the same one
 * by authors who did not see each other none counts, nor what was built on them.
 */
export function chainOf(setting: Chained, standing: Standing, transition: Transition): ChainState {
  const chain = transition.approval ? standing.policy?.approvals?.[transition.approval] : undefined
  if (!chain) return NOT_BEGUN
  const steps = stepsOf(setting, standing, transition)
  if (steps.length === 0) return NOT_BEGUN
  const contested = contestedOf(steps)
  const counted = steps.filter(({ event }) => !event || !contested.has(event))
  const declined = counted.findLastIndex((step) => step.decision === 'declined')
  const { timezone } = setting
  const given = sinceSpent(chain, counted.slice(declined + 1), setting)
  const next = nextOf(chain, given)
  const last = given.findLast((step) => chain.find((one) => one.step === step.step)?.blocking !== false)
  const effect = next === null && last ? (effectOf(given) ?? last.at) : null
  return {
    answer: {
      next: wordOf(chain, next),
      nextStep: next?.step ?? null,
      nextActor: next?.actor ?? null,
      nextDueAt: dueOf(timezone, next, last ?? null),
      filings: filingsOf(chain, given),
      steps: counted.map((step) => ({
        step: step.step,
        at: formatMoment(timezone, step.at),
        by: step.by,
        decision: step.decision,
        event: step.event ?? null,
        note: step.note,
        opinions: step.opinions ?? [],
      })),
      takesEffectAt: effect && formatMoment(timezone, effect),
      conflict: conflictOf(timezone, steps),
    },
    begun: given.length > 0,
    given,
    floor: effect ?? (given.length === 0 ? (counted[declined]?.at ?? null) : null),
    approvedAt: effect && last!.at,
  }
}

/** Steps taken after an approval whose hour has passed without it begin the chain anew; until then it stands as it was. */
function sinceSpent(
  chain: readonly ApprovalStep[],
  given: readonly TransitionStep[],
  { asOf }: Pick<Setting, 'asOf'>,
): readonly TransitionStep[] {
  const through = given.findIndex((_, i) => nextOf(chain, given.slice(0, i + 1)) === null)
  const effect = through < 0 ? null : (effectOf(given.slice(0, through + 1)) ?? given[through]!.at)
  const later = given.slice(through + 1).filter(({ at }) => effect !== null && at.at >= effect.at)
  const isBlocking = ({ step }: TransitionStep): boolean =>
    chain.find((one) => one.step === step)?.blocking !== false
  if (effect === null || !isSeenMoment(effect, asOf) || !later.some(isBlocking)) return given
  return sinceSpent(chain, later, { asOf })
}

/** The first step of the chain, for an approval that has to be begun anew. */
export function firstStep(
  standing: Standing,
  transition: Transition,
): Pick<ApprovalAnswer, 'next' | 'nextStep' | 'nextActor'> {
  const chain = (transition.approval && standing.policy?.approvals?.[transition.approval]) || []
  const first = chain.find(({ blocking }) => blocking !== false) ?? null
  return { next: wordOf(chain, first), nextStep: first?.step ?? null, nextActor: first?.actor ?? null }
}

/**
 * By time; at one time what a file says before what the log says, each in its own order, and what a file declines after
 * all that was given: nothing tells that it came first.
 */
function stepsOf(setting: Chained, standing: Standing, transition: Transition): TransitionStep[] {
  const { timezone, asOf, facts } = setting
  return stepsOfZone(facts, standing.id)
    .filter(
      (step) =>
        step.transition === transition.id &&
        isSeenMoment(step.at, asOf) &&
        notBefore(timezone, step.at, mayMoveFrom(standing)),
    )
    .sort((a, b) => a.at.at - b.at.at || turnOf(a) - turnOf(b) || a.origin.row - b.origin.row)
}

const turnOf = ({ event, decision }: TransitionStep): number => (event ? 1 : decision === 'declined' ? 2 : 0)

/** The next step that is waited for; null once the chain is through. */
function nextOf(chain: readonly ApprovalStep[], given: readonly TransitionStep[]): ApprovalStep | null {
  const reached = reachedIn(chain, given)
  return chain.find((one, i) => one.blocking !== false && i > reached) ?? null
}

const reachedIn = (chain: readonly ApprovalStep[], given: readonly TransitionStep[]): number =>
  Math.max(
    -1,
    largest(
      given
        .map((step) => chain.findIndex((one) => one.step === step.step))
        .filter((i) => chain[i]?.blocking !== false),
    ),
  )

function wordOf(chain: readonly ApprovalStep[], next: ApprovalStep | null): ApprovalAnswer['next'] {
  if (!next) return null
  const last = chain.findLast((one) => one.blocking !== false)
  return next.step === 'approve' || next === last ? 'approve' : 'assess'
}

/** Filings whose turn has come: everything before them that blocks is given. */
function filingsOf(chain: readonly ApprovalStep[], given: readonly TransitionStep[]): string[] {
  const next = nextOf(chain, given)
  const end = next ? chain.indexOf(next) : chain.length
  return chain
    .slice(0, end)
    .filter((one) => one.blocking === false && !given.some(({ step }) => step === one.step))
    .map(({ step }) => step)
}

function dueOf(timezone: string, next: ApprovalStep | null, last: TransitionStep | null): string | null {
  if (!next?.slaHours || !last) return null
  return formatInstant(timezone, last.at.at + next.slaHours * HOUR)
}

function conflictOf(timezone: string, steps: readonly TransitionStep[]): ApprovalAnswer['conflict'] {
  return rivalsOf(steps)
    .flat()
    .map(({ event, step, by, person, at, decision }) => ({
      event: event!,
      step,
      by,
      person: person ?? null,
      at: formatMoment(timezone, at),
      decision,
    }))
}

function effectOf(given: readonly TransitionStep[]): Moment | null {
  return given.findLast((step) => step.takesEffectAt)?.takesEffectAt ?? null
}

/** Whether something of that time came no earlier than the zone's entry, by the days where one has only a day. */
export function notBefore(timezone: string, at: Moment, entered: Moment): boolean {
  if (!at.isDay && !entered.isDay) return at.at >= entered.at
  return dayOf(timezone, at.at) >= dayOf(timezone, entered.at)
}
