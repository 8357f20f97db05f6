import type { LookupZone, PlaceCard, Survey, ZonesUnknown } from '#geo'
import type { Locale } from '../../i18n/format'
import { formatArea, formatCount } from '../../i18n/format'

/** A zone of a place as it is printed; `code` null: in none, or in one that nobody knows. */
export interface PlaceZone {
  readonly id: string | null
  readonly code: string | null
  readonly name: string | null
  readonly level: string | null
  readonly levelName: string | null
  readonly since: string | null
  readonly unknown: ZonesUnknown | null
}

type Zones = Pick<Survey, 'zones' | 'levels'>

/** The zone of a place, or those in which it may lie, the strictest first. */
export function placeZones({ zones }: Pick<PlaceCard, 'zones'>, survey: Zones, locale: Locale): PlaceZone[] {
  return zones.map((one) => printed(one, survey, locale))
}

function printed(
  { zone: id, zoneName, level, since, unknown }: LookupZone,
  survey: Zones,
  locale: Locale,
): PlaceZone {
  const zone = survey.zones.find((one) => one.id === id)
  const named = survey.levels.find((one) => one.level === level)
  return {
    ...{ id, level, since, unknown: unknown ?? null },
    code: id === null ? null : (zone?.code[locale] ?? id),
    name: zone?.name ?? zoneName,
    levelName: named?.[locale] ?? level,
  }
}

/** Ground in km², of a small place in m²: 0.00 km² would be none. */
export function placeArea(areaM2: number | null): { readonly value: string; readonly unit: string } {
  if (areaM2 === null) return { value: formatArea(null), unit: '' }
  return areaM2 < 1e5
    ? { value: formatCount(areaM2), unit: 'm²' }
    : { value: formatArea(areaM2), unit: 'km²' }
}
