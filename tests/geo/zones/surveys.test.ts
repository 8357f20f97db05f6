import { describe, expect, test } from 'vitest'
import { assess, type Facts, type FieldSurvey, readAsOf, validatePolicy } from '#geo'
import { aFacility, aFacts, aPack, aPlace, aZone, box, moment, SHANGHAI } from '../../helpers/facts'
import { onePolicy } from '../../helpers/policies'

/** 基孔肯雅热 2012: the Breteau index below 5 in two consecutive weekly surveys. */
const weekly = {
  ...{ min: 2, method: 'breteau', figure: 'value', lt: 5, apartDays: 7, validDays: 10, across: 'highest' },
}
const policyOf = (surveys: object) => onePolicy({ all: [{ id: 'asked', surveys }] })

let row = 0
const survey = (day: string, over: Partial<FieldSurvey> = {}): FieldSurvey => ({
  ...{ point: null, place: null, zone: 'Z', position: null, on: moment(`2025-08-${day}`), method: 'breteau' },
  ...{
    inspected: null,
    positive: null,
    value: 3,
    origin: { file: 'surveys.csv', row: ++row, knownAt: null },
  },
  ...over,
})

function ask(
  surveys: readonly FieldSurvey[],
  {
    over = {},
    demand = weekly,
    asOf = '2025-08-21T12:00',
  }: { over?: Partial<Facts>; demand?: object; asOf?: string } = {},
) {
  const facts = aFacts({
    pack: aPack({ policy: 'test-one' }),
    policies: [policyOf(demand)],
    zones: [aZone({ id: 'Z', from: '2025-08-01' })],
    stated: new Set(['zones', 'surveys'] as const),
    surveys,
    ...over,
  })
  return assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! }).zones[0]!.transitions[0]!.conditions[0]!
}
const told = (...given: Parameters<typeof ask>): (string | null)[] => {
  const { state, reason } = ask(...given)
  return [state, reason]
}

describe('k surveys in a row', () => {
  test('C63 need k stated ones, each so many days after the one before', () => {
    expect(ask([survey('13'), survey('20')])).toMatchObject({
      state: 'met',
      at: '2025-08-20',
      until: '2025-08-31',
    })
    expect(told([survey('20')])).toEqual(['unmet', 'surveys-too-few'])
    expect(told([survey('18'), survey('20')])).toEqual(['unmet', 'surveys-too-few'])
    expect(told([survey('06'), survey('16'), survey('20')])).toEqual(['met', null])
    expect(told([])).toEqual(['unmet', 'no-survey'])
    expect(told([], { over: { stated: new Set(['zones'] as const) } })).toEqual(['unknown', 'list-unknown'])
  })

  test('C63 one beyond the limits begins the row anew, and one without its figure leaves it open', () => {
    expect(told([survey('06'), survey('13'), survey('20', { value: 6 })])).toEqual(['unmet', 'survey-beyond'])
    expect(told([survey('06'), survey('13', { value: 6 }), survey('20')])).toEqual([
      'unmet',
      'surveys-too-few',
    ])
    expect(told([survey('13'), survey('20', { value: null })])).toEqual(['unknown', 'survey-unknown'])
    expect(told([survey('13'), survey('20', { value: -1 })])).toEqual(['unknown', 'survey-unknown'])
    expect(told([survey('13'), survey('20'), survey('20', { value: 6 })])).toEqual(['unmet', 'survey-beyond'])
  })

  test('C63 a survey speaks as long as the policy says, and other methods say nothing', () => {
    const both = [survey('13'), survey('20')]
    expect(told(both, { asOf: '2025-08-30T23:00' })).toEqual(['met', null])
    expect(told(both, { asOf: '2025-08-31T01:00' })).toEqual(['unmet', 'survey-lapsed'])
    expect(told([survey('13'), survey('20', { method: 'ovitrap' })])).toEqual(['unmet', 'surveys-too-few'])
    expect(told(both, { asOf: '2025-08-19T12:00' })).toEqual(['unmet', 'surveys-too-few'])
  })
})

