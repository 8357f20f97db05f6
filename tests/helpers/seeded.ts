export interface Random {
  /** in [0, 1) */
  next(): number
  /** a whole number, both ends included */
  between(low: number, high: number): number
  chance(share: number): boolean
}

/** A repeatable source of numbers (Mulberry32 by T. Ettinger, public domain). */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
  }
}
