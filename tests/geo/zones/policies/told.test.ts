import { describe, expect, test } from 'vitest'
import { assess, readAsOf } from '#geo'
import { aFact, aFacts, aPack, aPlace, aZone, cases, contacts, SHANGHAI } from '../../../helpers/facts'
import { clean, transition, under, zone } from './ask'

describe('what a text leaves open is told', () => {
  test('Y40 Xi’an: the text does not say how a controlled zone that was sealed before ends', () => {
    const facts = under('cn-xian-2022', {
      ...{ level: 'controlled', from: '2022-01-10' },
      zones: [aZone({ id: 'Z', level: 'controlled', from: '2022-01-10', arrivedFrom: 'sealed' })],
    })
    const { noWayOut } = zone(facts, '2022-02-20')
    expect(noWayOut!.zh).toMatch(/没有写明由封控区转来的管控区如何解除，须由人决定/)
    expect(noWayOut!.en).toMatch(/does not say how Controlled that was Sealed before ends/)
    const direct = under('cn-xian-2022', { level: 'controlled', from: '2022-01-10' })
    expect(zone(direct, '2022-02-20').noWayOut).toBe(null)
  })

  test('Y40 Shanghai, 11 April: nor how a precaution zone ends; the lowest level needs no way out', () => {
    expect(
      zone(under('cn-shanghai-2022-04-11', { level: 'precaution', from: '2022-04-11' }), '2022-05-01')
        .noWayOut!.zh,
    ).toMatch(/没有写明防范区如何解除/)
    expect(
      zone(under('cn-2021-three-zone', { level: 'sealed', from: '2022-04-11' }), '2022-05-01').noWayOut,
    ).toBe(null)
  })

  test('Y40 a condition that is our reading says so, in its answer', () => {
    const facts = under('cn-guangzhou-2021-n20', { level: 'sealed', from: '2021-05-30' })
    const told = transition(facts, '2021-06-14', 'unseal').conditions.map(
      ({ id, reading }) => `${id} ${reading}`,
    )
    expect(told.slice(0, 3)).toEqual(['measuresHeld false', 'noNewCase true', 'threeRounds true'])
  })

  test('Y40 places of a kind that no rule classifies are counted by kind', () => {
    const facts = aFacts({
      pack: aPack({ policy: 'cn-beijing-2020-risk' }),
      places: [
        aPlace({ code: 'd', kind: 'district' }),
        aPlace({ code: 't', kind: 'town', parent: 'd' }),
        aPlace({ code: 'c', kind: 'compound', parent: 't' }),
      ],
    })
    const answer = assess(facts, { asOf: readAsOf(SHANGHAI, '2022-05-02')! })
    expect(answer.places).toEqual([])
    expect(answer.unclassified).toEqual([
      ...[
        { kind: 'compound', places: 1 },
        { kind: 'district', places: 1 },
        { kind: 'town', places: 1 },
      ],
    ])
    const other = assess(aFacts(), { asOf: readAsOf(SHANGHAI, '2022-05-02')! })
    expect(other.unclassified).toEqual([])
  })
})

describe('what resets', () => {
  const events = (policy: string, facts: Parameters<typeof under>[1], asOf: string, id: string) =>
    transition(under(policy, facts), asOf, id).resets.map(({ event, effect }) => `${event} ${effect}`)

  test('C17 a case does not reset a sealed building of Shanghai, and is not named', () => {
    const building = { level: 'sealed14', from: '2022-04-11' }
    expect(events('cn-shanghai-2022-04-11', building, '2022-04-15', 'open-building')).toEqual([])
    const rest = { level: 'home7', from: '2022-04-11' }
    expect(events('cn-shanghai-2022-04-11', rest, '2022-04-15', 'unseal')).toEqual(['case restart'])
  })

  test('C17 Xi’an: an exposure that is only looked at resets nothing once a contact is listed', () => {
    const facts = {
      ...{ level: 'sealed', from: '2021-12-23', rounds: [clean('2022-01-09')] },
      contacts: contacts([{ exposedAt: '2021-12-23', transferredAt: '2021-12-27', zone: 'Z' }]),
      statedFacts: [aFact({ zone: 'Z', at: '2022-01-08', fact: 'contactsNegative' })],
    }
    const named = events('cn-xian-2022', facts, '2022-01-05', 'unseal')
    expect(named).toContain('contact.transferred restart')
    expect(named).not.toContain('contact.left restart')
  })

  test('C17 Beijing: with a clean environment disinfection resets nothing, a case and its leaving do', () => {
    const facts = {
      ...{ level: 'sealed', from: '2022-05-17' },
      cases: cases([{ reportedAt: '2022-05-17T09:00', transferredAt: '2022-05-17T15:00', zone: 'Z' }]),
      statedFacts: [aFact({ zone: 'Z', at: '2022-05-18', fact: 'anyEnvironmentPositive', value: 'false' })],
    }
    const named = events('cn-beijing-2022-10d', facts, '2022-05-20', 'unseal')
    expect(named).toEqual(
      expect.arrayContaining(['case restart', 'case.left restart', 'positivePoint restart']),
    )
    expect(named).not.toContain('terminalDisinfection restart')
  })

  test('C17 African swine fever: disinfection that asks for no days resets nothing once it is done, culling does', () => {
    const done = (fact: string) => aFact({ zone: 'Z', at: '2022-05-02T09:00', fact, value: 'true' })
    const facts = {
      ...{ level: 'epidemicArea', from: '2022-05-01' },
      cases: cases([{ reportedAt: '2022-05-01T09:00', zone: 'Z' }]),
      statedFacts: [done('culling'), done('terminalDisinfection')],
    }
    const named = events('cn-asf-2020', facts, '2022-05-27', 'lift-sealing')
    expect(named).toEqual(['case restart', 'culling restart'])
  })
})
