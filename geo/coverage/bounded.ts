import type { GroundSum } from '../answers'
import type { Hierarchy } from '../places/hierarchy'
import { untoldParts } from '../places/stated-whole'
import type { ZoneGround } from '../zones/ground/ground'
import type { Share } from './shares'

/** How many parts of a zone no list tells: members that are no place, or all of one that nobody drew. */
export function unknownParts(hierarchy: Hierarchy, { members, outline }: ZoneGround): number {
  if (members.length === 0) return outline.length > 0 ? 0 : 1
  return members.filter((code) => !hierarchy.place(code)).length
}

type Counted = Omit<Share, 'holdsOf'>

/** Shares with so many parts that no list tells: what is counted is a lower bound. */
export function withUnknown(shares: readonly Counted[], parts: number): readonly Counted[] {
  if (parts === 0) return shares
  const nothing = { zone: null, town: null, areaM2: 0, people: null, households: null }
  const nobody = { places: 0, asked: 0, known: 0, householdsKnown: 0 }
  return [...shares, { ...nothing, ...nobody, untold: parts, householdsUntold: parts, stated: untoldParts() }]
}

type AtMost = Pick<GroundSum, 'holdsUntold' | 'holdsUntoldHouseholds' | 'holdsUnlisted'>

/** What is counted here may be a part of another zone that no list tells. */
export const MOST_OF_ALL: AtMost = { holdsUntold: true, holdsUntoldHouseholds: true, holdsUnlisted: true }

/** Whether people, or households, that are counted here are at most so many: some may be those of members of others. */
export function mostOf(shares: readonly Share[], isOther: (zone: string) => boolean): AtMost {
  const holds = (figure: 'people' | 'households'): boolean =>
    shares.some((share) => [...share.holdsOf[figure]].some(isOther))
  return {
    ...(holds('people') ? { holdsUntold: true as const } : {}),
    ...(holds('households') ? { holdsUntoldHouseholds: true as const } : {}),
  }
}

/** Of ground in which some lies that nobody drew and that is another's there is at most what is drawn. */
export const mostly = <T extends Pick<GroundSum, 'areaM2'>>(sum: T, holds: boolean): T =>
  holds && sum.areaM2 ? { ...sum, holdsUndrawn: true } : sum

/** What the places around which nothing lies all state for themselves is the whole, whatever is not known inside. */
export function statedByTops(
  hierarchy: Hierarchy,
  { people, peopleKnown, households, householdsKnown }: GroundSum,
): Pick<GroundSum, 'peopleStated' | 'householdsStated'> {
  const isWhole = (figure: 'people' | 'households', sum: number | null): boolean => {
    const own = hierarchy.tops.map((code) => hierarchy.place(code)![figure])
    if (sum === null || own.length === 0 || own.includes(null)) return false
    return Math.abs(own.reduce<number>((so, one) => so + one!, 0) - sum) < 1e-6 * Math.max(1, sum)
  }
  return {
    ...(peopleKnown < 1 && isWhole('people', people) ? { peopleStated: true as const } : {}),
    ...(householdsKnown < 1 && isWhole('households', households) ? { householdsStated: true as const } : {}),
  }
}
