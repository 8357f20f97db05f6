import { expect, test } from 'vitest'
import { assess, factsOfZone, policiesOf, type ZoneStay } from '#geo'
import { invalidPart } from '../../../src/log/outside/schema'
import { statementOf } from '../../../src/operations/hand/state-fact'
import { countTyped, momentTyped, typedInstant } from '../../../src/views/hand/forms/as-typed'
import { contactRows } from '../../../src/views/hand/forms/contact-form'
import { factLacking, saidOf } from '../../../src/views/hand/forms/fact-form'
import { listedIn, newsOf, nextRound, openedRound } from '../../../src/views/hand/forms/round-form'
import { aFact, aFacts, aPack, aPlace, aRound, aZone, contacts, moment } from '../../helpers/facts'
import { LogPen } from '../../helpers/log'
import { onePolicy } from '../../helpers/policies'

const AT = moment('2022-05-27T14:00').at
const ZONE = 'Asia/Shanghai'
const facts = aFacts({
  pack: aPack({ policy: 'test-one' }),
  policies: [
    onePolicy({
      all: [
        { id: 'disinfected', flag: 'disinfectionPassed' },
        { id: 'days', days: { since: { event: 'terminalDisinfection' }, gte: 3 } },
        { id: 'samples', flag: 'environmentNegative' },
      ],
    }),
  ],
  places: [aPlace({ code: 'V1', kind: 'village' })],
  zones: [aZone({ id: 'Z', level: 'sealed', from: '2022-05-01', members: ['V1'] })],
  statedFacts: [aFact({ zone: 'Z', at: '2022-05-20T08:00', fact: 'disinfectionPassed', value: 'true' })],
  stated: new Set(['cases', 'contacts', 'rounds', 'facts']),
})
const policy = policiesOf(facts)({ policy: null } as ZoneStay)!
const zone = assess(facts, { asOf: AT }).zones[0]!
const valid = (body: Parameters<LogPen['say']>[0]) => invalidPart(new LogPen().say(body)[0])

test('L96 the facts that a zone waits for come first, and each condition knows its own', () => {
  expect(factsOfZone(zone, policy).map(({ name, kind, isLacking }) => [name, kind, isLacking])).toEqual([
    ['terminalDisinfection', 'event', true],
    ['environmentNegative', 'yesNo', true],
    ['disinfectionPassed', 'yesNo', false],
  ])
  const lacking = zone.transitions[0]!.conditions.map((one) => [
    one.id,
    factLacking(zone, policy, one)?.name ?? null,
  ])
  expect(Object.fromEntries(lacking)).toMatchObject({
    ...{ disinfected: null, days: 'terminalDisinfection', samples: 'environmentNegative' },
  })
})

test('L96 what the form of a fact writes is valid; a figure that is none is not a number', () => {
  const said = saidOf(
    { zone: 'Z', fact: '', value: '', at: '2022-05-27 14:00', unit: ' 区疾控 ', paper: ' ' },
    ZONE,
  )
  expect(said).toEqual({
    zone: 'Z',
    place: null,
    at: '2022-05-27T14:00:00+08:00',
    unit: '区疾控',
    paper: null,
  })
  const fact = statementOf({ name: 'environmentNegative', kind: 'yesNo' }, 'true', said)
  const figure = statementOf({ name: 'positivity', kind: 'figure' }, ' 3.5 ', said)
  expect([fact, figure].map((body) => valid(body))).toEqual([null, null])
  expect(figure).toMatchObject({ type: 'metric.stated@1', value: 3.5 })
  expect(statementOf({ name: 'positivity', kind: 'figure' }, '', said)).toMatchObject({ value: Number.NaN })
})

test('L97 a round is opened with its next number and as many as are known to live there', () => {
  const rounds = [
    aRound({ zone: 'Z', round: '2' }),
    aRound({ zone: 'Z', round: 'Z-10' }),
    aRound({ zone: 'Y', round: '40' }),
  ]
  expect([nextRound({ rounds }, 'Z'), nextRound({ rounds: [] }, 'Z')]).toEqual(['11', '1'])
  const of = (people: number | null, peopleKnown: number) => listedIn({ people, peopleKnown } as never)
  expect([of(1_200.4, 1), of(1_200, 0.9), of(null, 0), listedIn(null)]).toEqual(['1200', '', '', ''])
  expect(['', '1,200', '12余', '0'].map(countTyped)).toEqual([null, 1_200, Number.NaN, 0])
  const fields = {
    ...{ zone: 'Z', place: null, round: '11', startedAt: '2022-05-27 08:00', listed: null, excused: '30' },
    method: 'pool10',
  }
  const round = openedRound(fields, { listed: '1200', timezone: ZONE })
  expect(round).toMatchObject({ listed: 1_200, excused: 30, sampled: null, finishedAt: null, result: null })
  expect(valid({ type: 'round.reported@1', at: round.startedAt, round })).toBe(null)
  const news = newsOf(
    { sampled: '1,100', resulted: '', positiveTubes: '0', positivePeople: '' },
    { at: AT, timezone: ZONE, result: 'negative' },
  )
  expect(news).toEqual({
    ...{ sampled: 1_100, resulted: null, positiveTubes: 0, positivePeople: null },
    ...{ finishedAt: '2022-05-27T14:00:00+08:00', result: 'negative' },
  })
})

test('L100 contacts that have not been moved come first, and are found by number, case or place', () => {
  const table = contacts([
    { id: 'M1', case: 'C1', place: 'V1', releasedAt: '2022-05-26T08:00', transferredAt: '2022-05-20T08:00' },
    { id: 'M2', case: 'C1', place: 'V1', transferredAt: '2022-05-20T08:00' },
    { id: 'M3', case: 'C2', place: 'V2', transferredAt: '2022-05-28T08:00' },
  ])
  const found = (wanted: string) =>
    contactRows({ contacts: table }, { asOf: AT, wanted, most: 10 }).map(({ id, state }) => [id, state])
  expect(found('')).toEqual([
    ['M3', 'open'],
    ['M2', 'there'],
    ['M1', 'over'],
  ])
  expect(found('c1').map(([id]) => id)).toEqual(['M2', 'M1'])
  expect(found('nobody')).toEqual([])
})

test('L93 a day that was typed stays a day, a time has its zone, and what cannot be read is said as it was typed', () => {
  const zone = 'Asia/Shanghai'
  const typed = ['2022-05-27', '2022-05-27 14:00', ' ', '25点']
  expect(typed.map((one) => momentTyped(zone, one))).toEqual([
    '2022-05-27',
    '2022-05-27T14:00:00+08:00',
    null,
    '25点',
  ])
  expect(typedInstant(zone, Date.UTC(2022, 4, 27, 6))).toBe('2022-05-27 14:00')
})
