import type { PartsPeople } from '#geo'
import { formatCount } from './format'

/** Which sentence says how the people of the parts of a split and of the place compare, and its figures. */
export function partsPeopleSaid({ place, parts, silent, difference }: PartsPeople): {
  readonly key: 'placeUnknown' | 'silent' | 'more' | 'fewer' | 'equal'
  readonly figures: Readonly<Record<'parts' | 'place' | 'n', string>>
  readonly count: number
} {
  const figures = { parts: formatCount(parts), place: formatCount(place) }
  if (place === null) return { key: 'placeUnknown', figures: { ...figures, n: '' }, count: 0 }
  if (silent > 0) return { key: 'silent', figures: { ...figures, n: formatCount(silent) }, count: silent }
  const apart = difference ?? 0
  const key = apart > 0 ? 'more' : apart < 0 ? 'fewer' : 'equal'
  return { key, figures: { ...figures, n: formatCount(Math.abs(apart)) }, count: Math.abs(apart) }
}
