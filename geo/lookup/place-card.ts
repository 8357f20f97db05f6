import type { Facts, PlaceKind } from '../facts'
import { areaM2 } from '../geometry/rings/area'
import type { Position } from '../geometry/rings/shape'
import { placesAt } from '../places/changes/places-at'
import type { Hierarchy } from '../places/hierarchy'
import { type ResidentSheet, residentsOf } from '../places/people'
import { openPlaces } from '../places/stated-whole'
import { placeOfCase } from '../survey/cases/case-place'
import { countedRows, unplacedCases } from '../survey/cases/cases'
import { attribute } from '../zones/record/attribution'
import { resolvedOf } from '../zones/unplaced/references'
import type { Became } from './answer'
import { type Standing, type StandingQuestion, zoneDeskOf } from './standing'

/** A place, its figures and its zone. Unknown is null. */
export interface PlaceCard extends Standing {
  readonly code: string
  readonly name: string
  readonly kind: PlaceKind
  /** where it is none any more */
  readonly became: Became | null
  /** what it lies in, the nearest first */
  readonly within: readonly { readonly code: string; readonly name: string; readonly kind: PlaceKind }[]
  readonly areaM2: number | null
  /** with everything in it */
  readonly people: number | null
  /** share of its places, and of wider ones in which none is listed, whose people are known */
  readonly peopleKnown: number
  /** it states them itself, or what lies in it does: they are exact, though of some of its places they are not known */
  readonly peopleStated?: true
  readonly households: number | null
  /** share of them whose households are known */
  readonly householdsKnown: number
  readonly householdsStated?: true
  /** compounds in it, or villages where a village has none; null where no list tells any */
  readonly places: number | null
  /** in a town of it no list tells the places: there are at least `places`. Absent where all are listed */
  readonly isPartlyListed?: true
  readonly buildings: number
  /** counted by the as-of whose place or position lies in it; null where the list of cases is not known */
  readonly cases: number | null
}

/** The places asked for, as far as they are known. */
export function placeCards(given: Facts, question: StandingQuestion, codes: readonly string[]): PlaceCard[] {
  const facts = placesAt(given, question.asOf)
  const desk = zoneDeskOf(facts, question)
  const known = codes.filter((code) => desk.hierarchy.place(code))
  const cases = known.length > 0 ? casesByPlace(facts, question, desk.hierarchy) : null
  return known.map((code) => ({
    ...cardOf(desk.hierarchy, code),
    ...desk.ofPlace(code),
    became: desk.became(code),
    cases: cases && (cases.get(code) ?? 0),
  }))
}

/** The deepest place at a position; null where none is. */
export function placeCardAt(
  facts: Facts,
  question: StandingQuestion,
  [lon, lat]: Position,
): PlaceCard | null {
  const found = zoneDeskOf(placesAt(facts, question.asOf), question).hierarchy.placeAt(lon, lat)
  return (found && placeCards(facts, question, [found.code])[0]) ?? null
}

function cardOf(hierarchy: Hierarchy, code: string): Omit<PlaceCard, keyof Standing | 'became' | 'cases'> {
  const { totalOf, tallyOf, open } = countsOf(hierarchy)
  const { name, kind, people, households } = hierarchy.place(code)!
  const [total, { places, asked, known, householdsKnown, buildings }] = [totalOf(code), tallyOf(code)]
  const shape = hierarchy.shapeOf(code)
  return {
    ...{ code, name, kind, buildings },
    places: asked > 0 && places === 0 ? null : places,
    ...(places > 0 && asked > places ? { isPartlyListed: true as const } : {}),
    within: hierarchy.ancestorsOf(code).map((one) => {
      const around = hierarchy.place(one)!
      return { code: one, name: around.name, kind: around.kind }
    }),
    areaM2: shape && shape.length > 0 ? areaM2(shape) : null,
    people: total.people ?? people,
    peopleKnown: asked > 0 ? known / asked : 1,
    households: total.households ?? households,
    householdsKnown: asked > 0 ? householdsKnown / asked : 1,
    ...(known < asked && !open.people.has(code) ? { peopleStated: true as const } : {}),
    ...(householdsKnown < asked && !open.households.has(code) ? { householdsStated: true as const } : {}),
  }
}

/** What lies in a place. */
interface Tally {
  readonly places: number
  /** `places`, and wider ones in which no list tells any */
  readonly asked: number
  /** of `asked`, those whose people are known */
  readonly known: number
  /** of `asked`, those whose households are known */
  readonly householdsKnown: number
  readonly buildings: number
}
interface Counts {
  readonly totalOf: ResidentSheet['totalOf']
  readonly tallyOf: (code: string) => Tally
  /** places of which the figure is not known as a whole */
  readonly open: Readonly<Record<'people' | 'households', ReadonlySet<string>>>
}

const EMPTY: Tally = { places: 0, asked: 0, known: 0, householdsKnown: 0, buildings: 0 }
const counted = new WeakMap<Hierarchy, Counts>()

function countsOf(hierarchy: Hierarchy): Counts {
  const before = counted.get(hierarchy)
  if (before) return before
  const sheet = residentsOf(hierarchy)
  const { units, totalOf } = sheet
  const tallies = new Map<string, Tally>()
  const add = (code: string, one: Tally): void => {
    const so = tallies.get(code) ?? EMPTY
    tallies.set(code, {
      places: so.places + one.places,
      asked: so.asked + one.asked,
      known: so.known + one.known,
      householdsKnown: so.householdsKnown + one.householdsKnown,
      buildings: so.buildings + one.buildings,
    })
  }
  for (const { code, places, asked, known, householdsKnown } of units)
    if (asked === 1)
      for (const one of [code, ...hierarchy.ancestorsOf(code)])
        add(one, { places, asked, known, householdsKnown, buildings: 0 })
  for (const code of hierarchy.ofKind('building'))
    for (const one of hierarchy.ancestorsOf(code)) add(one, { ...EMPTY, buildings: 1 })
  const open = {
    people: openPlaces(hierarchy, sheet, 'people'),
    households: openPlaces(hierarchy, sheet, 'households'),
  }
  const counts: Counts = { totalOf, tallyOf: (code) => tallies.get(code) ?? EMPTY, open }
  counted.set(hierarchy, counts)
  return counts
}

/** Counted and unplaced cases, in every place around theirs, as the table of towns counts them. */
function casesByPlace(
  given: Facts,
  { asOf, policyOf }: StandingQuestion,
  hierarchy: Hierarchy,
): ReadonlyMap<string, number> | null {
  if (!given.stated.has('cases')) return null
  const { facts } = resolvedOf(given)
  const { cases } = facts
  const slice = { facts, asOf, attribution: attribute(facts, asOf, policyOf) }
  const counts = new Map<string, number>()
  const placeOf = placeOfCase(cases, hierarchy)
  for (const row of new Set([...countedRows(slice), ...unplacedCases(slice)])) {
    const place = placeOf(row)
    if (place === null || !hierarchy.place(place)) continue
    for (const code of [place, ...hierarchy.ancestorsOf(place)]) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return counts
}
