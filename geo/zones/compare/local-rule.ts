import { isLeaf } from '../conditions/leaf-expression'
import type { Condition, Policy, Transition } from '../policy/policy'
import { ruleOf } from '../policy/rule-of'
import { leavesOf, partsOf } from './leaves'
import { withNumber } from './numbers'

/** One change of a rule: a number beside the old one, a number in its place, or a condition of one's own. */
export type RuleChange =
  | {
      readonly kind: 'add' | 'replace'
      /** id of the leaf */
      readonly condition: string
      readonly key: string
      readonly value: number
    }
  | { readonly kind: 'own'; readonly condition: Condition }

/**
 * The rule of a local edition: where everything changed has an id only that, to be laid over the rule it extends; else
 * (and for a transition that was the same as another) the whole rule.
 */
export function localRule(base: Policy, transition: Transition, changes: readonly RuleChange[]): Condition {
  const rule = ruleOf(base, transition)
  const parts = rule ? partsOf(rule) : []
  const leaves = leavesOf(rule)
  const changed = new Map<number, Condition>()
  const added: Condition[] = []
  for (const change of changes) {
    if (change.kind === 'own') {
      added.push(change.condition)
      continue
    }
    const placed = leaves.find(({ id }) => id === change.condition)!
    const part = changed.get(placed.part) ?? parts[placed.part]!
    const local = rewritten(part, { ...change, leaf: placed.leaf, suffix: change.kind === 'add' })
    if (change.kind === 'replace') changed.set(placed.part, local)
    else added.push(local)
  }
  const touched = [...changed.values(), ...added]
  const isLaidOver = transition.sameAs === undefined && isFlat(transition.when)
  if (isLaidOver && touched.every(({ id }) => id !== undefined)) return { all: touched }
  return { all: [{ all: [...parts.map((part, i) => changed.get(i) ?? part), ...added] }] }
}

/** A rule whose parts stand in one `all`: what extends it is laid over it by ids. */
function isFlat(when: Condition | undefined): boolean {
  return (
    when !== undefined && 'all' in when && when.all.every((part) => !('all' in part) || part.id !== undefined)
  )
}

interface Rewrite {
  readonly leaf: Condition
  readonly key: string
  readonly value: number
  /** a copy beside the old one needs ids of its own */
  readonly suffix: boolean
}

/** A part of a rule as the district has it: its leaves are local, the one meant has the new number. */
function rewritten(part: Condition, rewrite: Rewrite): Condition {
  const id = part.id !== undefined && rewrite.suffix ? { id: `${part.id}Local` } : {}
  const own = { authority: 'local' as const, ...id }
  if ('all' in part) return { ...part, ...own, all: part.all.map((one) => rewritten(one, rewrite)) }
  if ('any' in part) return { ...part, ...own, any: part.any.map((one) => rewritten(one, rewrite)) }
  if ('not' in part) return { ...part, ...own, not: rewritten(part.not, rewrite) }
  const isMeant = part === rewrite.leaf || sameLeaf(part, rewrite.leaf)
  if (!isLeaf(part) || !isMeant) return { ...part, ...own }
  return { ...withoutOldNumber(withNumber(part, rewrite.key, rewrite.value), part, rewrite.key), ...own }
}

/** A part that was rewritten once already holds copies of its leaves: they are told by their ids. */
const sameLeaf = (one: Condition, other: Condition): boolean => one.id !== undefined && one.id === other.id

/** A sentence that prints its number itself instead of `{n}` would say the old one: the general one is used. */
function withoutOldNumber(leaf: Condition, old: Condition, key: string): Condition {
  const [name, word = ''] = key.split('.') as [string, string?]
  const below = (old as unknown as Record<string, unknown>)[name]
  const number = typeof below === 'number' ? below : (below as Record<string, unknown>)[word]
  const says = [old.zh, old.en].some((text) =>
    text
      ?.replace(/\{\w+\}/g, '')
      .match(/[\d.]+/g)
      ?.includes(String(number)),
  )
  if (!says) return leaf
  const { zh: _, en: __, ...rest } = leaf as Condition & { zh?: string; en?: string }
  return rest as Condition
}
