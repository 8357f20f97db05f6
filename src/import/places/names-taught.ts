import { codesMeant, type Facts, type Hierarchy, hierarchyOf, namesOf, type Place } from '#geo'
import type { Body } from '../../log/events'
import { aliasDrafts, mayBeAlias } from '../../log/hand/alias-taught'
import { countsByPlace } from '../../records/kind'
import type { ListFile } from '../list-file'
import type { Answers } from '../questions/answers'

/** A place as it is offered: its name, and what it lies in. */
export interface PlaceOffered {
  readonly code: string
  readonly name: string
  readonly above: string
}

/** A name that means no place that anybody knows: which it may mean, and what a person said. */
export interface NameAsked {
  readonly name: string
  /** rows that say it, and where it first stands, by file */
  readonly count: number
  readonly of: readonly { readonly file: string; readonly row: number; readonly count: number }[]
  readonly candidates: readonly PlaceOffered[]
  /** what was answered, as it was said; null while nothing is */
  readonly said: string | null
  /** the place that it means from now on */
  readonly place: PlaceOffered | null
  /** why what was said is no place: nobody knows it, or it means several */
  readonly unusable: 'none' | 'several' | null
}

const PREFIX = 'taught:'

/** Under what the answer to a name stands. */
export const taughtKey = (name: string): string => `${PREFIX}${name}`

/** An answer: which place (a code, or what it is called), and the reason that is kept with the alias. */
export const taughtAnswer = (place: string, because: string): string => `${place}\n${because}`

interface Said {
  readonly place: string
  readonly because: string
}

/** By name, what a person said of it. */
function saidIn(answers: Answers): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>()
  for (const [key, answer] of Object.entries(answers)) {
    const name = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : ''
    const [place = '', because = ''] = answer.split('\n')
    if (place.trim() !== '' && mayBeAlias(name)) said.set(name, { place: place.trim(), because })
  }
  return said
}

/** The places with the names that a person taught, each at the one place that the answer means. */
export function withTaught<Known extends readonly Place[]>(places: Known, answers: Answers): Known {
  const by = namesByPlace(places, answers)
  if (by.size === 0) return places
  return places.map((place) => {
    const names = by.get(place.code)?.map(({ name }) => name)
    return names ? { ...place, aliases: [...new Set([...place.aliases, ...names])] } : place
  }) as readonly Place[] as Known
}

/** The facts with the names that a person taught. */
export function factsTaught<Known extends Facts | null | undefined>(facts: Known, answers: Answers): Known {
  if (!facts) return facts
  const places = withTaught(facts.places, answers)
  return places === facts.places ? facts : { ...facts, places }
}

/** By place, the names that are taught of it; a name that a place has already is none. */
function namesByPlace(
  places: readonly Place[],
  answers: Answers,
): Map<string, { readonly name: string; readonly because: string }[]> {
  const by = new Map<string, { readonly name: string; readonly because: string }[]>()
  const said = saidIn(answers)
  if (said.size === 0) return by
  const hierarchy = hierarchyOf(places)
  for (const [name, { place, because }] of said) {
    const codes = meantBy(hierarchy, place)
    if (codes.length !== 1 || meantBy(hierarchy, name).length > 0) continue
    by.set(codes[0]!, [...(by.get(codes[0]!) ?? []), { name, because }])
  }
  return by
}

const meantBy = (hierarchy: Hierarchy, text: string): readonly string[] =>
  hierarchy.place(text) ? [text] : codesMeant(hierarchy, text, null)

/** The corrections that keep what was taught, one a place: written with the import, as the same step. */
export function taughtDrafts(places: readonly Place[], answers: Answers): Body[] {
  return [...namesByPlace(places, answers)].flatMap(([code, names]) => aliasDrafts(names, code, { places }))
}

/** So many names are asked, those of most rows first. */
const MOST = 100

/** Names of rows that mean no place that is known, and those that were taught, those of most rows first. */
export function namesAsked(
  lists: readonly ListFile[],
  places: readonly Place[],
  answers: Answers,
): readonly NameAsked[] {
  const hierarchy = hierarchyOf(places)
  if (hierarchy.codes.length === 0) return []
  const said = saidIn(answers)
  const found = new Map<string, NameAsked['of'][number][]>()
  for (const list of lists) {
    if (!countsByPlace(list.kind)) continue
    for (const [name, of] of unknownIn(list, hierarchy)) found.set(name, [...(found.get(name) ?? []), of])
  }
  return Array.from(found, ([name, of]) => ({ name, of, count: of.reduce((sum, one) => sum + one.count, 0) }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map((one) => ({ ...one, ...answered(one.name, said.get(one.name)?.place ?? null, hierarchy) }))
}

function answered(
  name: string,
  said: string | null,
  hierarchy: Hierarchy,
): Pick<NameAsked, 'candidates' | 'said' | 'place' | 'unusable'> {
  const offer = (codes: readonly string[]): PlaceOffered[] => codes.map((code) => offeredOf(hierarchy, code))
  const names = namesOf(hierarchy)
  const codes = said === null ? [] : meantBy(hierarchy, said)
  if (said === null || codes.length === 1)
    return { said, candidates: offer(names.like(name)), place: offer(codes)[0] ?? null, unusable: null }
  const [unusable, near] =
    codes.length > 1 ? (['several', codes] as const) : (['none', names.like(said)] as const)
  return { said, candidates: offer(near.slice(0, SHOWN)), place: null, unusable }
}

const SHOWN = 8

/** A place as it is offered to be chosen. */
export function offeredOf(hierarchy: Hierarchy, code: string): PlaceOffered {
  const place = hierarchy.place(code)!
  const around = place.parent === null ? undefined : hierarchy.place(place.parent)
  return { code, name: place.name, above: around?.name ?? '' }
}

/** The names of a list that mean no place, each with its first row and how many say it. */
function unknownIn(list: ListFile, hierarchy: Hierarchy): Map<string, NameAsked['of'][number]> {
  const { taken, path: file, withoutPlace = new Map<string, { row: number; count: number }>() } = list
  const found = new Map<string, NameAsked['of'][number]>()
  for (const [name, seen] of withoutPlace)
    if (meantBy(hierarchy, name).length === 0) found.set(name, { file, ...seen })
  const unknown = new Set(
    (taken.textsIn('place') ?? []).filter(
      (text) => mayBeAlias(text) && meantBy(hierarchy, text).length === 0,
    ),
  )
  if (unknown.size === 0) return found
  for (let at = 0; at < taken.length; at++) {
    const name = taken.cellAt(at, 'place')
    if (typeof name !== 'string' || !unknown.has(name)) continue
    const before = found.get(name)
    found.set(name, { file, row: before?.row ?? taken.rowAt(at), count: (before?.count ?? 0) + 1 })
  }
  return found
}
