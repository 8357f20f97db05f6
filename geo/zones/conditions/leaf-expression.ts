import type { Expression } from '../policy/policy'

/** An expression that holds no other. */
export type LeafExpression = Exclude<
  Expression,
  { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }
>

/** True for an expression that holds no other. */
export function isLeaf(expression: Expression): expression is LeafExpression {
  return !('all' in expression || 'any' in expression || 'not' in expression)
}
