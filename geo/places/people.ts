import type { Shape } from '../geometry/rings/shape'
import { isCounted, isKnown, isUnlisted } from './asked-places'
import type { Hierarchy } from './hierarchy'
import { groundOfWhole, type Parts, restOf } from './rest-ground'
import { type HeldFigure, heldFigures } from './stated-whole'
import { DEPTH } from './tree'

/** People and households; null is unknown. */
export interface Residents {
  readonly people: number | null
  readonly households: number | null
}

/**
 * What is shared out together: a place without parts (`whole`), what a place has beyond its parts (`rest`, on the
 * ground they do not cover), or a place with parts that only has to be counted (`count`).
 */
export interface ResidentUnit extends Residents {
  readonly code: string
  readonly part: 'whole' | 'rest' | 'count'
  /** 1 for a compound, or a village that has none; else 0 */
  readonly places: 0 | 1
  /** 1 for those, and for a wider place in which none is listed: what has to say its people for a sum to be whole */
  readonly asked: 0 | 1
  /** 1 where `asked` is 1 and the people of that place are known */
  readonly known: 0 | 1
  /** 1 where `asked` is 1 and its households are known */
  readonly householdsKnown: 0 | 1
  /** 1 for a place named in `split` that is not asked, and of which no people are known */
  readonly untold: 0 | 1
  readonly householdsUntold: 0 | 1
  /** of a rest, the parts named in `split` of which the figure is not known: theirs is in it */
  readonly holds: Readonly<Record<keyof Residents, readonly string[]>>
  /** the stated figure of a place around it that holds its own, which is not known */
  readonly held: Readonly<Record<keyof Residents, HeldFigure>>
  /** the ground over which it is spread evenly; null where nothing is drawn */
  readonly ground: () => Shape | null
  /** a rest for which the parts leave no ground: nothing tells where it lives but what holds the whole place */
  readonly goesWhole: () => boolean
  /** the town that it is of; of the rest of a place around towns the one that all of it lies in */
  readonly town: () => string | null
}

/** The parts of a place have more people or households than the place itself says; the parts win. */
export interface PeopleNote {
  readonly code: 'parts-exceed-place'
  readonly place: string
  readonly figure: keyof Residents
  readonly own: number
  readonly parts: number
}

export interface ResidentSheet {
  readonly units: readonly ResidentUnit[]
  readonly notes: readonly PeopleNote[]
  /** people and households of a place with everything in it; null is unknown, a partly known sum a lower bound */
  totalOf(code: string): Residents
}

const add = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : a + b)

/**
 * People and households of all places as units that add up: no one is in two of them. Buildings and smaller take
 * part only where they bring a figure of their own or are named in `split` (members of a zone).
 */
