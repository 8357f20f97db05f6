import { describe, expect, test } from 'vitest'
import { answersOf, BUILT_IN_POLICIES, type Facts, type Policy, readAsOf, resolvePolicy } from '#geo'
import { compareEditions } from '../../../../geo/zones/compare/compare-editions'
import { differencesOf } from '../../../../geo/zones/compare/differences'
import { aFact, aFacts, aPack, aRound, aZone, cases, contacts, SHANGHAI } from '../../../helpers/facts'

const policyOf = (id: string): Policy => resolvePolicy(id, BUILT_IN_POLICIES).policy!
const asOf = (seen: string): number => readAsOf(SHANGHAI, seen)!

/** June 2022: a sealed, a controlled and a precaution zone under the 8th edition. */
const june = (over: Partial<Facts> = {}): Facts =>
  aFacts({
    zones: [
      aZone({ id: 'S', from: '2022-06-20' }),
      aZone({ id: 'C', level: 'controlled', from: '2022-06-22' }),
      aZone({ id: 'P', level: 'precaution', from: '2022-06-20' }),
    ],
    cases: cases([{ reportedAt: '2022-06-21', zone: 'S' }]),
    contacts: contacts([{ exposedAt: '2022-06-21', zone: 'S' }]),
    statedFacts: ['S', 'C'].map((zone) => aFact({ zone, at: '2022-06-26', fact: 'contactsNegative' })),
    rounds: ['S', 'C'].map((zone) => aRound({ zone, finishedAt: '2022-06-28T12:00' })),
    ...over,
  })
const eighthToNinth = (facts: Facts, at = '2022-06-28T20:00') =>
  compareEditions(facts, { asOf: asOf(at), from: 'cn-2021-three-zone', to: 'cn-9th-2022' })

describe('what changes for my zones', () => {
  test('Y29 8th to 9th: level, lowering, state, dates and days of each zone', () => {
    const { zones, totals, from, to } = eighthToNinth(june())
    expect([from.zh, to.en]).toEqual([
      '第八版·封控区/管控区/防范区（2021年9月）',
      '9th edition: high, medium, low risk (June 2022)',
    ])
    const sealed = zones.find(({ id }) => id === 'S')!
    expect(sealed.from).toMatchObject({
      ...{ level: 'sealed', transition: 'unseal', to: 'normal', state: 'blocked', eligibleAt: '2022-07-05' },
    })
    expect(sealed.to).toMatchObject({
      ...{
        level: 'H',
        transition: 'high-to-medium',
        to: 'M',
        state: 'due',
        eligibleAt: '2022-06-28T12:00:00+08:00',
      },
      levelName: { zh: '高风险区', en: 'High risk' },
    })
    expect(sealed.days).toBe(-7)
    expect(zones.find(({ id }) => id === 'C')!.to).toMatchObject({ level: 'M', to: 'L' })
    expect(totals).toMatchObject({ earlier: 2, later: 1 })
    expect(totals.earlier + totals.later + totals.same + totals.unknown).toBe(zones.length)
  })

  test('Y29 conditions of one edition only, and numbers that differ', () => {
    const sealed = eighthToNinth(june()).zones.find(({ id }) => id === 'S')!
    expect(sealed.onlyInFrom.map(({ id }) => id)).toEqual(['contactsPast', 'contactsNegative', 'finalRound'])
    expect(sealed.onlyInTo.map(({ id }) => id)).toEqual(['daySevenRound'])
    expect(sealed.changed).toEqual([
      expect.objectContaining({ condition: 'noNewCase', key: 'days.gte', before: 14, after: 7 }),
    ])
  })

  test('Y29 each side is what the wall shows under that edition', () => {
    const facts = june()
    const { zones } = eighthToNinth(facts)
    for (const [id, side] of [
      ['cn-2021-three-zone', 'from'],
      ['cn-9th-2022', 'to'],
    ] as const) {
      const { assess: answer, survey } = answersOf(facts, { asOf: asOf('2022-06-28T20:00'), policy: id })
      for (const zone of zones) {
        const own = answer.zones.find((one) => one.id === zone.id)!
        const lowering = own.transitions.find((one) => one.id === zone[side].transition)
        const row = survey.zones.find((one) => one.id === zone.id)!
        expect(zone[side].row).toMatchObject({ word: row.word, date: row.date, daysLeft: row.daysLeft })
        const shown = lowering?.state === 'due' ? lowering.eligibleAt : (row.date ?? row.ifDone?.at ?? null)
        expect(zone[side].eligibleAt).toBe(shown)
        expect(zone[side].conditions).toEqual(lowering?.conditions ?? [])
        const past = own.forecast.some(({ recorded, from }) => !recorded && from <= answer.asOf)
        const coming = own.forecast.filter(({ recorded }) => recorded || !past)
        expect(zone[side].forecast.map(({ level }) => level)).toEqual(coming.map(({ level }) => level))
      }
    }
  })

  test('Y29 no move whose instant is past is shown as coming, on neither side', () => {
    for (const day of ['2022-06-28T20:00', '2022-07-05', '2022-07-20']) {
      const { zones, asOf: now } = compareEditions(june(), {
        ...{ asOf: asOf(day), from: 'cn-2021-three-zone', to: 'cn-9th-2022' },
      })
      for (const { from, to } of zones)
        for (const side of [from, to]) {
          if (side.endsAt !== null) expect(side.endsAt >= now.slice(0, 10)).toBe(true)
          if (side.eligibleAt !== null && side.state !== 'due' && side.state !== 'approval')
            expect(side.eligibleAt >= now.slice(0, 10)).toBe(true)
        }
    }
  })

  test('Y29 a level the other edition does not have is no level there, and its days are unknown', () => {
    const facts = june({
      pack: aPack({ policy: 'cn-9th-2022' }),
      zones: [aZone({ id: 'H', level: 'H', from: '2022-07-01' })],
    })
    const [high] = compareEditions(facts, {
      ...{ asOf: asOf('2022-07-05'), from: 'cn-9th-2022', to: 'cn-2021-three-zone' },
    }).zones
    expect(high!.to).toMatchObject({ level: null, transition: null, eligibleAt: null, endsAt: null })
    expect(high!.days).toBeNull()
  })

  test('Y29 an edition against itself changes nothing', () => {
    const { zones, totals } = compareEditions(june(), {
      ...{ asOf: asOf('2022-06-28'), from: 'cn-2021-three-zone', to: 'cn-2021-three-zone' },
    })
    expect(totals).toMatchObject({ earlier: 0, later: 0 })
    for (const zone of zones) {
      expect(zone.from).toEqual(zone.to)
      expect([zone.onlyInFrom, zone.onlyInTo, zone.changed]).toEqual([[], [], []])
    }
  })

  test('Y29 an edition that is not there is refused by name', () => {
    expect(() =>
      compareEditions(june(), { asOf: asOf('2022-06-28'), from: 'cn-9th-2022', to: 'nobody' }),
    ).toThrow(/nobody/)
  })
})

