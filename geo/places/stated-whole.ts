import type { Hierarchy } from './hierarchy'

type Figure = 'people' | 'households'
type Figures = Readonly<Record<Figure, number | null>>

/** As `ResidentUnit`. */
interface Unit extends Figures {
  readonly code: string
  readonly part: 'whole' | 'rest' | 'count'
  readonly asked: number
  readonly known: number
  readonly householdsKnown: number
  readonly untold: number
  readonly householdsUntold: number
}
const FIGURES = ['people', 'households'] as const

/** How much lies here of the places under a stated figure that say none themselves, and of its rest, in which theirs is. */
interface StatedPart {
  readonly lacking: number
  readonly rest: number
}

/** By the place that states the figure; what no figure around it holds is under `NOBODY`. */
export type StatedParts = Readonly<Record<Figure, ReadonlyMap<string, StatedPart>>>
export type StatedPartsDraft = Readonly<Record<Figure, Map<string, StatedPart>>>

export const noStatedParts = (): StatedPartsDraft => ({ people: new Map(), households: new Map() })

/** Of a unit whose figure is not known, or of the rest that holds such figures; null of every other. */
export type HeldFigure = { readonly by: string; readonly part: StatedPart } | null

const NOBODY = ''

/** As exact as shares of places are. */
const NEARLY = 1e-6

/**
 * Of each unit, which stated figure holds it: a village that says none is in what its town says, so that of the whole
 * town nothing is unknown. A figure that its parts exceed holds none of them; one they use up leaves the others nobody.
 */
export function heldFigures<U extends Unit>(
  hierarchy: Hierarchy,
  units: readonly U[],
  totalOf: (code: string) => Figures,
): (figure: Figure) => ReadonlyMap<U, NonNullable<HeldFigure>> {
  const rests = new Map(units.filter(({ part }) => part === 'rest').map((unit) => [unit.code, unit]))
  return (figure) => {
    const holderOf = holdersOf(hierarchy, totalOf, figure)
    const lacking = units.flatMap((unit) => (isUnknown(unit, figure) ? [unit] : []))
    const held = lacking.map((unit) => ({ unit, by: holderOf(unit.code) ?? NOBODY }))
    const open = held.filter(({ by }) => by === NOBODY || rests.get(by)?.[figure] !== 0)
    const counts = new Map<string, number>()
    for (const { by } of open) counts.set(by, (counts.get(by) ?? 0) + 1)
    const found = new Map<U, NonNullable<HeldFigure>>()
    for (const { unit, by } of open) found.set(unit, { by, part: { lacking: 1 / counts.get(by)!, rest: 0 } })
    for (const by of counts.keys()) {
      const rest = rests.get(by)
      if (rest) found.set(rest, { by, part: { lacking: 0, rest: 1 } })
    }
    return found
  }
}

/** The nearest place around one that states the figure and is not exceeded by its parts. */
const holdersOf =
  (hierarchy: Hierarchy, totalOf: (code: string) => Figures, figure: Figure) =>
  (code: string): string | null =>
    hierarchy.ancestorsOf(code).find((around) => {
      const own = hierarchy.place(around)![figure]
      return own !== null && own === totalOf(around)[figure]
    }) ?? null

/** Places of which the figure is a lower bound or not known: that of some part is not, and nothing inside states it. */
export function openPlaces(
  hierarchy: Hierarchy,
  { units, totalOf }: { readonly units: readonly Unit[]; readonly totalOf: (code: string) => Figures },
  figure: Figure,
): ReadonlySet<string> {
  const holderOf = holdersOf(hierarchy, totalOf, figure)
  const open = new Set<string>()
  for (const unit of units) {
    if (!isUnknown(unit, figure)) continue
    const holder = holderOf(unit.code)
    for (const code of [unit.code, ...hierarchy.ancestorsOf(unit.code)]) {
      if (code === holder) break
      open.add(code)
    }
  }
  return open
}

const isUnknown = (unit: Unit, figure: Figure): boolean =>
  figure === 'people'
    ? unit.asked > unit.known || unit.untold > 0
    : unit.asked > unit.householdsKnown || unit.householdsUntold > 0

/** Adds so much of a unit to what lies here. */
export function addStated(
  to: StatedPartsDraft,
  { held }: { readonly held: Readonly<Record<Figure, HeldFigure>> },
  share: number,
): void {
  for (const figure of FIGURES) {
    const one = held[figure]
    if (!one) continue
    const so = to[figure].get(one.by) ?? { lacking: 0, rest: 0 }
    to[figure].set(one.by, {
      lacking: so.lacking + one.part.lacking * share,
      rest: so.rest + one.part.rest * share,
    })
  }
}

/** Parts of a zone that no list tells: no figure holds them. */
export function untoldParts(): StatedParts {
  const one = new Map([[NOBODY, { lacking: 1, rest: 0 }]])
  return { people: one, households: one }
}

/** Whether every figure that is not known here is in a stated one that lies here as a whole. */
export function isStatedWhole(parts: readonly Pick<StatedParts, Figure>[], figure: Figure): boolean {
  const sums = new Map<string, StatedPart>()
  for (const one of parts)
    for (const [by, { lacking, rest }] of one[figure]) {
      const so = sums.get(by) ?? { lacking: 0, rest: 0 }
      sums.set(by, { lacking: so.lacking + lacking, rest: so.rest + rest })
    }
  return [...sums].every(
    ([by, { lacking, rest }]) =>
      lacking < NEARLY || (by !== NOBODY && lacking > 1 - NEARLY && rest > 1 - NEARLY),
  )
}
