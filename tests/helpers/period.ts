/** Correlation of a signal with itself `lag` samples later, between −1 and 1; lag may lie between samples. */
export function autocorrelation(signal: readonly number[], lag: number): number {
  const mean = signal.reduce((sum, v) => sum + v, 0) / signal.length
  const low = Math.floor(lag)
  const share = lag - low
  const count = signal.length - low - 1
  let [both, one, two] = [0, 0, 0]
  for (let i = 0; i < count; i++) {
    const here = signal[i]! - mean
    const there = signal[i + low]! * (1 - share) + signal[i + low + 1]! * share - mean
    both += here * there
    one += here * here
    two += there * there
  }
  return one === 0 || two === 0 ? 0 : both / Math.sqrt(one * two)
}

const STEP = 0.02

function bestLag(signal: readonly number[], from: number, to: number): number {
  let best = from
  let most = -2
  for (let lag = from; lag <= to; lag += STEP) {
    const value = autocorrelation(signal, lag)
    if (value > most) [best, most] = [lag, value]
  }
  return best
}

/**
 * Period of a repeating signal in samples: the best lag near `guess` (± 30 %), then, for precision, the best
 * lag near ever more periods. `coherence` is the correlation over the longest: below 1 where the pattern
 * jumps on the way.
 */
export function periodOf(signal: readonly number[], guess: number): { period: number; coherence: number } {
  let period = bestLag(signal, guess * 0.7, guess * 1.3)
  for (const times of [4, 16, Math.floor(signal.length / 2 / guess)]) {
    const reach = Math.min(period * 0.45, 2)
    period = bestLag(signal, period * times - reach, period * times + reach) / times
  }
  const times = Math.floor(signal.length / 2 / guess)
  return { period, coherence: autocorrelation(signal, period * times) }
}
