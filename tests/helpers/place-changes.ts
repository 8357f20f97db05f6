import {
  type Facts,
  hierarchyOf,
  type Place,
  type PlaceBegun,
  type PlaceChange,
  replay,
  residentsOf,
} from '#geo'
import { moment, origin, SHANGHAI } from './facts'
import type { Random } from './seeded'

export const aChange = (
  over: Partial<Omit<PlaceChange, 'at'>> & Pick<PlaceChange, 'kind' | 'ends' | 'begins'> & { at: string },
): PlaceChange => ({ event: null, origin: origin('log.ndjson'), ...over, at: moment(over.at) })

export const aBegun = (code: string, over: Partial<PlaceBegun> = {}): PlaceBegun => ({
  ...{ code, name: null, people: null, households: null },
  ...over,
})

/** Facts whose places are merged, split and renamed, one change a day from 11 May on. */
export function changedAtRandom(random: Random, facts: Facts, count: number): Facts {
  const changes: PlaceChange[] = []
  for (let i = 0; i < count; i++) {
    const { places } = replay(facts.places, changes, { count: i, timezone: SHANGHAI })
    const change = oneOf(random, [merge, split, rename])(random, places, {
      at: `2022-05-${11 + i}`,
      fresh: (letter: string) => `${letter}${i}`,
    })
    if (change) changes.push(change)
  }
  return { ...facts, placeChanges: changes }
}

interface Day {
  readonly at: string
  readonly fresh: (letter: string) => string
}

const oneOf = <One>(random: Random, all: readonly One[]): One => all[random.between(0, all.length - 1)]!

const changeable = (places: readonly Place[]): Place[] =>
  places.filter(({ kind, former }) => !former && (kind === 'village' || kind === 'compound'))

function merge(random: Random, places: readonly Place[], { at, fresh }: Day): PlaceChange | null {
  const hierarchy = hierarchyOf(places)
  const first = oneOf(random, changeable(places))
  const beside = changeable(places).filter(
    ({ code, kind }) =>
      code !== first.code &&
      kind === first.kind &&
      hierarchy.parentOf(code) === hierarchy.parentOf(first.code),
  )
  if (beside.length === 0) return null
  const ends = [first, ...beside.slice(0, random.between(1, 2))].map(({ code }) => code)
  const into = random.chance(0.5) ? oneOf(random, ends) : fresh('M')
  return aChange({ kind: 'merged', at, ends, begins: [aBegun(into)] })
}

function split(random: Random, places: readonly Place[], { at, fresh }: Day): PlaceChange {
  const { code } = oneOf(random, changeable(places))
  const codes = [random.chance(0.5) ? code : fresh('P'), fresh('Q')]
  const total = residentsOf(hierarchyOf(places)).totalOf(code)
  const isTold = random.chance(0.5) && total.people !== null && total.households !== null
  const [people, households] = [Math.floor((total.people ?? 0) / 3), Math.floor((total.households ?? 0) / 4)]
  const told = [
    { people, households },
    { people: (total.people ?? 0) - people, households: (total.households ?? 0) - households },
  ]
  const begins = codes.map((one, i) => aBegun(one, isTold ? told[i] : {}))
  return aChange({ kind: 'split', at, ends: [code], begins })
}

function rename(random: Random, places: readonly Place[], { at, fresh }: Day): PlaceChange {
  const { code } = oneOf(random, changeable(places))
  return aChange({ kind: 'renamed', at, ends: [code], begins: [aBegun(code, { name: fresh('新名') })] })
}