export function residentsOf(hierarchy: Hierarchy, split: ReadonlySet<string> = new Set()): ResidentSheet {
  const parts = partsBy(hierarchy, split)
  const notes: PeopleNote[] = []
  const totals = new Map<string, Residents>()
  const units: ResidentUnit[] = []
  const total = (code: string, figure: keyof Residents): number | null => {
    const own = hierarchy.place(code)![figure]
    const sum = parts(code).reduce<number | null>((so, part) => add(so, totals.get(part)![figure]), null)
    if (own !== null && sum !== null && sum > own)
      notes.push({ code: 'parts-exceed-place', place: code, figure, own, parts: sum })
    return own === null || sum === null ? add(own, sum) : Math.max(own, sum)
  }
  const rest = (code: string, figure: keyof Residents): number | null => {
    if (hierarchy.place(code)![figure] === null) return null
    return parts(code).reduce<number>(
      (left, part) => left - (totals.get(part)![figure] ?? 0),
      totals.get(code)![figure]!,
    )
  }
  const asking = new Set<string>()
  const isUntold = (code: string, figure: keyof Residents): boolean =>
    split.has(code) && !hierarchy.isFormer(code) && totals.get(code)![figure] === null
  const heldIn = (part: string, figure: keyof Residents): string[] =>
    isUntold(part, figure) ? [part] : hierarchy.place(part)![figure] === null ? heldBy(part, figure) : []
  const heldBy = (code: string, figure: keyof Residents): string[] =>
    split.size === 0 ? [] : parts(code).flatMap((part) => heldIn(part, figure))
  const visit = (code: string): void => {
    for (const part of parts(code)) visit(part)
    totals.set(code, { people: total(code, 'people'), households: total(code, 'households') })
    const counted = isCounted(hierarchy, code) ? 1 : 0
    const holdsAsking = parts(code).some((part) => asking.has(part))
    const asked = counted || (!holdsAsking && isUnlisted(hierarchy, code)) ? 1 : 0
    if (asked || holdsAsking) asking.add(code)
    const isKnownOf = (figure: keyof Residents): 0 | 1 =>
      asked && isKnown(hierarchy, code, { figure, total: totals.get(code)![figure] }) ? 1 : 0
    const [known, householdsKnown] = [isKnownOf('people'), isKnownOf('households')]
    const whole = parts(code).length === 0
    const isNamed = !asked && !holdsAsking
    const residents = { people: rest(code, 'people'), households: rest(code, 'households') }
    const restGround = once(() => restOf(hierarchy, code, parts))
    units.push({
      code,
      part: whole ? 'whole' : 'rest',
      ...residents,
      places: whole ? counted : 0,
      asked: whole ? asked : 0,
      known: whole ? known : 0,
      householdsKnown: whole ? householdsKnown : 0,
      untold: isNamed && isUntold(code, 'people') ? 1 : 0,
      householdsUntold: isNamed && isUntold(code, 'households') ? 1 : 0,
      holds: {
        people: residents.people ? heldBy(code, 'people') : [],
        households: residents.households ? heldBy(code, 'households') : [],
      },
      held: NOT_HELD,
      ground: whole ? () => groundOfWhole(hierarchy, code, parts) : () => restGround().ground,
      goesWhole: whole ? NEVER : () => !restGround().isOpen,
      town: () => hierarchy.townOf(code) ?? (whole || isNobody(residents) ? null : restGround().town),
    })
    if (!whole && asked)
      units.push({
        ...{ code, part: 'count', people: null, households: null, places: counted, asked },
        ...{ known, householdsKnown, untold: 0, householdsUntold: 0, holds: NOTHING_HELD },
        held: NOT_HELD,
        ground: () => hierarchy.shapeOf(code),
        goesWhole: NEVER,
        town: () => hierarchy.townOf(code),
      })
  }
  for (const trunk of hierarchy.trunks) visit(trunk)
  const unknown: Residents = { people: null, households: null }
  const totalOf = (code: string): Residents => totals.get(code) ?? unknown
  return { units: withHeld(hierarchy, units, totalOf), notes, totalOf }
}

function withHeld(
  hierarchy: Hierarchy,
  units: readonly ResidentUnit[],
  totalOf: ResidentSheet['totalOf'],
): readonly ResidentUnit[] {
  const of = heldFigures(hierarchy, units, totalOf)
  const [people, households] = [of('people'), of('households')]
  return units.map((unit) =>
    people.has(unit) || households.has(unit)
      ? { ...unit, held: { people: people.get(unit) ?? null, households: households.get(unit) ?? null } }
      : unit,
  )
}

const isNobody = ({ people, households }: Residents): boolean => !people && !households
const NEVER = (): boolean => false
const NOTHING_HELD: ResidentUnit['holds'] = { people: [], households: [] }
const NOT_HELD: ResidentUnit['held'] = { people: null, households: null }

/** Children that take part in the count: all down to compounds, smaller ones only with a figure or when split. */
function partsBy(hierarchy: Hierarchy, split: ReadonlySet<string>): Parts {
  const known = new Map<string, readonly string[]>()
  const takesPart = (code: string): boolean => {
    const place = hierarchy.place(code)!
    return (
      DEPTH[place.kind] < DEPTH.building ||
      place.people !== null ||
      place.households !== null ||
      split.has(code) ||
      hierarchy.partsOf(code).some(takesPart)
    )
  }
  return (code) => {
    const found = known.get(code) ?? hierarchy.partsOf(code).filter(takesPart)
    known.set(code, found)
    return found
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
