import type { Condition, Policy, Transition } from './policy'

/** The conditions of a transition, its own or those of the one it is the same as; null where it has none. */
export function ruleOf(policy: Policy, { when, sameAs }: Transition): Condition | null {
  return (sameAs ? policy.transitions?.find(({ id }) => id === sameAs)?.when : when) ?? null
}
