import type { PlaceKind } from '../facts'

const KINDS: Record<string, PlaceKind> = {
  ...{ province: 'district', region: 'district', city: 'district', county: 'district' },
  ...{ street: 'town', community: 'village', farm: 'compound', premises: 'compound' },
  ...{ floor: 'unit', household: 'unit' },
}

/** The kind of place that stands for a unit named in a policy; what is wider than a county is the widest kind, `district`. */
export function kindOfUnit(unit: string): PlaceKind {
  return KINDS[unit] ?? (unit as PlaceKind)
}
