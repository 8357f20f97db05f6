import { describe, expect, test } from 'vitest'
import { answersOf, type Facts, readAsOf, type Survey } from '#geo'
import { aFact, aFacts, aPack, aZone, box, type CaseRow, cases, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

/** Sealed seven days without a case and clean → controlled → three days → normal. */
const policy = onePolicy(undefined, {
  approvals: { one: [{ step: 'assess' }, { step: 'approve' }] },
  transitions: [
    {
      ...{ id: 'lower', from: 'sealed', to: 'controlled', kind: 'downgrade', approval: 'one' },
      when: {
        all: [
          {
            ...{ id: 'noNewCase', ifMissing: true },
            days: { since: { event: 'case', agg: 'last' }, gte: 7 },
          },
          { id: 'clean', flag: 'clean' },
        ],
      },
    },
    {
      ...{ id: 'release', from: 'controlled', to: 'normal', kind: 'release' },
      when: { days: { since: { event: 'level.entered' }, gte: 3 } },
    },
  ],
})
const sealed = (id: string, x: number) =>
  aZone({ id, from: '2022-05-01T08:00', drawn: box(x, 31.02, x + 0.01, 31.03) })
const controlled = (id: string, x: number, width: number) =>
  aZone({ id, level: 'controlled', from: '2022-05-02T08:00', drawn: box(x, 31, x + width, 31.1) })
/** S-01 and S-02 lie in C-01, S-03 alone in C-02. */
const zones = [
  ...[sealed('S-01', 113.02), sealed('S-02', 113.06), sealed('S-03', 113.22)],
  ...[controlled('C-01', 113, 0.1), controlled('C-02', 113.2, 0.1)],
]
const clean = ['S-01', 'S-02', 'S-03'].map((zone) => aFact({ zone, at: '2022-05-19T08:00', fact: 'clean' }))
const aCase = (over: CaseRow): CaseRow => ({
  ...{ reportedAt: '2022-05-20T10:00', kind: 'confirmed', foundIn: 'community' },
  ...over,
})
const OWN = aCase({ id: 'own', reportedAt: '2022-05-18T10:00', zone: 'S-02' })
const NOWHERE = aCase({ id: 'x' })

function surveyOf(rows: readonly CaseRow[], over: Partial<Facts> = {}): Survey {
  const facts = aFacts({
    ...{ pack: aPack({ policy: 'test-one' }), policies: [policy], zones },
    ...{ cases: cases(rows), statedFacts: clean, ...over },
  })
  return answersOf(facts, { asOf: readAsOf(SHANGHAI, '2022-05-20T12:00')! }).survey
}
const read = (survey: Survey, id: string) => survey.zones.find((one) => one.id === id)!

describe('zones that an unplaced case holds', () => {
  const survey = surveyOf([OWN, NOWHERE])

  test('S20 by a leaf of its own, or through held zones alone; not beside one that waits anyway', () => {
    expect([...survey.unplaced!.held].sort()).toEqual(['C-02', 'S-01', 'S-03'])
    expect(read(survey, 'S-01').held).toMatchObject({ own: true, through: [], to: 'controlled' })
    expect(read(survey, 'C-02').held).toMatchObject({ own: false, through: ['S-03'], to: 'normal' })
    expect([read(survey, 'S-02').held, read(survey, 'C-01').held]).toEqual([null, null])
  })

  test('S20 one that lacks what a person must say is held too, and those around it wait for that person', () => {
    const lacking = surveyOf([NOWHERE], { statedFacts: clean.slice(0, 2) })
    expect(read(lacking, 'S-03').held).toMatchObject({ own: true })
    expect(read(lacking, 'S-03').word).toBe('unmet')
  })

  test('Z55 a flag that the case would only put out of date holds where nothing else does', () => {
    const early = ['S-01', 'S-02', 'S-03'].map((zone) =>
      aFact({ zone, at: '2022-05-01T09:00', fact: 'clean' }),
    )
    const old = { ...NOWHERE, reportedAt: '2022-05-02T10:00' }
    const doubted = surveyOf([OWN, old], { statedFacts: early })
    expect([...doubted.unplaced!.held].sort()).toEqual(['C-02', 'S-01', 'S-03'])
    expect(read(doubted, 'S-01').word).toBe('unmet')
    const placed = surveyOf([OWN, { ...old, zone: 'S-01' }], { statedFacts: early })
    expect(read(placed, 'S-01').word).toBe('unmet')
  })

  test('S21 it is met without the case and never with it; once placed elsewhere all is as without', () => {
    const without = surveyOf([OWN])
    expect([read(without, 'S-01').word, without.unplaced, without.headline.met]).toEqual(['met', null, 2])
    expect(survey.headline.met).toBe(0)
    expect(survey.zones.filter(({ word }) => word === 'met')).toEqual([])
    expect(read(survey, 'S-01').held!.oncePlacedAt).toBe(read(without, 'S-01').metSince)
    const placed = surveyOf([OWN, { ...NOWHERE, lng: 113.5, lat: 31.5 }])
    expect(placed.zones.map(({ id, word }) => [id, word])).toEqual(
      without.zones.map(({ id, word }) => [id, word]),
    )
  })

  test('S21 what is under approval keeps its word, is no longer counted, and by itself comes when the case stops to matter', () => {
    const step = {
      ...{ zone: 'S-01', transition: 'lower', step: 'assess', by: '甲', decision: 'given' as const },
      ...{
        at: { at: readAsOf(SHANGHAI, '2022-05-20T11:00')!, isDay: false },
        takesEffectAt: null,
        note: null,
      },
      ...{ origin: { file: 'transitions.csv', row: 1, segment: null, knownAt: null } },
    } as unknown as Facts['steps'][number]
    const asked = surveyOf([OWN, NOWHERE], { steps: [step] })
    expect(read(asked, 'S-01')).toMatchObject({ word: 'toApprove', date: null })
    const again = aFact({ zone: 'S-01', at: '2022-05-20T11:00', fact: 'clean' })
    const said = surveyOf([OWN, NOWHERE], { steps: [step], statedFacts: [...clean, again] })
    expect(read(said, 'S-01')).toMatchObject({ word: 'toApprove', date: '2022-05-27T10:00:00+08:00' })
    expect(asked.headline.toApprove).toBe(0)
    const free = surveyOf([OWN], { steps: [step] })
    expect(read(free, 'S-01')).toMatchObject({ word: 'toApprove', held: null })
    expect(free.headline.toApprove).toBe(1)
  })
})
