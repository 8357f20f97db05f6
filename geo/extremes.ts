/**
 * The smallest of any number of values; Infinity of none. `Math.min(...values)` lays every value on the stack and
 * fails at some 100,000.
 */
export function smallest(values: Iterable<number>): number {
  let found = Number.POSITIVE_INFINITY
  for (const value of values) found = Math.min(found, value)
  return found
}

/** The largest of any number of values; −Infinity of none. */
export function largest(values: Iterable<number>): number {
  let found = Number.NEGATIVE_INFINITY
  for (const value of values) found = Math.max(found, value)
  return found
}
