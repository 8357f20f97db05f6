/** A source of numbers in [0, 1) that gives the same run for the same seed (mulberry32, Tommy Ettinger, public domain). */
export type Random = () => number

/** Starts a source. Every part of the demo has its own seed, so that one part can change without the others. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from `low` to `high`, both included. */
export function whole(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1))
}

/** One of the list; the list must not be empty. */
export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!
}

/** The list in another order (Fisher–Yates); the list itself stays as it is. */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const out = [...list]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = out[i]!
    out[i] = out[j]!
    out[j] = held
  }
  return out
}

function corner(seed: number, x: number, y: number): number {
  let h = Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(seed, 2147483647 - 58)
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}

/** Smooth noise in [−1, 1] with features about one unit wide. */
export function noise(seed: number, x: number, y: number): number {
  const x0 = Math.floor(x)
  const y0 = Math.floor(y)
  const u = x - x0
  const v = y - y0
  const a = u * u * (3 - 2 * u)
  const b = v * v * (3 - 2 * v)
  const top = corner(seed, x0, y0) * (1 - a) + corner(seed, x0 + 1, y0) * a
  const low = corner(seed, x0, y0 + 1) * (1 - a) + corner(seed, x0 + 1, y0 + 1) * a
  return (top * (1 - b) + low * b) * 2 - 1
}

/** Four octaves of noise, in about [−1, 1]. */
export function fractal(seed: number, x: number, y: number): number {
  let sum = 0
  let size = 0.53
  let scale = 1
  for (let octave = 0; octave < 4; octave++) {
    sum += noise(seed + octave * 101, x * scale, y * scale) * size
    size *= 0.5
    scale *= 2.03
  }
  return sum
}

/**
 * Whole shares of `total` in proportion to `weights`, adding up exactly (largest remainder).
 * Weights must not all be zero.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((w) => (total * w) / sum)
  const out = exact.map(Math.floor)
  let rest = total - out.reduce((a, b) => a + b, 0)
  const order = exact
    .map((e, i) => [e - Math.floor(e), i] as const)
    .sort((a, b) => b[0] - a[0] || a[1] - b[1])
  for (const [, i] of order) {
    if (rest-- <= 0) break
    out[i]!++
  }
  return out
}
