/**
 * Parts rounded to `decimals` so that they add up to a whole that is rounded already (largest remainder): none is further
 * from its true value than one step, as far as the whole lets them. Unknown parts stay null and take no share: where the
 * whole holds more than the known parts, what is more is theirs, and the known ones add up to their own sum.
 */
export function sharedOut(
  whole: number,
  parts: readonly (number | null)[],
  decimals: number,
): (number | null)[] {
  const scale = 10 ** decimals
  const steps = parts.map((part) => (part === null ? null : Math.floor(part * scale + 1e-9)))
  let left = wholeSteps(whole, parts, scale) - steps.reduce((sum: number, part) => sum + (part ?? 0), 0)
  const byRemainder = parts
    .map((part, index) => ({ index, rest: part === null ? -1 : part * scale - steps[index]! }))
    .filter(({ rest }) => rest > -0.5)
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of byRemainder) {
    if (left <= 0) break
    steps[index] = steps[index]! + 1
    left--
  }
  for (const { index } of byRemainder.toReversed()) {
    if (left >= 0) break
    if (steps[index]! <= 0) continue
    steps[index] = steps[index]! - 1
    left++
  }
  return steps.map((part) => (part === null ? null : part / scale))
}

function wholeSteps(whole: number, parts: readonly (number | null)[], scale: number): number {
  const all = Math.round(whole * scale)
  const own = parts.reduce((sum: number, part) => sum + (part ?? 0), 0) * scale
  return parts.includes(null) && all > own + 1 ? Math.round(own) : all
}
