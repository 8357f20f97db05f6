import { expect, test } from 'vitest'
import { lookUp, policiesOf } from '#geo'
import { aFacts, aPlace, aZone, box, moment } from '../../helpers/facts'
import { largeCity } from '../../helpers/large-city'
import { strangersOf, withTrickyNames } from '../../helpers/number-words'

test.each([1, 2, 9, 77])(
  'J14 in city %i no line is certain to which a number word was put, from which one was taken, or in which one is another',
  (seed) => {
    const city = withTrickyNames(
      largeCity({
        ...{ seed, towns: 8, villagesInTown: 4, compoundsInVillage: 20 },
        ...{ compoundsWithBuildings: 200, zones: 40 },
      }),
    )
    const facts = aFacts({ places: city.places, zones: city.zones })
    const question = { asOf: moment('2022-05-25T12:00').at, policyOf: policiesOf(facts) }
    const strangers = strangersOf(city, { seed, count: 1_500 })
    const answers = lookUp(
      facts,
      question,
      strangers.map(({ text }) => text),
    )
    const certain = answers.flatMap(({ state, name }, at) =>
      state === 'matched' || state === 'partly'
        ? [`${strangers[at]!.how}: ${strangers[at]!.text} → ${name}`]
        : [],
    )
    expect(certain).toEqual([])
  },
)

test('J14 what is left of a name without its word is every compound whose name goes on from it', () => {
  const names = ['阳光小区', '阳光新村', '阳光花园', '金水小区']
  const places = names.map((name, at) =>
    aPlace({ code: `c${at}`, name, kind: 'compound', shape: box(120 + at, 31, 120.5 + at, 31.5) }),
  )
  const zones = [aZone({ id: 'S', level: 'sealed', from: '2022-05-01', members: ['c0', 'c3'] })]
  const facts = aFacts({ places, zones })
  const question = { asOf: moment('2022-05-25T12:00').at, policyOf: policiesOf(facts) }
  const states = lookUp(facts, question, ['阳光', '阳光3号楼', '阳光小区', '阳光花园', '金水']).map(
    ({ state }) => state,
  )
  expect(states).toEqual(['ambiguous', 'ambiguous', 'matched', 'matched', 'matched'])
})
