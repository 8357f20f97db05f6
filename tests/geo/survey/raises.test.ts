import { describe, expect, test } from 'vitest'
import { answersOf, type Facts, readAsOf } from '#geo'
import { aFacts, aPack, aPlace, aZone, box, type CaseRow, cases, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

const AS_OF = readAsOf(SHANGHAI, '2022-05-20T12:00')!

/** C is controlled around the sealed S; P lies apart under precaution. */
const facts = (rows: CaseRow[], over: Partial<Facts> = {}): Facts =>
  aFacts({
    pack: aPack({ policy: 'cn-2021-three-zone' }),
    places: [
      aPlace({ code: 'D', kind: 'district', shape: box(113, 31, 113.3, 31.2) }),
      aPlace({ code: 'V', parent: 'D', shape: box(113, 31, 113.1, 31.1) }),
      aPlace({ code: 'U', parent: 'V', shape: box(113.06, 31.06, 113.07, 31.07) }),
      aPlace({ code: 'W', parent: 'D', shape: box(113.2, 31, 113.3, 31.1) }),
    ],
    zones: [
      aZone({ id: 'C', level: 'controlled', from: '2022-05-10T08:00', members: ['V'] }),
      aZone({ id: 'S', level: 'sealed', from: '2022-05-10T08:00', drawn: box(113.02, 31.02, 113.03, 31.03) }),
      aZone({ id: 'P', level: 'precaution', from: '2022-05-10T08:00', members: ['W'] }),
    ],
    cases: cases(rows),
    ...over,
  })
const survey = (rows: CaseRow[], over: Partial<Facts> = {}) =>
  answersOf(facts(rows, over), { asOf: AS_OF }).survey
const zone = (rows: CaseRow[], id: string) => survey(rows).zones.find((one) => one.id === id)!
const IN_C: CaseRow = { id: 'K1', reportedAt: '2022-05-18T10:00', place: 'U' }
const IN_P: CaseRow = { id: 'K2', reportedAt: '2022-05-19T10:00', place: 'W' }
const SOMEWHERE_IN_V: CaseRow = { id: 'K3', reportedAt: '2022-05-18T09:00', place: 'V' }

describe('a zone that must become stricter', () => {
  test('S62 bears that word before every other, its target, since when and by which row', () => {
    const raised = zone([IN_P], 'P')
    expect(raised.word).toBe('toRaise')
    expect(raised.loweringWord).toBe('unmet')
    expect(raised.raises).toMatchObject([
      {
        ...{ transition: 'positive-in-precaution', kind: 'split', to: 'sealed' },
        since: '2022-05-19T10:00:00+08:00',
        evidence: [{ value: 'K2' }],
      },
    ])
    const calm = zone([], 'P')
    expect([calm.word, calm.raises ?? []]).toEqual([expect.not.stringMatching('toRaise'), []])
  })

  test('S62 stands first among the zones and is counted once, with no other word', () => {
    const { zones, headline } = survey([IN_P])
    expect(zones[0]!.id).toBe('P')
    expect(headline.toRaise).toBe(1)
    expect(headline.unknown).toBe(zones.filter(({ id }) => id !== 'P').length)
    expect(survey([]).headline.toRaise).toBe(0)
  })

  test('S62 a case of a place that lies in several zones raises the one that has it, and is told to be unplaced', () => {
    const raised = zone([SOMEWHERE_IN_V], 'C')
    expect(raised).toMatchObject({ word: 'toRaise', cases: 0 })
    expect(raised.raises![0]!.evidence).toMatchObject([{ value: 'K3', isUnplaced: true }])
    const days = raised.missing.find(({ reason }) => reason === 'days-left')!
    expect(days.evidence).toMatchObject([{ value: 'K3', isUnplaced: true }])
    const own = zone([IN_P], 'P').raises![0]!.evidence[0]!
    expect('isUnplaced' in own).toBe(false)
  })

  test('S62 what a person may choose is not due by itself', () => {
    const policy = (optional: boolean) =>
      onePolicy(undefined, {
        transitions: [
          { id: 'up', from: 'controlled', to: 'sealed', kind: 'upgrade', on: 'case', optional },
          {
            ...{ id: 'down', from: 'controlled', to: 'normal', kind: 'release' },
            when: { days: { since: { event: 'level.entered' }, gte: 30 } },
          },
        ],
      })
    const read = (optional: boolean) =>
      survey([IN_C], {
        ...{ pack: aPack({ policy: 'test-one' }), policies: [policy(optional)] },
      }).zones.find(({ id }) => id === 'C')!
    expect(read(true).word).toBe('unmet')
    expect(read(false).word).toBe('toRaise')
  })
})
