import { describe, expect, test } from 'vitest'
import { assess, BUILT_IN_POLICIES, type Facts, type Policy, readAsOf, resolvePolicy } from '#geo'
import type { LocalChanges } from '../../../../geo/zones/compare/comparison'
import { differencesOf } from '../../../../geo/zones/compare/differences'
import { extendPolicy, previewEdition } from '../../../../geo/zones/compare/extend'
import { thresholdsOf } from '../../../../geo/zones/compare/thresholds'
import { aFact, aFacts, aPack, aRound, aZone, cases, SHANGHAI } from '../../../helpers/facts'

const policyOf = (id: string, documents: readonly unknown[] = BUILT_IN_POLICIES): Policy =>
  resolvePolicy(id, documents).policy!
const eighth = policyOf('cn-2021-three-zone')
const edition = (changes: Partial<LocalChanges>, base = eighth) =>
  extendPolicy(base, { id: 'ours', name: { zh: '本县', en: 'Ours' }, ...changes })
const resolved = (document: unknown): Policy => policyOf('ours', [document, ...BUILT_IN_POLICIES])
const asOf = readAsOf(SHANGHAI, '2022-04-16')!
const facts: Facts = aFacts({
  pack: aPack({ policy: eighth.id }),
  zones: [aZone({ id: 'S', from: '2022-04-01' })],
  cases: cases([{ reportedAt: '2022-04-02', zone: 'S' }]),
  statedFacts: [aFact({ zone: 'S', at: '2022-04-02', fact: 'contactsNegative' })],
  rounds: [aRound({ zone: 'S', finishedAt: '2022-04-15' })],
})
const noNewCase = { transition: 'unseal', condition: 'noNewCase', key: 'days.gte' }

