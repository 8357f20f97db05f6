import { expect, test } from 'vitest'
import { roundRowsOf } from '../../../geo/zones/record/round-rows'
import { aRound } from '../../helpers/facts'
import { seeded } from '../../helpers/seeded'

test('rows of rounds by zone and by places are those that a search of the whole list finds, in its order', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = seeded(seed)
    const name = (letter: string): string | null =>
      random.chance(0.7) ? `${letter}${random.between(0, 4)}` : null
    const rounds = Array.from({ length: 60 }, (_, i) =>
      aRound({ zone: name('z'), place: name('p'), round: `${i}`, startedAt: '2022-05-10' }),
    )
    const rows = roundRowsOf(rounds)
    for (const id of ['z0', 'z3', 'z9'])
      expect(rows.ofZone(id)).toEqual(rounds.filter(({ zone }) => zone === id))
    for (const codes of [['p2'], ['p4', 'p0', 'p9'], []]) {
      const members = new Set(codes)
      expect(rows.ofPlaces(members).map(({ row }) => row)).toEqual(
        rounds.filter(({ zone, place }) => zone === null && place !== null && members.has(place)),
      )
    }
  }
})
