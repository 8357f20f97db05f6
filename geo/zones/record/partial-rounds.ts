import type { Facts, Round, ZoneStay } from '../../facts'
import { type Hierarchy, hierarchyOf } from '../../places/hierarchy'
import type { RoundFigures } from './record'
import { coverageOf, figuresOf, isResulted } from './round-figures'
import { mayBeOneNumber } from './round-numbers'

/** A round that has begun, and its index in the list. */
export interface SeenRound {
  readonly round: Round
  readonly index: number
}

type Stays = ReadonlyMap<string, readonly ZoneStay[]>

/**
 * Rows that name a zone and a place that is not all of it speak for the place: what was found in a part is not found of
 * the whole. A zone without members, and a place nobody knows, leave the row to the zone it names.
 */
export function byTheirGround(seen: readonly SeenRound[], stays: Stays, facts: Facts): readonly SeenRound[] {
  const hierarchy = hierarchyOf(facts.places)
  return seen.map((one) => {
    const { zone, place } = one.round
    const members = zone === null ? undefined : stays.get(zone)?.at(-1)?.members
    if (place === null || !members || members.length === 0 || !hierarchy.place(place)) return one
    if (members.every((code) => liesIn(hierarchy, code, place))) return one
    return { ...one, round: { ...one.round, zone: null } }
  })
}

const liesIn = (hierarchy: Hierarchy, place: string, outer: string): boolean =>
  place === outer || hierarchy.ancestorsOf(place).includes(outer)

/**
 * By zone, the rows of places in it, and those that name it with a place of their own, that say something against what
 * its own rounds found: somebody, or results open, or not said, or people of one round who were not sampled.
 */
export function partialRounds(
  seen: readonly SeenRound[],
  own: readonly (readonly RoundFigures[])[],
  { names, inside }: { names: readonly string[]; inside: (index: number) => readonly number[] },
): RoundFigures[][] {
  const counted = own.map((rounds) => new Set(rounds.flatMap(({ rows }) => rows.map(keyOf))))
  const parts = own.map((): RoundFigures[] => [])
  for (const { round, index } of seen)
    for (const zone of inside(index)) {
      if (round.zone === names[zone] || counted[zone]?.has(keyOf(round.origin))) continue
      if (speaksAgainst(round, own[zone]!)) parts[zone]!.push(figuresOf([round]))
    }
  return parts
}

const keyOf = ({ segment, file, row }: { segment?: string | null; file: string; row: number }): string =>
  `${segment ?? ''}\n${file}\n${row}`

function speaksAgainst(round: Round, own: readonly RoundFigures[]): boolean {
  if (round.finishedAt === null || round.result !== 'negative' || (round.positivePeople ?? 0) > 0) return true
  if (isResulted(round) === false) return true
  return coverageOf(round) !== 1 && own.some((one) => mayBeOneNumber(one, round))
}
