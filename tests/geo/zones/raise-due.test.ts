import { describe, expect, test } from 'vitest'
import { assess, type Facts, readAsOf } from '#geo'
import { aFacts, aPack, aPlace, aRound, aZone, box, type CaseRow, cases, SHANGHAI } from '../../helpers/facts'

const AS_OF = '2022-05-20T12:00'
const facts = (rows: CaseRow[], over: Partial<Facts> = {}): Facts =>
  aFacts({
    pack: aPack({ policy: 'cn-2021-three-zone' }),
    places: [
      aPlace({ code: 'D', kind: 'district', shape: box(113, 31, 113.2, 31.2) }),
      aPlace({ code: 'V', parent: 'D', shape: box(113, 31, 113.1, 31.1) }),
    ],
    zones: [aZone({ id: 'P', level: 'precaution', from: '2022-05-10', members: ['V'] })],
    cases: cases(rows),
    rounds: [
      aRound({ zone: 'P', scope: 'zone', startedAt: '2022-05-20T06:00', finishedAt: '2022-05-20T11:00' }),
    ],
    ...over,
  })
const precaution = (given: Facts, asOf = AS_OF) => {
  const zone = assess(given, { asOf: readAsOf(SHANGHAI, asOf)! }).zones.find(({ id }) => id === 'P')!
  const lift = zone.transitions.find(({ id }) => id === 'lift-precaution')!
  const split = zone.transitions.find(({ id }) => id === 'positive-in-precaution')!
  return {
    ...{ lift: lift.state, split: split.state },
    open: lift.conditions.filter(({ state }) => state !== 'met').map(({ id, reason }) => `${id} ${reason}`),
  }
}
const inside: CaseRow = { id: 'K', reportedAt: '2022-05-12T10:00', place: 'V' }
const sealed = (over: { from: string; to?: string }) =>
  aZone({ id: 'S', drawn: box(113, 31, 113.1, 31.1), ...over })

describe('a raise that is due and not done', () => {
  test('Z36 without a case inside the zone comes due', () => {
    expect(precaution(facts([]))).toEqual({ lift: 'due', split: 'blocked', open: [] })
  })

  test('Z36 a case that calls for a stricter part holds it', () => {
    expect(precaution(facts([inside]))).toEqual({
      ...{ lift: 'blocked', split: 'due' },
      open: ['raiseDue raise-due'],
    })
  })

  test('Z36 once a stricter zone was drawn over it and has come down again it holds no longer', () => {
    const drawn = (over: { from: string; to?: string }) =>
      precaution(facts([inside], { zones: [...facts([]).zones, sealed(over)] }))
    expect(drawn({ from: '2022-05-12T14:00', to: '2022-05-18T08:00' })).toMatchObject({
      lift: 'due',
      split: 'blocked',
    })
    expect(drawn({ from: '2022-05-11T14:00', to: '2022-05-12T08:00' })).toMatchObject({
      lift: 'blocked',
      split: 'due',
    })
  })

  test('Z36 a case that may lie inside holds it until it is placed', () => {
    const lost: CaseRow = { ...inside, place: null }
    expect(precaution(facts([lost]))).toMatchObject({ lift: 'unknown', open: ['raiseDue unplaced'] })
    expect(precaution(facts([{ ...lost, place: 'D' }])).lift).toBe('unknown')
  })
})
