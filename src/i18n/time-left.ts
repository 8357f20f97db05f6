const HOUR = 3_600_000

/** A span in the largest unit that says enough: minutes below an hour, hours below two days, then days. */
export function timeLeft(
  ms: number,
  t: (key: string, params: Readonly<Record<string, number>>) => string,
): string {
  const span = Math.abs(ms)
  if (span < HOUR) return t('common.span.minutes', { n: Math.max(1, Math.round(span / 60_000)) })
  if (span < 48 * HOUR) return t('common.span.hours', { n: Math.floor(span / HOUR) })
  return t('common.span.days', { n: Math.floor(span / (24 * HOUR)) })
}
