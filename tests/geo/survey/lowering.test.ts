import { describe, expect, test } from 'vitest'
import type { ConditionAnswer, SurveyZone, TransitionAnswer } from '#geo'
import { byChange, type Lowering, loweringOf, type ReadAt } from '../../../geo/survey/lowering'
import { moment, SHANGHAI } from '../../helpers/facts'

const NOW: ReadAt = {
  asOf: moment('2022-05-27T14:00').at,
  day: '2022-05-27',
  timezone: SHANGHAI,
  forecast: null,
}

const condition = (over: Partial<ConditionAnswer>): ConditionAnswer => ({
  ...{ id: 'c', zh: '', en: '', mark: null, authority: 'national', state: 'met', at: null, until: null },
  ...{ reason: null, evidence: [], anyOf: null, figures: {} },
  ...over,
})
const days = (have: number, of: number, at: string) =>
  condition({
    state: have < of ? 'unmet' : 'met',
    at,
    reason: 'days-left',
    figures: { have, of, left: of - have },
  })
const round = condition({ state: 'unmet', reason: 'round-incomplete', figures: { missing: 269 } })
const disinfection = condition({ state: 'unknown', reason: 'not-stated' })
const inside = condition({ id: 'stricterInside', state: 'unmet', reason: 'stricter-inside' })

const lower = (over: Partial<TransitionAnswer>): TransitionAnswer => ({
  ...{ id: 'lower', kind: 'downgrade', to: 'controlled', into: null, state: 'blocked', eligibleAt: null },
  ...{ nationalAt: null, approval: null, suspendedBy: [], conditions: [], findings: [], resets: [] },
  ...over,
})
const approval = (next: 'assess' | 'approve' | null, takesEffectAt: string | null = null) =>
  lower({ state: 'approval', eligibleAt: '2022-05-26', approval: { next, steps: [], takesEffectAt } })
const read = (transition: TransitionAnswer, at: Partial<ReadAt> = {}) =>
  loweringOf([transition], { ...NOW, ...at })