describe('an edition of one’s own', () => {
  test('Y31 a stricter number stands beside the national one: the national day stays known', () => {
    const { document, faults, loosened } = edition({ thresholds: [{ ...noNewCase, value: 21 }] })
    expect([faults, loosened]).toEqual([[], []])
    const { zones, totals } = previewEdition(facts, { asOf, document })
    expect(zones[0]!.from).toMatchObject({ state: 'due', eligibleAt: '2022-04-16' })
    expect(zones[0]!.to).toMatchObject({
      state: 'blocked',
      eligibleAt: '2022-04-23',
      nationalAt: '2022-04-16',
    })
    expect(zones[0]).toMatchObject({ days: 7 })
    expect(zones[0]!.onlyInTo).toMatchObject([
      {
        id: 'noNewCaseLocal',
        authority: 'local',
        at: '2022-04-23',
        zh: '近 21 天区内无新增感染者（第 15/21 天）',
      },
    ])
    expect(totals).toEqual({ earlier: 0, later: 1, same: 0, unknown: 0 })
  })

  test('Y31 a looser number takes its place and is named, with the numbers, and not forbidden', () => {
    const { document, faults, loosened } = edition({
      thresholds: [
        { ...noNewCase, value: 10 },
        { transition: 'unseal', condition: 'finalRound', key: 'rounds.withinDays', value: 3 },
      ],
    })
    expect(faults).toEqual([])
    expect(loosened).toEqual([
      expect.objectContaining({ ...noNewCase, before: 14, after: 10 }),
      expect.objectContaining({ condition: 'finalRound', key: 'rounds.withinDays', before: 2, after: 3 }),
    ])
    const leaf = thresholdsOf(resolved(document)).find(
      ({ condition, key }) => condition === 'noNewCase' && key === 'days.gte',
    )
    expect(leaf!.value).toBe(10)
    const early = { ...facts, rounds: [aRound({ zone: 'S', finishedAt: '2022-04-13' })] }
    const [zone] = previewEdition(early, { asOf: readAsOf(SHANGHAI, '2022-04-13')!, document }).zones
    expect(zone).toMatchObject({ from: { eligibleAt: '2022-04-16' }, to: { state: 'due' } })
    expect(zone!.days).toBeLessThan(0)
  })

  test('Y31 chains, names and conditions of one’s own', () => {
    const { document, faults } = edition({
      chains: {
        standard: [
          { step: 'apply', zh: '镇申报', en: 'Town applies' },
          { step: 'approve', zh: '县批准', en: 'County approves' },
        ],
      },
      labels: { sealed: { zh: '封闭区', en: 'Closed', prefix: { zh: '闭', en: 'K' } } },
      conditions: [
        {
          transition: 'unseal',
          condition: { id: 'wells', zh: '水井已检', en: 'Wells tested', mark: '井', flag: 'wellsTested' },
        },
      ],
    })
    expect(faults).toEqual([])
    const found = differencesOf(eighth, resolved(document)).filter(({ part }) => part !== 'head')
    expect(found.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      ...['changed level.sealed', 'changed level.sealed.prefix'],
      ...['changed approval.standard', 'added transition.unseal.condition.wells'],
    ])
    const [zone] = previewEdition(facts, { asOf, document }).zones
    expect(zone!.onlyInTo).toMatchObject([{ id: 'wells', authority: 'local', state: 'unknown' }])
    expect(zone!.to.state).toBe('unknown')
  })

  test('Y31 a condition for a transition that is the same as another keeps what that one demands', () => {
    const { document, faults } = edition({
      conditions: [
        {
          transition: 'uncontrol',
          condition: { id: 'wells', zh: '井', en: 'Wells', mark: '井', flag: 'wellsTested' },
        },
      ],
    })
    expect(faults).toEqual([])
    const { zones } = assess(
      {
        ...facts,
        policies: [document],
        zones: [aZone({ id: 'S', level: 'controlled', from: '2022-04-01' })],
      },
      { asOf, policy: 'ours' },
    )
    expect(
      zones[0]!.transitions.find(({ id }) => id === 'uncontrol')!.conditions.map(({ id }) => id),
    ).toEqual([...['noNewCase', 'contactsPast', 'contactsNegative', 'finalRound', 'wells']])
  })

  test('Y31 numbers inside an any, and rules an edition had replaced', () => {
    const guangzhou = edition(
      { thresholds: [{ transition: 'unseal', condition: 'transferPast', key: 'days.gte', value: 7 }] },
      policyOf('cn-guangzhou-2022'),
    )
    expect([guangzhou.faults, guangzhou.loosened]).toEqual([[], []])
    const values = thresholdsOf(resolved(guangzhou.document)).filter(({ key }) => key === 'days.gte')
    expect(values.map(({ condition, value }) => `${condition} ${value}`)).toEqual([
      ...['noNewCase 14', 'exposurePast 14', 'transferPast 4', 'exposurePastLocal 14', 'transferPastLocal 7'],
    ])
    const shanghai = edition(
      { thresholds: [{ transition: 'unseal', condition: 'noNewCase', key: 'days.gte', value: 6 }] },
      policyOf('cn-shanghai-2022-05-22'),
    )
    expect(shanghai.faults).toEqual([])
    const leaves = thresholdsOf(resolved(shanghai.document)).filter(
      ({ transition }) => transition === 'unseal',
    )
    expect(leaves.map(({ condition, value }) => `${condition} ${value}`)).toEqual(['noNewCase 6'])
  })

  test('Y32 faults carry their path', () => {
    const { faults } = edition({
      id: 'cn-9th-2022',
      thresholds: [
        { ...noNewCase, key: 'days.gt', value: 3 },
        { ...noNewCase, value: Number.NaN },
      ],
      labels: { red: { zh: '红' } },
      conditions: [
        { transition: 'nobody', condition: { id: 'x', flag: 'y' } },
        { transition: 'unseal', condition: { flag: 'y' } },
      ],
    })
    expect(faults.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'id duplicate-id',
      'thresholds.0.condition not-in-list',
      'thresholds.1.value wrong-type',
      'conditions.0.transition unknown-transition',
      'conditions.1.condition.id missing',
      'labels.red unknown-level',
    ])
    const odd = edition({ chains: { standard: [{ step: '' }] } })
    expect(odd.faults.map(({ path, code }) => `${path} ${code}`)).toEqual(['approvals.standard.0.step empty'])
  })
})
