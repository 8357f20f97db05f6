import { largest, smallest } from '#geo'

const INSET = 4

/**
 * The path of a small line without axes, and its last point. Unknown values break the line.
 * Null where fewer than two values are known.
 */
export function sparkline(
  series: readonly (number | null)[],
  { width, height }: { width: number; height: number },
): { path: string; last: [number, number] | null } | null {
  const known = series.filter((value): value is number => value !== null)
  if (known.length < 2) return null
  const low = smallest(known)
  const span = largest(known) - low
  const step = (width - 2 * INSET) / (series.length - 1)
  const round = (value: number): number => Math.round(value * 100) / 100
  const points = series.map((value, index): [number, number] | null => {
    if (value === null) return null
    const share = span === 0 ? 0.5 : (value - low) / span
    return [round(INSET + index * step), round(height - INSET + 1 - share * (height - 2 * INSET + 2))]
  })
  let path = ''
  points.forEach((point, index) => {
    if (point) path += `${points[index - 1] ? 'L' : 'M'}${point[0]} ${point[1]}`
  })
  return { path, last: points.at(-1) ?? null }
}