describe('the row of a zone', () => {
  test('S1 each state has its one word', () => {
    const word = (transition: TransitionAnswer) => read(transition).word
    expect(word(lower({ conditions: [round] }))).toBe('unmet')
    expect(word(lower({ conditions: [days(6, 7, '2022-05-29')] }))).toBe('waiting')
    expect(word(lower({ conditions: [days(6, 7, '2022-05-29'), round] }))).toBe('unmet')
    expect(word(lower({ state: 'unknown', conditions: [disinfection] }))).toBe('unmet')
    expect(word(lower({ conditions: [inside] }))).toBe('unmet')
    expect(word(lower({ state: 'due' }))).toBe('met')
    expect(word(approval('assess'))).toBe('toAssess')
    expect(word(approval('approve'))).toBe('toApprove')
    expect(word(approval(null, '2022-05-27T18:00:00+08:00'))).toBe('approved')
    expect(word(approval(null, '2022-05-27T14:00:00+08:00'))).toBe('executed')
    expect(loweringOf([], NOW)).toMatchObject({ decisive: null, word: 'undecided', date: null, missing: [] })
  })

  test('S2 the date: of effect, today where a decision is open, else the earliest, never in the past', () => {
    const effect = '2022-05-27T18:00:00+08:00'
    expect(read(approval(null, effect))).toMatchObject({ date: effect, daysLeft: 0 })
    expect(read(approval('approve'))).toMatchObject({ date: '2022-05-27', daysLeft: 0 })
    expect(read(lower({ eligibleAt: '2022-05-30', conditions: [days(4, 7, '2022-05-30')] }))).toMatchObject({
      ...{ date: '2022-05-30', daysLeft: 3, dayProgress: { have: 4, of: 7 } },
    })
    expect(read(lower({ conditions: [inside] }), { forecast: '2022-06-02' })).toMatchObject({
      date: '2022-06-02',
      daysLeft: 6,
    })
    expect(read(lower({ conditions: [disinfection] }))).toMatchObject({ date: null, daysLeft: null })
  })

  test('S2 where a person must act first the bound is a date only while it lies ahead', () => {
    const lacks = (eligibleAt: string) => read(lower({ eligibleAt, conditions: [round] }))
    expect(lacks('2022-05-26')).toMatchObject({ word: 'unmet', date: null, daysLeft: null })
    expect(lacks('2022-05-27T14:00:00+08:00').date).toBeNull()
    expect(lacks('2022-05-31')).toMatchObject({ word: 'unmet', date: '2022-05-31', daysLeft: 4 })
  })

  test('S18 a zone waits for stricter ones only where the forecast moves it; else it is unmet and has no date', () => {
    const own = lower({
      eligibleAt: '2022-05-29',
      conditions: [days(1, 3, '2022-05-29'), inside],
    })
    expect(read(own)).toMatchObject({ word: 'unmet', date: null, daysLeft: null, overdue: false })
    expect(read(own, { forecast: '2022-06-02' })).toMatchObject({
      ...{ word: 'waiting', date: '2022-06-02', daysLeft: 6 },
    })
  })

  test('S1 what the forecast moves waits, though a person could bring it forward', () => {
    const either = [
      { ...days(6, 14, '2022-06-04'), anyOf: 'either' },
      condition({ id: 'moved', state: 'unmet', reason: 'no-event', anyOf: 'either' }),
    ]
    const transition = lower({ eligibleAt: '2022-06-04', conditions: either })
    expect(read(transition, { forecast: '2022-06-04' })).toMatchObject({
      word: 'waiting',
      date: '2022-06-04',
    })
  })

  test('S3 overdue: its own days have passed and something that somebody must do or say is missing', () => {
    const passed = days(7, 7, '2022-05-26')
    expect(read(lower({ conditions: [passed, round] })).overdue).toBe(true)
    expect(read(lower({ state: 'unknown', conditions: [passed, disinfection] }))).toMatchObject({
      overdue: true,
      unknown: true,
    })
    expect(read(lower({ conditions: [days(6, 7, '2022-05-28'), round] })).overdue).toBe(false)
    expect(read(lower({ conditions: [passed, inside] })).overdue).toBe(false)
    expect(read(lower({ conditions: [round] })).overdue).toBe(false)
    expect(read(lower({ conditions: [passed, round] })).standsOn).toBe('2022-05-27')
    expect(read(lower({ conditions: [round] })).standsOn).toBeNull()
  })

  test('S4 of an `any` nothing is missing once one of it is met, and a reference is never missing', () => {
    const either = (state: ConditionAnswer['state'], id: string) => condition({ id, state, anyOf: 'either' })
    expect(read(lower({ conditions: [either('met', 'a'), either('unknown', 'b')] })).missing).toEqual([])
    expect(read(lower({ conditions: [either('unmet', 'a'), either('unmet', 'b')] })).missing).toHaveLength(2)
    expect(read(lower({ conditions: [{ ...disinfection, authority: 'reference' }] })).missing).toEqual([])
  })

  test('S5 the lowering that decides: under approval, else due, else the earliest; a raise never', () => {
    const raise = lower({ id: 'raise', kind: 'upgrade', state: 'due' })
    const late = lower({ id: 'late', eligibleAt: '2022-06-10' })
    const early = lower({ id: 'early', eligibleAt: '2022-05-30' })
    const due = lower({ id: 'due', state: 'due', eligibleAt: '2022-05-31' })
    const decisive = (...all: TransitionAnswer[]) => loweringOf(all, NOW).decisive
    expect(decisive(raise, late, early)).toBe('early')
    expect(decisive(late, early, due)).toBe('due')
    expect(decisive(due, { ...approval('assess'), id: 'begun' })).toBe('begun')
    expect(decisive(raise)).toBeNull()
  })

  test('S19 an approval that is suspended is said, before its hour and after it, and no other', () => {
    const approved = approval(null, '2022-05-28T08:00:00+08:00')
    const suspended = { ...approved.approval!, suspended: ['case'] }
    expect(read(approved).approvalAtRisk).toBeNull()
    expect(read({ ...approved, state: 'blocked' }).approvalAtRisk).toBeNull()
    expect(read({ ...approved, state: 'blocked', approval: suspended })).toMatchObject({
      approvalAtRisk: '2022-05-28T08:00:00+08:00',
    })
    const passed = { ...suspended, takesEffectAt: '2022-05-27T08:00:00+08:00' }
    expect(read({ ...approved, state: 'unknown', approval: passed }).approvalAtRisk).not.toBeNull()
    expect(read({ ...approval('approve'), state: 'blocked' }).approvalAtRisk).toBeNull()
  })

  test('S6 rows stand by day of change, decided before waiting, stricter first, undated last', () => {
    const zone = (id: string, standsOn: string | null, word: SurveyZone['word'], rank = 3) => ({
      zone: { id, word, rank } as SurveyZone,
      lowering: { standsOn } as Lowering,
    })
    const rows = [
      zone('h', null, 'unmet', 1),
      zone('g', null, 'unmet'),
      {
        zone: { id: 'D', word: 'unmet', rank: 1, date: null, held: null, ifDone: { at: '2022-05-29T08:00' } },
        lowering: { standsOn: '2022-05-27' },
      } as unknown as ReturnType<typeof zone>,
      zone('f', '2022-05-30', 'waiting', 2),
      zone('e', '2022-05-30', 'waiting', 3),
      zone('d', '2022-05-28', 'unmet', 1),
      zone('b', '2022-05-27', 'toApprove'),
      zone('c', '2022-05-27', 'unmet'),
      zone('a', '2022-05-27', 'approved'),
    ]
    expect(
      rows
        .sort(byChange)
        .map((row) => row.zone.id)
        .join(''),
    ).toBe('abcdDefgh')
  })
})
