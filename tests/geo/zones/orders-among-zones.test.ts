import { describe, expect, test } from 'vitest'
import { assess, executeOrders, type Facts, policiesOf, readAsOf, type ZoneStay } from '#geo'
import { aFacts, aPack, aPlace, aRound, aStep, aZone, box, cases, SHANGHAI } from '../../helpers/facts'
import { oneOrder } from '../../helpers/one-order'

/** Lifted once no zone is left beside it; a sealed one may be ordered down before. */
const amongZones = {
  ...oneOrder,
  levels: [...oneOrder.levels, { id: 'precaution', rank: 1, zh: '防范', en: 'Precaution' }],
  transitions: [
    { ...oneOrder.transitions[0]!, to: 'normal' },
    {
      ...{ id: 'lift', kind: 'downgrade', from: 'precaution', to: 'normal', zh: '解除', en: 'Lift' },
      approval: 'short',
      when: { id: 'othersLifted', zones: { within: 'district', levels: ['sealed'], lte: 0 } },
    },
  ],
}
const lift = (step: string, at: string, takesEffectAt?: string) =>
  aStep({ zone: 'P', transition: 'lift', step, at, ...(takesEffectAt ? { takesEffectAt } : {}) })
const village = (code: string, x: number) =>
  aPlace({ code, kind: 'village', parent: 'D', shape: box(x, 30, x + 0.01, 30.01) })
const facts = (zones: readonly ZoneStay[], over: Partial<Facts> = {}): Facts => {
  const plain = aFacts({
    pack: aPack({ policy: amongZones.id }),
    policies: [amongZones],
    places: [aPlace({ code: 'D', kind: 'district', shape: null }), village('A', 120), village('B', 120.02)],
    zones: [aZone({ id: 'P', level: 'precaution', from: '2022-05-02T20:00', members: ['A'] }), ...zones],
    steps: [
      lift('apply', '2022-05-26T21:00'),
      lift('approve', '2022-05-26T23:00', '2022-05-27T10:00'),
      ...(over.steps ?? []),
    ],
    rounds: over.rounds ?? [],
    cases: over.cases ?? cases([]),
  })
  return { ...plain, ...executeOrders(plain, policiesOf(plain)) }
}
const levelOf = (given: Facts, asOf: string): string | undefined =>
  assess(given, { asOf: readAsOf(SHANGHAI, asOf)! }).zones.find(({ id }) => id === 'P')?.level
const sealed = (from: string, over = {}) => aZone({ id: 'Z', level: 'sealed', from, members: ['B'], ...over })

describe('Z33 an order that other zones stand in the way of', () => {
  test('is carried out where none does', () => {
    expect(levelOf(facts([]), '2022-05-27T12:00')).not.toBe('precaution')
  })
  test('is not where one is drawn, or raised again, between approval and hour', () => {
    expect(levelOf(facts([sealed('2022-05-27T08:00')]), '2022-05-27T12:00')).toBe('precaution')
    const raised = [sealed('2022-05-02', { to: '2022-05-20' }), sealed('2022-05-27T08:00')]
    expect(levelOf(facts(raised), '2022-05-27T12:00')).toBe('precaution')
  })
  test('is not where one was only learned of in between', () => {
    const known = sealed('2022-05-20')
    const late = { ...known, origin: { ...known.origin, knownAt: Date.parse('2022-05-27T00:00:00Z') } }
    expect(levelOf(facts([late]), '2022-05-27T12:00')).toBe('precaution')
    const never = { ...known, origin: { ...known.origin, knownAt: Date.parse('2202-05-27T00:00:00Z') } }
    expect(levelOf(facts([never]), '2022-05-27T12:00')).toBe('precaution')
  })
  test('is not where the other was ordered away before its hour, and stands there still', () => {
    const unseal = (step: string, at: string, takesEffectAt?: string) =>
      aStep({ zone: 'Z', transition: 'unseal', step, at, ...(takesEffectAt ? { takesEffectAt } : {}) })
    const steps = [
      unseal('apply', '2022-05-26T21:00'),
      unseal('approve', '2022-05-26T22:00', '2022-05-27T09:00'),
    ]
    const rounds = [
      aRound({ zone: 'Z', round: '1', startedAt: '2022-05-26T06:00', finishedAt: '2022-05-26T20:00' }),
    ]
    const z = [sealed('2022-05-02')]
    expect(levelOf(facts(z, { steps, rounds }), '2022-05-27T12:00')).not.toBe('precaution')
    const news = cases([{ id: 'N', zone: 'Z', reportedAt: '2022-05-27T08:00', kind: 'confirmed' }])
    expect(levelOf(facts(z, { steps, rounds, cases: news }), '2022-05-27T12:00')).toBe('precaution')
    const byName = steps.map((step) => ({ ...step, zone: '北片' }))
    const named = [sealed('2022-05-02', { name: '北片' })]
    const again = facts(named, { steps: byName, rounds, cases: news })
    expect(levelOf(again, '2022-05-27T12:00')).toBe('precaution')
  })
})
