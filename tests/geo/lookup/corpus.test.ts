import { expect, test } from 'vitest'
import { lookUp, policiesOf } from '#geo'
import { type Address, addressCorpus } from '../../helpers/address-corpus'
import { aFacts, moment } from '../../helpers/facts'
import { largeCity } from '../../helpers/large-city'

const city = largeCity({
  ...{ seed: 9, towns: 8, villagesInTown: 4, compoundsInVillage: 20 },
  ...{ compoundsWithBuildings: 200, zones: 40 },
})
const facts = aFacts({ places: city.places, zones: city.zones })
const question = { asOf: moment('2022-05-25T12:00').at, policyOf: policiesOf(facts) }

function answered(corpus: readonly Address[]) {
  return corpus.map((address) => ({ ...address, answer: lookUp(facts, question, [address.text])[0]! }))
}
type Answered = ReturnType<typeof answered>[number]
const isCertain = ({ answer }: Answered): boolean => answer.state === 'matched'
const isRight = ({ answer, place, zone }: Answered): boolean => answer.place === place && answer.zone === zone
const said = (all: readonly Answered[]): string[] =>
  all.map(({ how, text, place, answer }) => `${how}: ${text} → ${answer.state} ${answer.place} (${place})`)

test.each([1, 2, 3])('J14 of 200 addresses none is wrong as certain (seed %i)', (seed) => {
  const all = answered(addressCorpus(city, { seed, count: 200 }))
  expect(said(all.filter((one) => isCertain(one) && !isRight(one)))).toEqual([])
  const [exact, variants] = (['exact', 'variant'] as const).map((sort) =>
    all.filter((one) => one.sort === sort),
  )
  expect(exact!.filter(isCertain).length).toBeGreaterThanOrEqual(0.99 * exact!.length)
  expect(variants!.filter(isCertain).length).toBeGreaterThanOrEqual(0.9 * variants!.length)
})

test('J3 J14 a spoiled address is open and mostly offers what was meant', () => {
  const spoiled = answered(addressCorpus(city, { seed: 4, count: 200 })).filter(
    ({ sort }) => sort === 'wrong',
  )
  expect(said(spoiled.filter(isCertain))).toEqual([])
  const offered = spoiled.filter(({ answer }) => answer.candidates.length > 0)
  expect(offered.length).toBeGreaterThan(0.9 * spoiled.length)
})
