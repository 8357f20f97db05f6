import type { Condition } from '../policy/policy'
import type { Truth } from './asked'
import { isLeaf, type LeafExpression } from './leaf-expression'

/** Strong Kleene: unmet if one is unmet, else unknown if one is unknown. */
export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes('unmet')) return 'unmet'
  return truths.includes('unknown') ? 'unknown' : 'met'
}

/** Strong Kleene: met if one is met, else unknown if one is unknown. */
export function anyOf(truths: readonly Truth[]): Truth {
  if (truths.includes('met')) return 'met'
  return truths.includes('unknown') ? 'unknown' : 'unmet'
}

/** Strong Kleene: unknown stays unknown. */
export function notOf(truth: Truth): Truth {
  return truth === 'met' ? 'unmet' : truth === 'unmet' ? 'met' : 'unknown'
}

/** Whether the condition holds, by what holds of its leaves. References never decide. */
export function truthOf(condition: Condition, ask: (leaf: LeafExpression) => Truth): Truth {
  if ('not' in condition) return notOf(truthOf(condition.not, ask))
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null
  if (parts) {
    const truths = parts.filter((part) => part.authority !== 'reference').map((part) => truthOf(part, ask))
    return 'all' in condition ? allOf(truths) : anyOf(truths)
  }
  return isLeaf(condition) ? ask(condition) : 'unknown'
}
