import { largest, smallest } from '../../extremes'
import type { Instant, Moment } from '../../time/calendar'
import { earliestOf, latestOf } from '../moves/days'
import type { Asked, LeafAnswer, Truth } from './asked'
import type { Plan, PlanNode, PlannedLeaf } from './planned'
import { allOf, anyOf } from './truth'

/** What the leaves together say. */
export interface Verdict {
  readonly state: Truth
  /** met: since when; else the latest moment that time alone settles, a lower bound while others are open */
  readonly at: Moment | null
  readonly notBefore: Instant
}

/** Every leaf of the plan asked once, in document order. */
export function askAll(asked: Asked, plan: Plan): LeafAnswer[] {
  return plan.leaves.map((leaf) => leaf.ask(asked))
}

/** References are shown and never decide. */
export const decides = (leaf: PlannedLeaf): boolean => leaf.authority !== 'reference'

/** Joins the answers of the leaves that are kept; null when none of them is under this node. */
export function combine(
  plan: Plan,
  answers: readonly LeafAnswer[],
  keep: (leaf: PlannedLeaf) => boolean = decides,
): Verdict | null {
  const join = (node: PlanNode): Verdict | null => {
    if (node.kind === 'leaf') return keep(plan.leaves[node.leaf]!) ? verdictOf(answers[node.leaf]!) : null
    if (node.parts.length === 0) return node.kind === 'all' ? TRUE : FALSE
    const parts = node.parts.map(join).filter((part): part is Verdict => part !== null)
    if (parts.length === 0) return null
    return node.kind === 'all' ? every(parts) : some(parts)
  }
  return join(plan.root)
}

const TRUE: Verdict = { state: 'met', at: null, notBefore: Number.NEGATIVE_INFINITY }
const FALSE: Verdict = { ...TRUE, state: 'unmet' }

function verdictOf({ state, at, notBefore }: LeafAnswer): Verdict {
  return { state, at, notBefore: notBefore ?? Number.NEGATIVE_INFINITY }
}

function every(parts: readonly Verdict[]): Verdict {
  return {
    state: allOf(parts.map((part) => part.state)),
    at: latestOf(parts.map((part) => part.at)),
    notBefore: largest(parts.map((part) => part.notBefore)),
  }
}

/** Met since the first that holds; a branch that has always held has no moment of its own. */
function some(parts: readonly Verdict[]): Verdict {
  const state = anyOf(parts.map((part) => part.state))
  const holding = state === 'met' ? parts.filter((part) => part.state === 'met') : parts
  const always = state === 'met' && holding.some((part) => part.at === null)
  return {
    state,
    at: always ? null : earliestOf(holding.map((part) => part.at)),
    notBefore: smallest(parts.map((part) => part.notBefore)),
  }
}