describe('in what two documents differ', () => {
  test('Y30 no policy differs from itself; the differences of any two are turned round when asked the other way', () => {
    for (const { id } of BUILT_IN_POLICIES as Policy[])
      expect(differencesOf(policyOf(id), policyOf(id))).toEqual([])
    const there = differencesOf(policyOf('cn-2021-three-zone'), policyOf('cn-guangzhou-2022'))
    const back = differencesOf(policyOf('cn-guangzhou-2022'), policyOf('cn-2021-three-zone'))
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const
    expect(there.map(({ id, kind }) => `${id} ${kind}`).sort()).toEqual(
      back.map(({ id, kind }) => `${id} ${turned[kind]}`).sort(),
    )
  })

  test('Y30 8th to 9th: levels by migration, the 14 days become 7, contacts no longer count', () => {
    const found = differencesOf(policyOf('cn-2021-three-zone'), policyOf('cn-9th-2022'))
    const about = (id: string) => found.find((one) => one.id === id)
    expect(about('level.H')).toMatchObject({
      kind: 'changed',
      before: { zh: '封控区' },
      after: { zh: '高风险区' },
    })
    expect(about('transition.high-to-medium.condition.noNewCase')).toMatchObject({
      ...{ kind: 'changed', part: 'condition' },
      before: { zh: expect.stringContaining('14 天') },
      after: { zh: expect.stringContaining('7 天') },
    })
    expect(about('transition.high-to-medium.condition.contactsPast')).toMatchObject({
      kind: 'removed',
      after: null,
    })
    expect(about('transition.positive-in-controlled')!.kind).toBe('removed')
    for (const { zh, en } of found) expect(zh && en).toBeTruthy()
  })

  test('Y30 a class with alternatives is one sentence, what belongs together in brackets', () => {
    const [red] = differencesOf(policyOf('it-2021-08'), policyOf('eu-ecdc-2020-1475')).filter(
      ({ part, kind, name }) => part === 'class' && kind === 'added' && name.en === 'Red',
    )
    expect(red!.after!.en).toBe(
      '(New cases in 14 days per 100,000: at least 50 and Positivity, %: at least 4) or New cases in 14 days per 100,000: above 150',
    )
  })

  test('Y30 Guangzhou 2022 against the 8th edition: what the city added and changed, nothing else', () => {
    const found = differencesOf(policyOf('cn-2021-three-zone'), policyOf('cn-guangzhou-2022'))
    expect(found.filter(({ part }) => part !== 'head').map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'removed transition.unseal.condition.contactsPast',
      'changed approval.standard',
      'added transition.unseal.condition.exposurePast',
      'added transition.unseal.condition.transferPast',
      'added transition.unseal.condition.disinfection',
    ])
  })
})
