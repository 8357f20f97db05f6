import { describe, expect, test } from 'vitest'
import {
  addDays,
  answersOf,
  clusters,
  dayOf,
  daysBetween,
  type Facts,
  formatInstant,
  outsideOf,
  periodOf,
  readAsOf,
  startOfDay,
} from '#geo'
import {
  aCheck,
  aFacts,
  aReport,
  aRound,
  aStep,
  aZone,
  cases,
  contacts,
  moment,
  origin,
  SHANGHAI,
} from '../../helpers/facts'
import { smallDistrict } from '../survey/small-district'

const YEARS = ['0001', '1922', '2202', '9999'] as const
const AS_OF = readAsOf(SHANGHAI, '2022-05-27T14:00')!
const district = smallDistrict
const list = (...days: readonly string[]) => cases(days.map((reportedAt) => ({ reportedAt })))

/** One more row of a list, with its time in a year that somebody mistyped. */
const MISTYPED: Readonly<Record<string, (year: string) => Partial<Facts>>> = {
  'cases reportedAt': (year) => ({
    cases: cases([
      ...Array.from({ length: 9 }, (_, i) => ({ reportedAt: `2022-05-1${i}`, place: 'V11' })),
      { reportedAt: `${year}-05-14`, place: 'V11', foundIn: 'community' },
    ]),
  }),
  'signals at': (year) => ({
    signals: [
      {
        ...{ id: 'g1', kind: 'pooled', at: moment(`${year}-05-20`), place: 'V11', position: null },
        ...{ tubes: 1, people: 10, decisions: [], origin: { ...origin('log.ndjson'), row: 2 } },
      },
    ],
  }),
  'contacts exposedAt': (year) => ({
    contacts: contacts([
      { exposedAt: '2022-05-20', place: 'V11' },
      { exposedAt: `${year}-05-20`, place: 'V11' },
    ]),
  }),
  'zones to': (year) => ({
    zones: [
      ...district.zones,
      aZone({ id: 'F9', level: 'sealed', from: '2022-05-20', to: `${year}-12-31`, members: ['V22'] }),
    ],
  }),
  'zones from': (year) => ({
    zones: [...district.zones, aZone({ id: 'F9', level: 'sealed', from: `${year}-05-20`, members: ['V22'] })],
  }),
  'transitions takesEffectAt': (year) => ({
    steps: [
      ...district.steps,
      aStep({
        ...{ zone: 'F1', transition: 'unseal', at: '2022-05-20' },
        takesEffectAt: `${year}-05-28T18:00`,
      }),
    ],
  }),
  'rounds finishedAt': (year) => ({
    rounds: [...district.rounds, aRound({ place: 'V11', round: '9', finishedAt: `${year}-05-20` })],
  }),
  'facts at': (year) => ({
    statedFacts: [
      ...district.statedFacts,
      {
        ...{ zone: 'F1', place: null, fact: 'measuresInPlace', value: 'true', origin: origin('facts.csv') },
        at: moment(`${year}-05-20`),
      },
    ],
  }),
  'reports day': (year) => ({
    reports: [...district.reports, aReport({ place: 'V11', day: `${year}-05-20` })],
  }),
  'checks at': (year) => ({
    checks: [...district.checks, aCheck({ checkpoint: 'K', at: `${year}-05-20T10:00` })],
  }),
  'metrics at': (year) => ({
    metrics: [
      ...district.metrics,
      {
        ...{ place: 'V11', metric: 'returnees', value: 3, origin: origin('metrics.csv') },
        at: moment(`${year}-05-20`),
      },
    ],
  }),
}

test('S31 the period is 400 days round the median of what was or began; plans have no part in it', () => {
  const facts = aFacts({
    cases: list('2022-05-10', '2022-05-12', '2022-05-14', '2202-05-12'),
    zones: [aZone({ id: 'A', from: '2022-05-11', to: '9999-12-31' })],
  })
  expect(periodOf(facts)).toMatchObject({
    from: addDays('2022-05-12', -400),
    to: addDays('2022-05-12', 400),
  })
  expect(periodOf(aFacts({ cases: list('2022-05-12', '2202-05-12') }))?.from).toBe(
    addDays('2022-05-12', -400),
  )
  expect(periodOf(aFacts({}))).toBeNull()
})

test('S31 the first and the last day of the period are in it, the next ones are not', () => {
  const [before, first, last, after] = [-401, -400, 400, 401].map((days) => addDays('2022-05-12', days))
  const facts = aFacts({ cases: list('2022-05-12', before!, first!, last!, after!) })
  expect(outsideOf(facts)?.times).toMatchObject([{ count: 2, first: before, last: after }])
})

describe.each(Object.keys(MISTYPED))('S32 %s in another year', (what) => {
  test.each(YEARS)('%s is counted and told, and no answer spans it', (year) => {
    const facts: Facts = { ...district, ...MISTYPED[what]!(year) }
    const { assess, coverage, survey } = answersOf(facts, { asOf: AS_OF })
    const [told, field] = what.split(' ')
    const outside = outsideOf(facts)!
    expect(outside.times.map((one) => [one.list, one.field])).toContainEqual([told, field])
    const mine = outside.times.find((one) => one.list === told && one.field === field)!
    expect(mine).toMatchObject({ count: 1, row: expect.any(Number) })
    expect(mine.first.slice(0, 4)).toBe(year)
    for (const answer of [assess, coverage, survey, clusters(facts, { asOf: AS_OF })])
      expect(answer.outside).toEqual(outside)
    expect(daysBetween(outside.from, outside.to)).toBe(800)
    const days = [survey.timeline, survey.cases!.daily].flatMap((series) => series.map(({ day }) => day))
    expect(days.length).toBeGreaterThan(10)
    expect(days.every((day) => day >= outside.from && day <= outside.to)).toBe(true)
    expect(survey.cases!.communityZeroRun?.days ?? 0).toBeLessThanOrEqual(801)
  })
})

test('S32 a case of another year is in the total and beside the days, never lost between them', () => {
  const facts: Facts = { ...district, ...MISTYPED['cases reportedAt']!('1922') }
  const { daily, cumulative, outsideDays, unplaced = 0 } = answersOf(facts, { asOf: AS_OF }).survey.cases!
  expect(cumulative.total).toBe(10)
  expect([daily.reduce((sum, { total }) => sum + total, 0), outsideDays + unplaced]).toEqual([9, 1])
})

test('S32 an as-of beyond the period has its day and yesterday counted all the same', () => {
  const facts = { ...district, ...MISTYPED['cases reportedAt']!('2202') }
  const { cases: shown } = answersOf(facts, { asOf: readAsOf(SHANGHAI, '2202-05-15T12:00')! }).survey
  expect([shown!.yesterday.day, shown!.yesterday.total]).toEqual(['2202-05-14', 1])
  expect(shown!.daily.length).toBeLessThanOrEqual(801)
})

test.each(['Asia/Shanghai', 'America/New_York', 'UTC'])(
  'S33 days of any year of four digits in %s',
  (zone) => {
    for (const day of ['0001-01-01', '0099-07-04', '1582-10-10', '1900-01-01', '1922-05-01', '9999-12-31']) {
      const at = startOfDay(zone, day)
      expect(dayOf(zone, at), day).toBe(day)
      expect(dayOf(zone, at - 1), day).toBe(addDays(day, -1))
      expect(formatInstant(zone, at).slice(0, 16)).toBe(`${day}T00:00`)
    }
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31')
    expect(addDays('0000-01-01', -1)).toBe('0000-01-01')
  },
)
