import type { UnplacedWhy } from '../../answers'
import type { Location } from './said'

/** How a ground lies to a zone: wholly in it, wholly outside, or partly, or nobody can tell. */
export type Lies = 'in' | 'out' | 'part'

/** By index of the zone, how something lies to it; outside of all others. */
export type LiesIn = ReadonlyMap<number, Exclude<Lies, 'out'>>

/** How something lies to the zones to which it may lie other than outside. */
export function liesIn(candidates: Iterable<number>, of: (at: number) => Lies): LiesIn {
  const lies = new Map<number, Exclude<Lies, 'out'>>()
  for (const at of candidates) {
    const one = of(at)
    if (one !== 'out') lies.set(at, one)
  }
  return lies
}

const concernedBy = (all: readonly LiesIn[]): Set<number> => new Set(all.flatMap((one) => [...one.keys()]))

/** How one of several places lies, of which nobody can tell which is meant. */
export function anyOf(places: readonly LiesIn[]): LiesIn {
  return liesIn(concernedBy(places), (at) => {
    const [first, ...others] = places.map((one): Lies => one.get(at) ?? 'out')
    return others.every((one) => one === first) ? first! : 'part'
  })
}

/** How a place with a position in it lies: the position tells what the place leaves open; without agreement both may be. */
export function bothOf(byPlace: LiesIn, byPosition: LiesIn, agree: boolean): LiesIn {
  return liesIn(concernedBy([byPlace, byPosition]), (at) => {
    const [place, point]: [Lies, Lies] = [byPlace.get(at) ?? 'out', byPosition.get(at) ?? 'out']
    if (place === point) return place
    if (!agree) return 'part'
    return place === 'part' ? point : place === 'in' || point === 'in' ? 'in' : point
  })
}

/** The zones in which it lies and may lie; `unsure` where it may. */
export function toldBy(
  lies: LiesIn,
  { near, unsure }: { readonly near: readonly string[]; readonly unsure: UnplacedWhy | null },
): Location {
  const lying = (how: Lies): number[] =>
    [...lies.keys()].filter((at) => lies.get(at) === how).sort((a, b) => a - b)
  const may = lying('part')
  return { in: lying('in'), may, why: may.length > 0 ? unsure : null, near }
}
