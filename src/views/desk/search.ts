import {
  type Facts,
  formatMoment,
  type LookupAnswer,
  type PlaceKind,
  type Position,
  type SurveyZone,
  type ZoneStay,
} from '#geo'

export interface SearchHit {
  readonly kind: 'zone' | PlaceKind
  readonly id: string
  readonly name: string
  readonly code: string
  /** name of the place above it */
  readonly above: string
  /** of a zone that is not in force: since when it has ended, or when it begins */
  readonly outOfForce?: { readonly word: 'ended' | 'ahead'; readonly at: string; readonly stay: ZoneStay }
  /** the position that a text gave, in this place */
  readonly at?: Position
}

interface Entry extends SearchHit {
  readonly words: readonly string[]
  readonly codes: readonly string[]
  /** an ended place: found by its whole code or name only */
  readonly former: boolean
}

export interface SearchIndex {
  readonly entries: readonly Entry[]
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/**
 * Everything that can be found: zones by name and printed code, places by name, alias and code. With an instant also the
 * zones that are not in force at it.
 */
export function searchIndex(
  facts: Facts,
  zones: readonly SurveyZone[],
  at: number | null = null,
): SearchIndex {
  const names = new Map(facts.places.map(({ code, name }) => [code, name]))
  const fromZones = zones.map((zone) => ({
    kind: 'zone' as const,
    id: zone.id,
    name: zone.name,
    code: zone.code.zh,
    above: names.get(zone.town ?? '') ?? '',
    words: [plain(zone.name)],
    codes: [zone.code.zh, zone.code.en, zone.id].map(plain),
    former: false,
  }))
  const fromPlaces = facts.places.map((place) => ({
    kind: place.kind,
    id: place.code,
    name: place.name,
    code: place.code,
    above: names.get(place.parent ?? '') ?? '',
    words: [place.name, ...place.aliases].map(plain),
    codes: [plain(place.code)],
    former: place.former !== undefined,
  }))
  const others = at === null ? [] : zonesOutOfForce(facts, new Set(zones.map(({ id }) => id)), at)
  return { entries: [...fromZones, ...fromPlaces, ...others] }
}

/** Zones of the list that are not in force at the instant, by their last stay before it, else their first after it. */
function zonesOutOfForce(facts: Facts, inForce: ReadonlySet<string>, at: number): Entry[] {
  const stays = new Map<string, ZoneStay>()
  for (const stay of facts.zones) {
    const kept = stays.get(stay.id)
    const isNearer = (than: ZoneStay): boolean =>
      stay.from.at <= at ? than.from.at > at || stay.from.at > than.from.at : stay.from.at < than.from.at
    if (!inForce.has(stay.id) && (!kept || isNearer(kept))) stays.set(stay.id, stay)
  }
  return [...stays.values()].flatMap((stay) => {
    const hasBegun = stay.from.at <= at
    const moment = hasBegun ? stay.to : stay.from
    if (!moment) return []
    return {
      ...{ kind: 'zone' as const, id: stay.id, name: stay.name, code: stay.id, above: '', former: false },
      ...{ words: [plain(stay.name)], codes: [plain(stay.id)] },
      outOfForce: {
        word: hasBegun ? ('ended' as const) : ('ahead' as const),
        at: formatMoment(facts.pack.timezone, moment),
        stay,
      },
    }
  })
}

/** A text that begins with a number is no part of a longer one: 2号 is not in 12号楼. */
const isWithin = (word: string, wanted: string): boolean =>
  /^\d/.test(wanted) ? new RegExp(`(?<!\\d)${literally(wanted)}`).test(word) : word.includes(wanted)

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function rankOf(entry: Entry, wanted: string): number {
  let best = Number.POSITIVE_INFINITY
  for (const word of [...entry.words, ...entry.codes]) {
    if (word === wanted) return entry.former || entry.outOfForce ? 0.5 : 0
    if (entry.former) continue
    if (word.startsWith(wanted)) best = Math.min(best, 1)
  }
  if (entry.former || best < Number.POSITIVE_INFINITY) return best
  const isPart =
    entry.words.some((word) => isWithin(word, wanted)) || entry.codes.some((code) => code.includes(wanted))
  return isPart ? 2 : best
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

export interface Found {
  readonly hits: readonly SearchHit[]
  /** none of them is what the text says: they are only like it */
  readonly areAlike: boolean
}

/**
 * What a text finds beside what the look-up answered of it (null: not yet): what it means first, then what contains the
 * text, then, where nothing does, what is like it.
 */
export function foundBy(index: SearchIndex, text: string, answer: LookupAnswer | null, most = 12): Found {
  const own = search(index, text, most)
  if (!answer) return { hits: own, areAlike: false }
  const { meant, like } = meaningOf(answer, index)
  const hits = distinct([...meant, ...own]).slice(0, most)
  return hits.length > 0 ? { hits, areAlike: false } : { hits: distinct(like).slice(0, most), areAlike: true }
}

export const keyOf = ({ kind, id }: Pick<SearchHit, 'kind' | 'id'>): string =>
  `${kind === 'zone' ? 'zone' : 'place'} ${id}`

function distinct(hits: readonly SearchHit[]): SearchHit[] {
  const seen = new Set<string>()
  return hits.filter((hit) => !seen.has(keyOf(hit)) && seen.add(keyOf(hit)))
}

function meaningOf(answer: LookupAnswer, { entries }: SearchIndex): Record<'meant' | 'like', SearchHit[]> {
  const known = new Map(entries.map((entry) => [keyOf(entry), entry]))
  const place = (code: string): SearchHit[] => [known.get(keyOf({ kind: 'town', id: code })) ?? []].flat()
  const zone = (id: string | null): SearchHit[] =>
    id === null ? [] : [known.get(keyOf({ kind: 'zone', id })) ?? []].flat()
  const { state, by, position } = answer
  const candidates = answer.candidates.flatMap(({ code }) => place(code))
  const zones = [answer, ...answer.zones].flatMap((one) => zone(one.zone))
  if (state === 'unmatched') return { meant: [], like: [...candidates, ...zones] }
  const own = answer.place === null ? [] : place(answer.place)
  const at = by === 'coordinates' && position ? { at: position } : {}
  return {
    meant: [...own.map((hit) => ({ ...hit, ...at })), ...(by === 'zone' ? zones : []), ...candidates],
    like: [],
  }
}
