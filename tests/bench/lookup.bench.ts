import { groundOf, hierarchyOf, lookUp, namesOf, placeCards, policiesOf } from '#geo'
import { aFacts, moment } from '../helpers/facts'
import { LARGE_CITY, largeCity } from '../helpers/large-city'
import { seeded } from '../helpers/seeded'

/**
 * Look-up in a city of 26,000 compounds: how long the index takes, then each line alone. Of the index the time of the
 * processor is told too, which another program on the machine does not lengthen.
 */
const LINES = 2_000

const from = performance.now()
const { places, zones } = largeCity(LARGE_CITY)
const facts = aFacts({ places, zones: [...zones] })
const told = (what: string, ms: number): void => console.log(`${what.padEnd(44)} ${ms.toFixed(1)} ms`)
told(`city of ${places.length} places, ${zones.length} zones made`, performance.now() - from)

const ofProcessor = (): number => process.cpuUsage().user / 1_000
function timed<T>(what: string, run: () => T): T {
  const [start, before] = [performance.now(), ofProcessor()]
  const made = run()
  told(what, performance.now() - start)
  told('  of the processor', ofProcessor() - before)
  return made
}

const question = { asOf: moment('2022-05-25T12:00').at, policyOf: policiesOf(facts) }
const [start, before] = [performance.now(), ofProcessor()]
const hierarchy = timed('hierarchy', () => hierarchyOf(facts.places))
timed('names', () => namesOf(hierarchy))
timed('ground of the zones', () => groundOf(facts, question.asOf, question.policyOf))
timed('first line', () => lookUp(facts, question, [places[1]!.name]))
timed('first coordinates', () => lookUp(facts, question, ['121.01, 31.01']))
told('index, all of it', performance.now() - start)
told('  of the processor', ofProcessor() - before)

const random = seeded(1)
const compounds = places.filter(({ kind }) => kind === 'compound')
const nameOf = new Map(places.map(({ code, name }) => [code, name]))
const lines = Array.from({ length: LINES }, (_, i) => {
  const { code, name } = compounds[random.between(0, compounds.length - 1)]!
  const town = nameOf.get(code.slice(0, 9))!
  const letter = random.between(0, name.length - 1)
  return [name, `${town}${name}3号201室`, name.slice(0, letter) + name.slice(letter + 1), `新${name}`][i % 4]!
})
const each = lines.map((line) => {
  const begun = performance.now()
  lookUp(facts, question, [line])
  return performance.now() - begun
})
each.sort((a, b) => a - b)
told('each line, median', each[LINES / 2]!)
told('each line, 99 of 100', each[Math.floor(LINES * 0.99)]!)
told('each line, longest', each.at(-1)!)
timed('first card of a place', () => placeCards(facts, question, [compounds[9]!.code]))
timed('12 cards', () =>
  placeCards(
    facts,
    question,
    compounds.slice(40, 52).map(({ code }) => code),
  ),
)
