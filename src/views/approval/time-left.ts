const HOUR = 3_600_000

/** A span in the largest unit that says enough: minutes below an hour, hours below two days, then days. */
export function timeLeft(ms: number): { key: 'minutes' | 'hours' | 'days'; params: { n: number } } {
  const span = Math.abs(ms)
  if (span < HOUR) return { key: 'minutes', params: { n: Math.max(1, Math.round(span / 60_000)) } }
  if (span < 48 * HOUR) return { key: 'hours', params: { n: Math.floor(span / HOUR) } }
  return { key: 'days', params: { n: Math.floor(span / (24 * HOUR)) } }
}