describe('how figures reach a zone', () => {
  const places = [
    aPlace({ code: 'A', kind: 'village', shape: box(120, 30, 120.1, 30.1) }),
    aPlace({ code: 'B', kind: 'village', shape: box(120.1, 30, 120.2, 30.1) }),
    aPlace({ code: 'A1', kind: 'compound', parent: 'A' }),
  ]
  const over: Partial<Facts> = {
    places,
    zones: [aZone({ id: 'Z', from: '2025-08-01', members: ['A', 'B'] })],
  }
  const at = (place: string, ...days: string[]) => days.map((day) => survey(day, { zone: null, place }))

  test('C63 each member needs its own row of surveys; the worst counts', () => {
    expect(told([...at('A', '13', '20'), ...at('B', '12', '19')], { over })).toEqual(['met', null])
    expect(told(at('A', '13', '20'), { over })).toEqual(['unmet', 'no-survey'])
    expect(told([...at('A1', '13', '20'), ...at('B', '12', '19')], { over })).toEqual(['met', null])
    const bad = survey('20', { zone: null, place: 'B', value: 9 })
    expect(told([...at('A', '13', '20'), ...at('B', '12'), bad], { over })).toEqual([
      'unmet',
      'survey-beyond',
    ])
  })

  test('C63 rows that name the zone stand for the whole, with what its members say against it', () => {
    expect(told([survey('13'), survey('20')], { over })).toEqual(['met', null])
    const bad = survey('20', { zone: null, place: 'B', value: 9 })
    expect(told([survey('13'), survey('20'), bad], { over })).toEqual(['unmet', 'survey-beyond'])
  })

  test('C63 points count by where they are, of members and of a drawn zone', () => {
    const point = (day: string, lng: number) =>
      survey(day, { zone: null, point: 'p', position: [lng, 30.05] })
    const points = [point('13', 120.05), point('20', 120.05), point('13', 120.15), point('20', 120.15)]
    expect(told(points, { over })).toEqual(['met', null])
    expect(told(points.slice(0, 2), { over })).toEqual(['unmet', 'no-survey'])
    const drawn = { zones: [aZone({ id: 'Z', from: '2025-08-01', drawn: box(120, 30, 120.1, 30.1) })] }
    expect(told(points.slice(0, 2), { over: drawn })).toEqual(['met', null])
    expect(told(points.slice(2), { over: drawn })).toEqual(['unmet', 'no-survey'])
    const facilities = [aFacility({ id: 'p', kind: 'site', position: [120.05, 30.05] })]
    const named = ['13', '20'].map((day) => survey(day, { zone: null, point: 'p' }))
    expect(told(named, { over: { ...drawn, facilities } })).toEqual(['met', null])
  })

  test('C63 counts are added up over members surveyed on the same day', () => {
    const demand = { min: 1, figure: 'share', lt: 5, validDays: 7, across: 'sum' }
    const of = (place: string, day: string, positive: number | null, inspected: number | null) =>
      survey(day, { zone: null, place, positive, inspected, value: null })
    expect(told([of('A', '20', 9, 100), of('B', '20', 0, 100)], { over, demand })).toEqual(['met', null])
    expect(told([of('A', '20', 12, 100), of('B', '20', 0, 100)], { over, demand })).toEqual([
      'unmet',
      'survey-beyond',
    ])
    expect(told([of('A', '20', 0, 100)], { over, demand })).toEqual(['unknown', 'survey-unknown'])
    expect(told([of('A', '20', 0, 100), of('B', '20', 0, null)], { over, demand })).toEqual([
      'unknown',
      'survey-unknown',
    ])
    expect(told([of('A', '20', 0, 0), of('B', '20', 0, 0)], { over, demand })).toEqual([
      'unknown',
      'survey-unknown',
    ])
    expect(told([of('A', '20', 101, 100), of('B', '20', 0, 10000)], { over, demand })).toEqual([
      'unknown',
      'survey-unknown',
    ])
  })
})

test('C63 the demand is checked like every other, and said in both languages', () => {
  expect(validatePolicy(policyOf(weekly))).toEqual([])
  const faults = validatePolicy(policyOf({ ...weekly, validDays: 0, figure: 'index', every: 3 }))
  expect(faults.map(({ path }) => path.split('.').at(-1)).sort()).toEqual(['every', 'figure', 'validDays'])
})
