import type { ConditionAnswer, TransitionAnswer } from '../answers'
import type { Instant, Moment } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { conditionsOf } from './condition-answer'
import { atBest, type Truth } from './conditions/asked'
import { combine, decides, type Verdict } from './conditions/combine'
import { isLowering } from './conditions/plan'
import { contradictionFindings } from './flags/findings'
import { type ChainState, chainOf, firstStep } from './moves/approval'
import { laterOf, latestOf, printMoment } from './moves/days'
import type { OthersDone } from './moves/if-done'
import { ifDoneNow } from './moves/if-done'
import { nationalAt } from './moves/national'
import { resetsOf } from './moves/resets'
import type { Setting } from './moves/setting'
import { isUntilPlaced, suspendingLeaves } from './moves/suspension'
import { targetOf } from './moves/target'
import { type Trial, tryTransition } from './moves/trial'
import type { World } from './moves/world'
import type { Transition } from './policy/policy'
import { termFinding } from './policy/term'
import { isOpenSignal } from './signals/signal-grounds'
import { mayMoveFrom, type Standing } from './stays/standing'
import type { HeldLeaves } from './unplaced/unplaced-rows'

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
    others,
    held,
  }: {
    world: World
    standing: Standing
    transition: Transition
    findings: FindingsOf
    others: OthersDone
    held: HeldLeaves
  },
): TransitionAnswer {
  const { timezone, asOf } = setting
  const trial = tryTransition(world, standing, { transition, at: asOf, told: true })
  const { verdict } = trial
  const chain = chainOf(setting, standing, transition)
  const target = targetOf(world, standing, transition)
  const order = orderOf(world, standing, { transition, chain, asOf })
  const without = combine(trial.plan, trial.answers.map(atBest)) ?? verdict
  const eligible = printMoment(timezone, eligibleAt(standing, without))
  held.noteAll({ zone: standing.id, transition: transition.id }, trial)
  return {
    id: transition.id,
    kind: target.kind,
    to: target.to,
    into: target.into,
    optional: transition.optional === true,
    state: stateOf(verdict.state, { begun: chain.begun, order }),
    eligibleAt: eligible,
    oncePlacedAt: isHeld(trial) ? eligible : null,
    heldUntil: printMoment(timezone, heldUntil(trial)),
    nationalAt: printMoment(timezone, nationalAt(setting, { world, standing, transition })),
    approval: chain.answer && {
      ...chain.answer,
      ...(order.isSpent ? firstStep(standing, transition) : {}),
      suspended: order.suspendedBy,
      untilPlaced: order.isUntilPlaced,
    },
    ifDone:
      isLowering(transition) && !order.isPending ? ifDoneNow(setting, { standing, trial, others }) : null,
    suspendedBy: isLowering(transition) ? suspendingSignals(world, standing, { transition, asOf }) : [],
    conditions: conditionsOf(timezone, trial),
    findings: [
      ...termFinding(standing, { timezone, asOf }),
      ...contradictionFindings(trial),
      ...(isLowering(transition) ? findings(standing.id) : []),
    ],
    resets: resetsOf(
      standing,
      transition,
      world.asked(standing, { policy: standing.policy!, at: asOf, told: false }),
    ),
  }
}

/** Ids of the open signals that hold a lowering; of one that only a file tells, the file and its row there. */
function suspendingSignals(
  world: World,
  standing: Standing,
  { transition, asOf }: { transition: Transition; asOf: Instant },
): string[] {
  const asked = world.asked(standing, { policy: standing.policy!, at: asOf, told: false })
  const ofFiles = asked.unreadSteps(transition).filter(isOpenSignal)
  return [
    ...asked.signals(asOf).open.map(({ id }) => id),
    ...ofFiles.map(({ file, row }) => (row === null ? file : `${file}:${row}`)),
  ].sort()
}

interface Order {
  /** approved for an hour that is still to come, and nothing suspends it: only its hour is waited for */
  readonly isPending: boolean
  /** approved, but suspended when its hour came */
  readonly isSpent: boolean
  /** ids of the conditions that suspend it */
  readonly suspendedBy: readonly string[]
  /** its hour is still to come, and only rows that nobody has placed suspend it */
  readonly isUntilPlaced: boolean
}

function orderOf(
  world: World,
  standing: Standing,
  { transition, chain, asOf }: { transition: Transition; chain: ChainState; asOf: Instant },
): Order {
  const { approvedAt, floor } = chain
  if (!approvedAt || !floor) return NO_ORDER
  const isAhead = !isSeenMoment(floor, asOf)
  const seen = isAhead ? asOf : Math.max(floor.at, approvedAt.at)
  const broken = suspendingLeaves(world, standing, { transition, approvedAt, seen })
  const suspendedBy = broken.map(({ leaf }) => leaf.id)
  return {
    isPending: isAhead && broken.length === 0,
    isSpent: !isAhead && broken.length > 0,
    suspendedBy,
    isUntilPlaced: isAhead && isUntilPlaced(broken),
  }
}

const NO_ORDER: Order = { isPending: false, isSpent: false, suspendedBy: [], isUntilPlaced: false }

/** A lapse alone takes nothing from an order; one whose hour passed without it needs a new approval. */
function stateOf(
  verdict: Truth,
  { begun, order }: { begun: boolean; order: Order },
): TransitionAnswer['state'] {
  if (order.isPending) return 'approval'
  if (verdict === 'met') return begun && !order.isSpent ? 'approval' : 'due'
  return verdict === 'unmet' ? 'blocked' : 'unknown'
}

/** When it came due; else the latest that time alone settles, never before the zone entered its level. */
function eligibleAt(standing: Standing, verdict: Verdict): Moment | null {
  const from = mayMoveFrom(standing)
  if (verdict.at) return laterOf(verdict.at, from)
  return verdict.state === 'met' ? from : null
}

/** Whether an unplaced row decides. */
function isHeld({ plan, answers }: Trial): boolean {
  return plan.leaves.some((leaf, i) => decides(leaf) && answers[i]!.heldBy)
}

/** When the last unplaced row stops to matter by itself; null where none matters, or one does without end. */
function heldUntil({ plan, answers }: Trial): Moment | null {
  const held = answers.filter((one, i) => one.heldBy && decides(plan.leaves[i]!))
  return held.some(({ at }) => at === null) ? null : latestOf(held.map(({ at }) => at))
}
