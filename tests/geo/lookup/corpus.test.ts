import { expect, test } from 'vitest'
import { lookUp, policiesOf } from '#geo'
import { type Address, addressCorpus } from '../../helpers/address-corpus'
import { aFacts, moment } from '../../helpers/facts'
import { largeCity } from '../../helpers/large-city'

function aCity(seed: number) {
  const city = largeCity({
    ...{ seed, towns: 8, villagesInTown: 4, compoundsInVillage: 20 },
    ...{ compoundsWithBuildings: 200, zones: 40 },
  })
  const facts = aFacts({ places: city.places, zones: city.zones })
  const question = { asOf: moment('2022-05-25T12:00').at, policyOf: policiesOf(facts) }
  const answered = (corpus: readonly Address[]) =>
    corpus.map((address) => ({ ...address, answer: lookUp(facts, question, [address.text])[0]! }))
  return { city, answered }
}
const CITIES = new Map([1, 2, 9, 77].map((seed) => [seed, aCity(seed)]))
const EACH = [...CITIES.keys()].flatMap((city) => [1, 2, 3].map((seed) => [city, seed] as const))
type Answered = ReturnType<ReturnType<typeof aCity>['answered']>[number]
const isCertain = ({ answer }: Answered): boolean => answer.state === 'matched'
const isRight = ({ answer, place, zone }: Answered): boolean => answer.place === place && answer.zone === zone
const said = (all: readonly Answered[]): string[] =>
  all.map(({ how, text, place, answer }) => `${how}: ${text} → ${answer.state} ${answer.place} (${place})`)

test.each(EACH)('J14 of 1000 addresses of city %i none is wrong as certain (seed %i)', (of, seed) => {
  const { city, answered } = CITIES.get(of)!
  const all = answered(addressCorpus(city, { seed, count: 1_000 }))
  expect(said(all.filter((one) => isCertain(one) && !isRight(one)))).toEqual([])
  const [exact, variants] = (['exact', 'variant'] as const).map((sort) =>
    all.filter((one) => one.sort === sort),
  )
  expect(exact!.filter(isCertain).length).toBeGreaterThanOrEqual(0.99 * exact!.length)
  expect(variants!.filter(isCertain).length).toBeGreaterThanOrEqual(0.9 * variants!.length)
})

test.each([...CITIES.keys()])(
  'J3 J14 a spoiled address of city %i is open and mostly offers what was meant',
  (of) => {
    const { city, answered } = CITIES.get(of)!
    const spoiled = answered(addressCorpus(city, { seed: 4, count: 200 })).filter(
      ({ sort }) => sort === 'wrong',
    )
    expect(said(spoiled.filter(isCertain))).toEqual([])
    const offered = spoiled.filter(({ answer }) => answer.candidates.length > 0)
    expect(offered.length).toBeGreaterThan(0.9 * spoiled.length)
  },
)

test.each([...CITIES.keys()])(
  'J3 no letter lost in a compound of city %i and no road behind one is certain',
  (of) => {
    const { city, answered } = CITIES.get(of)!
    const known = new Set(
      city.places.flatMap(({ name, aliases }) => [name, name.replace(/小区$/, ''), ...aliases]),
    )
    const compounds = city.places.filter(({ kind }) => kind === 'compound')
    const texts = compounds.flatMap(({ name, parent }) => {
      const town = city.places.find(({ code }) => code === parent!.slice(0, 9))!.name
      const lost = [...name].map((_, at) => name.slice(0, at) + name.slice(at + 1))
      const unknown = lost.filter((one) => !known.has(one))
      return [
        ...unknown.flatMap((one) => ['', '14号楼'].map((building) => town + one + building)),
        ...['丰谷路1342号', '丰谷路1342弄'].map((road) => town + name + road),
      ]
    })
    const all = answered(
      texts.map((text) => ({ ...{ text, sort: 'wrong', how: 'spoiled' }, place: null, zone: null })),
    )
    expect(all.length).toBeGreaterThan(5_000)
    expect(said(all.filter(isCertain))).toEqual([])
  },
)
