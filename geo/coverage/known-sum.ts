import type { GroundSum } from '../answers'
import { isStatedWhole } from '../places/stated-whole'
import type { Share } from './shares'

/** Sum of what is known, a lower bound where a value is null; null where none is known. */
export function knownSum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null
}

/** As exact as shares of places are. */
const NONE = 1e-9

/**
 * Sum of shares. People and households are null where none is known, and so are places where no list tells any of those
 * that lie there; `peopleKnown` and `householdsKnown` are 1 where nobody is asked.
 */
export function sumOf(shares: readonly Omit<Share, 'holdsOf'>[]): GroundSum & { readonly areaM2: number } {
  const added = (
    figure: Exclude<keyof Share, 'zone' | 'town' | 'people' | 'households' | 'holdsOf' | 'stated'>,
  ) => shares.reduce((sum, share) => sum + share[figure], 0)
  const [places, asked] = [added('places'), added('asked')]
  const isUnlisted = asked - places > NONE
  const of = (figure: 'people' | 'households') =>
    shares.length === 0 ? 0 : knownSum(shares.map((share) => share[figure]))
  const [people, households] = [of('people'), of('households')]
  const parts = shares.map(({ stated }) => stated)
  const isStated = (figure: 'people' | 'households'): boolean =>
    isStatedWhole(parts, figure) &&
    (figure === 'people'
      ? asked + added('untold') - added('known') > NONE
      : asked + added('householdsUntold') - added('householdsKnown') > NONE)
  const known = (count: number, untold: number, figure: 'people' | 'households'): number => {
    const told = shareOfZonesTold(shares, figure)
    if (asked + untold - count > NONE) return count / (asked + untold)
    return (figure === 'people' ? people : households) === null ? 0 : told
  }
  return {
    areaM2: added('areaM2'),
    people,
    peopleKnown: known(added('known'), added('untold'), 'people'),
    households,
    householdsKnown: known(added('householdsKnown'), added('householdsUntold'), 'households'),
    ...(people !== null && isStated('people') ? { peopleStated: true as const } : {}),
    ...(households !== null && isStated('households') ? { householdsStated: true as const } : {}),
    places: isUnlisted && places <= NONE ? null : places,
    ...(isUnlisted && places > NONE ? { isPartlyListed: true as const } : {}),
  }
}

/** Share of the zones among shares of which the figure is known: of one that lies amid a place none may be asked. */
function shareOfZonesTold(
  shares: readonly Pick<Share, 'zone' | 'people' | 'households'>[],
  figure: 'people' | 'households',
): number {
  const zoned = shares.filter(({ zone }) => zone !== null)
  const all = new Set(zoned.map(({ zone }) => zone)).size
  const told = new Set(zoned.filter((share) => share[figure] !== null).map(({ zone }) => zone)).size
  return all === 0 ? 1 : told / all
}
