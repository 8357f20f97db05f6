import type { Facts, Position, SurveyZone, UnplacedRow } from '#geo'
import { formatPosition } from '../../i18n/measures'
import type { PlacedGround } from '../../operations/unplaced/place-rows'
import { type SearchHit, type SearchIndex, search } from '../desk/search'

/** A ground that can be chosen, as it is listed. */
export interface Candidate {
  readonly key: string
  readonly ground: PlacedGround
  readonly name: string
  /** printed code of a zone */
  readonly code: string | null
  /** what lies around it */
  readonly above: string
}

const keyOf = (ground: PlacedGround): string =>
  ground.kind === 'position' ? ground.at.join(',') : `${ground.kind} ${ground.id}`

function candidateOf(ground: PlacedGround, said: Omit<Candidate, 'key' | 'ground'>): Candidate {
  return { key: keyOf(ground), ground, ...said }
}

/** The places that the rows may mean; of a place that zones cut, or a zone named in two ways, those zones. */
export function candidatesOf(
  rows: readonly UnplacedRow[],
  { places, zones, locale }: Around,
): readonly Candidate[] {
  const [first] = rows
  if (!first || first.refused || rows.some((row) => !isSameGround(row, first))) return []
  const ofZones = ['several-zones', 'partly-in-zone', 'zone-undrawn'].includes(first.why)
  if (ofZones) return first.zones.flatMap((id) => zoneCandidate(id, { places, zones, locale }) ?? [])
  const isTold = first.near.length > 1 || first.why === 'position-against-place'
  return isTold ? placeCandidates(first.near, places) : []
}

export interface Around {
  readonly places: Facts['places']
  readonly zones: readonly SurveyZone[]
  readonly locale: 'zh' | 'en'
}

const isSameGround = (a: UnplacedRow, b: UnplacedRow): boolean =>
  a.near.join() === b.near.join() && a.zones.join() === b.zones.join()

function zoneCandidate(id: string, { places, zones, locale }: Around): Candidate | null {
  const zone = zones.find((one) => one.id === id)
  if (!zone) return null
  const above = places.find(({ code }) => code === zone.town)?.name ?? ''
  return candidateOf({ kind: 'zone', id }, { name: zone.name, code: zone.code[locale], above })
}

/** Places under their names, with the place around each. */
export function placeCandidates(codes: readonly string[], places: Facts['places']): readonly Candidate[] {
  const byCode = new Map(places.map((place) => [place.code, place]))
  return codes.map((id) => {
    const place = byCode.get(id)
    const above = byCode.get(place?.parent ?? '')?.name ?? ''
    return candidateOf({ kind: 'place', id }, { name: place?.name ?? id, code: null, above })
  })
}

/** What a text finds: two coordinates are a position, longitude first; else zones and places as the desk finds them. */
export function found(
  text: string,
  index: SearchIndex,
  { onlyPlaces }: { readonly onlyPlaces: boolean },
): readonly Candidate[] {
  const at = onlyPlaces ? null : positionIn(text)
  return at ? [positionCandidate(at)] : search(index, text, SHOWN).map(hitCandidate)
}

const SHOWN = 8

function hitCandidate({ kind, id, name, code, above }: SearchHit): Candidate {
  const ground: PlacedGround = { kind: kind === 'zone' ? 'zone' : 'place', id }
  return candidateOf(ground, { name, code: kind === 'zone' ? code : null, above })
}

/** A position under its coordinates, longitude first. */
export function positionCandidate([lon, lat]: Position): Candidate {
  const name = formatPosition([lon, lat])
  return candidateOf({ kind: 'position', at: [lon, lat] }, { name, code: null, above: '' })
}

function positionIn(text: string): Position | null {
  const two = /^\s*(-?\d{1,3}(?:\.\d+)?)[\s,，;；]+(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text.normalize('NFKC'))
  return two ? [Number(two[1]), Number(two[2])] : null
}
