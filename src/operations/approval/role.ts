import type { StepTarget } from './step-target'

/** Which verb the next step of the chain is: the first applies, the last decides, those between assess. */
export type StepRole = 'propose' | 'assess' | 'approve'

/** Null where no step is waited for. A chain of one step decides at once. */
export function roleOf({ chain, next, transition }: StepTarget): StepRole | null {
  if (!next) return null
  if (chain.length === 0) return 'approve'
  const blocking = chain.filter((one) => one.blocking !== false)
  if (next === blocking.at(-1) || transition.approval?.next === 'approve') return 'approve'
  return next === blocking[0] ? 'propose' : 'assess'
}
