import { describe, expect, test } from 'vitest'
import { type AssessAnswer, assess, type Facts, readAsOf } from '#geo'
import { aFact, aFacts, aPack, aRound, aZone, box, cases, contacts, SHANGHAI } from '../../helpers/facts'
import { shanghai22May } from '../../helpers/policies'

const at = (facts: Facts, asOf: string): AssessAnswer => assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! })
const zone = (answer: AssessAnswer, id: string) => answer.zones.find((one) => one.id === id)!
const lines = (answer: AssessAnswer, id: string) =>
  zone(answer, id).forecast.map(({ level, from, into }) => `${level} ${from}${into ? ` into ${into}` : ''}`)

describe('9th edition, Futian notice 225: 17 → 24 → 27 July 2022', () => {
  const futian = aFacts({
    pack: aPack({ policy: 'cn-9th-2022' }),
    zones: [aZone({ id: 'H1', level: 'H', from: '2022-07-17' })],
    cases: cases([{ reportedAt: '2022-07-16', zone: 'H1' }]),
    rounds: [aRound({ zone: 'H1', round: '7', startedAt: '2022-07-23', finishedAt: '2022-07-23' })],
  })

  test('P1 seven days and the round of day 7, then three days', () => {
    expect(lines(at(futian, '2022-07-23'), 'H1')).toEqual([
      'H 2022-07-17',
      'M 2022-07-24',
      'L 2022-07-27',
      'normal 2022-07-27',
    ])
  })

  test('P1 before the round the date is known and the forecast ends there', () => {
    const answer = at(futian, '2022-07-20')
    const lowering = zone(answer, 'H1').transitions.find((one) => one.id === 'high-to-medium')!
    expect(lowering).toMatchObject({ state: 'blocked', eligibleAt: '2022-07-24', to: 'M', into: null })
    expect(lowering.conditions.map((one) => [one.id, one.state, one.at, one.reason])).toEqual([
      ['noNewCase', 'unmet', '2022-07-24', 'days-left'],
      ['daySevenRound', 'unmet', null, 'no-round'],
    ])
    expect(lines(answer, 'H1')).toEqual(['H 2022-07-17'])
  })

  test('P1 a round on day 6 is too early', () => {
    const early = {
      ...futian,
      rounds: [aRound({ zone: 'H1', startedAt: '2022-07-22', finishedAt: '2022-07-22' })],
    }
    const [lowering] = zone(at(early, '2022-07-25'), 'H1').transitions.filter((one) => one.to === 'M')
    expect(lowering!.conditions[1]).toMatchObject({ state: 'unmet', reason: 'round-too-early' })
  })

  test('P1 a new case starts the days and the round anew', () => {
    const again = { ...futian, cases: cases([{ reportedAt: '2022-07-20', zone: 'H1' }]) }
    const answer = at(again, '2022-07-23')
    expect(zone(answer, 'H1').transitions.find((one) => one.to === 'M')).toMatchObject({
      state: 'blocked',
      eligibleAt: '2022-07-27',
    })
  })

  test('P2 medium risk drawn directly needs seven days and the round, medium from high only three days', () => {
    const direct = {
      ...futian,
      zones: [aZone({ id: 'H1', level: 'M', from: '2022-07-17T08:00' })],
      cases: cases([]),
    }
    expect(lines(at(direct, '2022-07-23'), 'H1')).toEqual([
      'M 2022-07-17T08:00:00+08:00',
      'L 2022-07-24T08:00:00+08:00',
      'normal 2022-07-24T08:00:00+08:00',
    ])
    const arrived = {
      ...direct,
      zones: [aZone({ id: 'H1', level: 'M', from: '2022-07-24', arrivedFrom: 'H' })],
    }
    expect(lines(at(arrived, '2022-07-24T12:00'), 'H1')).toEqual([
      'M 2022-07-24',
      'L 2022-07-27',
      'normal 2022-07-27',
    ])
  })

  test('P2 low risk goes to normal when no high or medium zone is left in the county', () => {
    const rest = { ...futian, zones: [...futian.zones, aZone({ id: 'L0', level: 'L', from: '2022-07-17' })] }
    const answer = at(rest, '2022-07-23')
    expect(lines(answer, 'L0')).toEqual(['L 2022-07-17', 'normal 2022-07-27'])
    expect(zone(answer, 'L0').transitions[0]).toMatchObject({ state: 'blocked' })
  })
})

