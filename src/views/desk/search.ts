import type { Facts, PlaceKind, SurveyZone } from '#geo'

export interface SearchHit {
  readonly kind: 'zone' | PlaceKind
  readonly id: string
  readonly name: string
  readonly code: string
  /** name of the place above it */
  readonly above: string
}

interface Entry extends SearchHit {
  readonly words: readonly string[]
  /** an ended place: found by its whole code or name only */
  readonly former: boolean
}

export interface SearchIndex {
  readonly entries: readonly Entry[]
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** Everything that can be found: zones by name and printed code, places by name, alias and code. */
export function searchIndex(facts: Facts, zones: readonly SurveyZone[]): SearchIndex {
  const names = new Map(facts.places.map(({ code, name }) => [code, name]))
  const fromZones = zones.map((zone) => ({
    kind: 'zone' as const,
    id: zone.id,
    name: zone.name,
    code: zone.code.zh,
    above: names.get(zone.town ?? '') ?? '',
    words: [zone.name, zone.code.zh, zone.code.en, zone.id].map(plain),
    former: false,
  }))
  const fromPlaces = facts.places.map((place) => ({
    kind: place.kind,
    id: place.code,
    name: place.name,
    code: place.code,
    above: names.get(place.parent ?? '') ?? '',
    words: [place.name, place.code, ...place.aliases].map(plain),
    former: place.former !== undefined,
  }))
  return { entries: [...fromZones, ...fromPlaces] }
}

function rankOf(entry: Entry, wanted: string): number {
  let best = Number.POSITIVE_INFINITY
  for (const word of entry.words) {
    if (word === wanted) return entry.former ? 0.5 : 0
    if (entry.former) continue
    if (word.startsWith(wanted)) best = Math.min(best, 1)
    else if (word.includes(wanted)) best = Math.min(best, 2)
  }
  return best
}

/**
 * The best `most` hits: exact, then beginning, then containing; zones before places; in index order.
 * An ended place answers to its whole name or code only, after what stands of that name.
 */
export function search(index: SearchIndex, text: string, most = 12): SearchHit[] {
  const wanted = plain(text)
  if (!wanted) return []
  return index.entries
    .map((entry, order) => ({ entry, order, rank: rankOf(entry, wanted) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .slice(0, most)
    .map(({ entry }) => entry)
}
