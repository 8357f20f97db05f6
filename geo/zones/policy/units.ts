import type { PlaceKind } from '../../facts'

/** The ladder of units a rule may name, the smallest first. */
export const UNITS = [
  ...(['household', 'floor', 'unit', 'building', 'compound', 'farm', 'premises', 'grid'] as const),
  ...(['village', 'community', 'town', 'street', 'county', 'district', 'city', 'region'] as const),
  'province',
] as const

export type Unit = (typeof UNITS)[number]

/** In place of a unit: the zones or places that share a line with the one asked about. */
export const BESIDE = 'beside'

const KINDS: Record<string, PlaceKind> = {
  ...{ province: 'district', region: 'district', city: 'district', county: 'district' },
  ...{ street: 'town', community: 'village', farm: 'compound', premises: 'compound' },
  ...{ floor: 'unit', household: 'unit' },
}

/** The kind of place that stands for a unit named in a policy; what is wider than a county is the widest kind, `district`. */
export function kindOfUnit(unit: string): PlaceKind {
  return KINDS[unit] ?? (unit as PlaceKind)
}
