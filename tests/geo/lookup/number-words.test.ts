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

test('J14 the word behind a building tells no two compounds of one name apart', () => {
  const places = [
    aPlace({ code: 't1', name: '石桥镇', kind: 'town' }),
    aPlace({ code: 't2', name: '柳林镇', kind: 'town' }),
    aPlace({ code: 'v1', name: '柳林村', kind: 'village', parent: 't1' }),
    aPlace({ code: 'a', name: '金桂园', kind: 'compound', parent: 'v1' }),
    aPlace({ code: 'a2', name: '2号楼', kind: 'building', parent: 'a' }),
    aPlace({ code: 'a3', name: '3幢', kind: 'building', parent: 'a' }),
    aPlace({ code: 'a3b', name: '3号楼', kind: 'building', parent: 'a' }),
    aPlace({ code: 'b', name: '金桂园', kind: 'compound', parent: 't2' }),
    aPlace({ code: 'b2', name: '2幢', kind: 'building', parent: 'b' }),
    aPlace({ code: 'c', name: '阳光小区', kind: 'compound', parent: 't1' }),
    aPlace({ code: 'c2', name: '2号楼', kind: 'building', parent: 'c' }),
    aPlace({ code: 'd', name: '阳光花园', kind: 'compound', parent: 't2' }),
    aPlace({ code: 'd2', name: '2栋', kind: 'building', parent: 'd' }),
  ]
  const facts = aFacts({ places })
  const question = { asOf: moment('2022-05-25T12:00').at, policyOf: policiesOf(facts) }
  const meant = (text: string) => {
    const { state, place, candidates } = lookUp(facts, question, [text])[0]!
    return state === 'matched' ? place : [state, ...candidates.map(({ code }) => code).sort()]
  }
  for (const text of ['金桂园2号楼', '金桂园2幢', '金桂园2栋', '柳林金桂园2号楼'])
    expect(meant(text)).toEqual(['ambiguous', 'a2', 'b2'])
  for (const text of ['阳光2号楼', '阳光2栋', '阳光2幢'])
    expect(meant(text)).toEqual(['ambiguous', 'c2', 'd2'])
  expect(meant('石桥镇金桂园2幢')).toBe('a2')
  expect(meant('柳林镇金桂园2号楼')).toBe('b2')
  expect(meant('柳林村金桂园3幢')).toBe('a3')
  expect(meant('石桥镇金桂园3号楼')).toBe('a3b')
})

test('J7 第 before a number keeps it apart from the number before it', () => {
  const places = ['阳光100', '阳光1000'].flatMap((name, at) => [
    aPlace({ code: `c${at}`, name, kind: 'compound' }),
    aPlace({ code: `c${at}b`, name: '11号楼', kind: 'building', parent: `c${at}` }),
  ])
  const facts = aFacts({ places })
  const question = { asOf: moment('2022-05-25T12:00').at, policyOf: policiesOf(facts) }
  const answers = lookUp(facts, question, ['阳光100第11号楼', '阳光1000第十一幢', '阳光100011号楼'])
  expect(answers.map(({ place }) => place)).toEqual(['c0b', 'c1b', null])
})

test('J2 where a number may be cut in several ways, the compound whose name has its beginning is offered too', () => {
  const towns = ['石桥镇', '柳林镇'].map((name, at) => aPlace({ code: `t${at}`, name, kind: 'town' }))
  const named = ['阳光100', '阳光1000', '阳光小区', '阳光花园'].map((name, at) =>
    aPlace({ code: `c${at}`, name, kind: 'compound', parent: at === 1 ? 't1' : 't0' }),
  )
  const facts = aFacts({ places: [...towns, ...named] })
  const question = { asOf: moment('2022-05-25T12:00').at, policyOf: policiesOf(facts) }
  const offered = (text: string) => {
    const { state, candidates } = lookUp(facts, question, [text])[0]!
    return [state, ...candidates.map(({ code }) => code).sort()]
  }
  expect(offered('阳光10021幢')).toEqual(['ambiguous', 'c0', 'c2', 'c3'])
  expect(offered('阳光10002号楼')).toEqual(['ambiguous', 'c0', 'c1', 'c2', 'c3'])
  expect(offered('石桥镇阳光10002号楼')).toEqual(['ambiguous', 'c0', 'c2', 'c3'])
  expect(offered('阳光21幢')).toEqual(['ambiguous', 'c2', 'c3'])
})