describe('8th edition: 14 days, contacts, a round within two days', () => {
  const dongguan = aFacts({
    zones: [aZone({ id: 'S1', from: '2021-12-15' })],
    cases: cases([{ reportedAt: '2021-12-15', zone: 'S1' }]),
    contacts: contacts([{ exposedAt: '2021-12-14', zone: 'S1' }]),
    statedFacts: [aFact({ zone: 'S1', at: '2021-12-27', fact: 'contactsNegative' })],
    rounds: [aRound({ zone: 'S1', startedAt: '2021-12-28', finishedAt: '2021-12-28T15:00' })],
  })

  test('P3 a place whose last case was on 15 December is due on the 29th', () => {
    const answer = at(dongguan, '2021-12-29T16:00')
    expect(zone(answer, 'S1').transitions[0]).toMatchObject({
      id: 'unseal',
      kind: 'release',
      to: 'normal',
      state: 'due',
      eligibleAt: '2021-12-29',
    })
    expect(lines(answer, 'S1')).toEqual(['sealed 2021-12-15', 'normal 2021-12-29'])
  })

  test('P3 each of the three conditions alone blocks', () => {
    const only = (over: Partial<Facts>) =>
      zone(at({ ...dongguan, ...over }, '2021-12-29'), 'S1')
        .transitions[0]!.conditions.filter((one) => one.state !== 'met')
        .map((one) => one.id)
    expect(only({ cases: cases([{ reportedAt: '2021-12-20', zone: 'S1' }]) })).toEqual(['noNewCase'])
    expect(only({ contacts: contacts([{ exposedAt: '2021-12-17', zone: 'S1' }]) })).toEqual(['contactsPast'])
    expect(only({ statedFacts: [] })).toEqual(['contactsNegative'])
    expect(only({ rounds: [aRound({ zone: 'S1', finishedAt: '2021-12-26' })] })).toEqual(['finalRound'])
    expect(only({})).toEqual([])
  })

  test('P3 secondary contacts do not hold the zone', () => {
    const secondary = {
      ...dongguan,
      contacts: contacts([{ exposedAt: '2021-12-20', zone: 'S1', kind: 'secondary' }]),
    }
    expect(zone(at(secondary, '2021-12-29'), 'S1').transitions[0]!.state).toBe('due')
  })

  test('P3 a positive makes a controlled zone sealed; those it was drawn for do not', () => {
    const controlled = (reportedAt: string) =>
      at(
        aFacts({
          zones: [aZone({ id: 'C1', level: 'controlled', from: '2022-03-01' })],
          cases: cases([{ reportedAt, zone: 'C1' }]),
        }),
        '2022-03-05',
      )
    const raise = (reportedAt: string) => zone(controlled(reportedAt), 'C1').transitions[0]!
    expect(raise('2022-03-01')).toMatchObject({ id: 'positive-in-controlled', state: 'blocked' })
    expect(raise('2022-03-02')).toMatchObject({ state: 'due', eligibleAt: '2022-03-02', to: 'sealed' })
    expect(lines(controlled('2022-03-02'), 'C1')).toEqual(['controlled 2022-03-01', 'sealed 2022-03-02'])
  })
})

describe('Shanghai, 22 May 2022, as a policy that extends the three zones', () => {
  const pack = aPack({ policy: shanghai22May.id })
  const facts = aFacts({
    pack,
    policies: [shanghai22May],
    zones: [
      aZone({ id: 'S1', from: '2022-05-20', drawn: box(121.02, 31.02, 121.03, 31.03) }),
      aZone({ id: 'P0', level: 'precaution', from: '2022-05-10', drawn: box(121, 31, 121.1, 31.1) }),
    ],
    cases: cases([{ reportedAt: '2022-05-20', zone: 'S1' }]),
  })

  test('P4 sealed 7 days, controlled 3, then into the precaution zone around it, and that is lifted too', () => {
    const answer = at(facts, '2022-05-22')
    expect(lines(answer, 'S1')).toEqual([
      'sealed 2022-05-20',
      'controlled 2022-05-27',
      'precaution 2022-05-30 into P0',
    ])
    expect(lines(answer, 'P0')).toEqual(['precaution 2022-05-10', 'normal 2022-05-30'])
  })

  test('P4 a positive in a sealed zone restarts the clock', () => {
    const again = { ...facts, cases: cases([{ reportedAt: '2022-05-24T09:00', zone: 'S1' }]) }
    expect(lines(at(again, '2022-05-25'), 'S1')[1]).toBe('controlled 2022-05-31T09:00:00+08:00')
  })

  test('P4 controlled drawn directly takes 7 days', () => {
    const direct = { ...facts, zones: [aZone({ id: 'C1', level: 'controlled', from: '2022-05-20' })] }
    expect(lines(at({ ...direct, cases: cases([]) }, '2022-05-22'), 'C1')).toEqual([
      'controlled 2022-05-20',
      'precaution 2022-05-27',
      'normal 2022-05-27',
    ])
  })

  test('P4 positive in controlled seals it, and after that only 3 days follow', () => {
    const raised = {
      ...facts,
      zones: [aZone({ id: 'C1', level: 'controlled', from: '2022-05-20' })],
      cases: cases([{ reportedAt: '2022-05-23T10:00', zone: 'C1' }]),
    }
    expect(lines(at(raised, '2022-05-24'), 'C1')).toEqual([
      'controlled 2022-05-20',
      'sealed 2022-05-23T10:00:00+08:00',
      'controlled 2022-05-30T10:00:00+08:00',
      'precaution 2022-06-02T10:00:00+08:00',
      'normal 2022-06-02T10:00:00+08:00',
    ])
  })
})
