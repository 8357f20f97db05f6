import { expect, test } from 'vitest'
import { assess, type ListSource, readAsOf, suppose } from '#geo'
import { aFacts, aPack, aPlace, aZone, box, cases, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

const at = (text: string): number => readAsOf(SHANGHAI, text)!
const facts = (until: string) =>
  aFacts({
    pack: aPack({ policy: 'test-one', use: 'live' }),
    policies: [onePolicy({ id: 'quiet', days: { since: { event: 'case' }, gte: 7 }, ifMissing: true })],
    places: [aPlace({ code: 'T', kind: 'town', shape: box(113, 34, 113.04, 34.04) })],
    zones: [aZone({ id: 'A', from: '2022-05-01', members: ['T'] })],
    cases: cases([{ id: 'a', reportedAt: '2022-05-16T09:00', zone: 'A' }]),
    listSources: (['cases', 'contacts', 'facts'] as const).map(
      (list): ListSource => ({
        ...{ list, file: null, ground: 'district', knownAt: null },
        until: { at: at(until), isDay: false },
      }),
    ),
  })
const stateOf = (until: string) => {
  const day = at('2022-05-26T12:00')
  const fact = { kind: 'fact', zone: 'A', fact: 'measuresInPlace', value: 'true', at: day } as const
  const supposed = suppose(facts(until), { asOf: at('2022-05-20T12:00'), hypotheses: [fact] })
  return assess(supposed.facts, { asOf: supposed.at }).zones[0]!.transitions[0]!.state
}

test('Z75 what is supposed for a later instant assumes that lists go on saying none, unless they are silent already', () => {
  expect(stateOf('2022-05-20T09:00')).toBe('due')
  expect(stateOf('2022-05-17T09:00')).toBe('unknown')
})
