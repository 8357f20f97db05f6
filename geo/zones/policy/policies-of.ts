import type { Facts, ZoneStay } from '../../facts'
import type { PolicyOf } from '../ground/ground'
import { BUILT_IN_POLICIES } from './policies'
import type { Policy } from './policy'
import { resolvePolicy } from './resolve-policy'

/** Policies that may be asked for by id: those of the pack before those built in. */
export function policyDocuments(facts: Pick<Facts, 'policies'>): readonly unknown[] {
  return [...facts.policies, ...BUILT_IN_POLICIES]
}

/**
 * The policy each stay follows: the one asked for, else its own, else the pack's; null where it is not usable. The
 * same facts and the same question give the same function.
 */
export function policiesOf(facts: Facts, asked: string | null = null): PolicyOf {
  let ofFacts = policies.get(facts)
  if (!ofFacts) policies.set(facts, (ofFacts = new Map()))
  let policyOf = ofFacts.get(asked)
  if (!policyOf) ofFacts.set(asked, (policyOf = findPolicies(facts, asked)))
  return policyOf
}

const policies = new WeakMap<Facts, Map<string | null, PolicyOf>>()

function findPolicies(facts: Facts, asked: string | null): PolicyOf {
  const documents = policyDocuments(facts)
  const resolved = new Map<string, Policy | null>()
  return (stay: Pick<ZoneStay, 'policy'>) => {
    const id = asked ?? stay.policy ?? facts.pack.policy
    if (id === null) return null
    if (!resolved.has(id)) resolved.set(id, resolvePolicy(id, documents).policy)
    return resolved.get(id)!
  }
}
