import type { Comparison, Policy, Transition } from '../policy/policy'
import { ruleOf } from '../policy/rule-of'
import { BESIDE } from '../policy/units'

/** Other zones of a unit that a rule counts, and the number that it asks for. */
export interface ZonesAsked {
  readonly within: string
  readonly levels: readonly string[]
  readonly limits: Comparison
}

const known = new WeakMap<Transition, WeakMap<Policy, readonly ZonesAsked[]>>()

/** What the rule of a transition, or any clock of its policy, counts of zones of a unit; those beside are no unit. */
export function zonesAsked(policy: Policy, transition: Transition): readonly ZonesAsked[] {
  let ofTransition = known.get(transition)
  if (!ofTransition) known.set(transition, (ofTransition = new WeakMap()))
  let asked = ofTransition.get(policy)
  if (!asked)
    ofTransition.set(policy, (asked = [...foundIn(ruleOf(policy, transition)), ...foundIn(policy.clocks)]))
  return asked
}

/** Wherever it stands in a document. */
function foundIn(document: unknown): ZonesAsked[] {
  if (typeof document !== 'object' || document === null) return []
  return Object.entries(document).flatMap(([key, value]) => {
    const counted = key === 'zones' ? (value as Partial<ZonesAsked> & Comparison) : null
    if (typeof counted?.within !== 'string') return foundIn(value)
    const { within, levels = [] } = counted
    return within === BESIDE ? [] : [{ within, levels, limits: counted }]
  })
}
