import type { Place } from '../facts'

/**
 * Names of the places of these codes: one that another place of its kind bears too with the unit above it before it,
 * 召山镇桥头社区. A place without a name bears its code.
 */
export function namesToldApart(
  places: readonly Place[],
  codes: Iterable<string>,
): ReadonlyMap<string, string> {
  const byCode = new Map(places.map((place) => [place.code, place]))
  const bearers = new Map<string, number>()
  for (const place of places) bearers.set(bearing(place), (bearers.get(bearing(place)) ?? 0) + 1)
  const nameOf = (code: string): string => {
    const place = byCode.get(code)
    if (!place?.name) return code
    const above = place.parent === null ? null : byCode.get(place.parent)?.name
    return above && bearers.get(bearing(place))! > 1 ? `${above}${place.name}` : place.name
  }
  return new Map([...new Set(codes)].map((code) => [code, nameOf(code)]))
}

const bearing = ({ kind, name }: Place): string => `${kind} ${name}`
