import { expect, test } from 'vitest'
import {
  answersOf,
  answersSupposing,
  type CaseTable,
  clusters,
  type Facts,
  type Hypothesis,
  type MomentColumn,
  readAsOf,
  type TextColumn,
} from '#geo'
import { aCheck, aReport, SHANGHAI } from '../../helpers/facts'
import { smallDistrict } from '../survey/small-district'

/** More than a stack holds as arguments of one call. */
const MANY = 130_000
const AS_OF = readAsOf(SHANGHAI, '2022-05-27T14:00')!
const HOUR = 3_600_000

const same = (value: string | null): TextColumn => ({
  codes: new Int32Array(MANY).fill(value === null ? -1 : 0),
  values: value === null ? [] : [value],
})
const hourly = (): MomentColumn => ({
  at: Float64Array.from({ length: MANY }, (_, row) => AS_OF - (row % 480) * HOUR),
  isDay: new Uint8Array(MANY),
})
const none = (): MomentColumn => ({
  at: new Float64Array(MANY).fill(Number.NaN),
  isDay: new Uint8Array(MANY),
})
const shared = (file: string) => ({
  length: MANY,
  ...{
    id: {
      codes: Int32Array.from({ length: MANY }, (_, row) => row),
      values: Array.from({ length: MANY }, (_, row) => `i${row}`),
    },
  },
  ...{ place: same('V11'), zone: same(null), file: same(file), transferredAt: none() },
  row: Uint32Array.from({ length: MANY }, (_, row) => row + 1),
  knownAt: new Float64Array(MANY).fill(Number.NaN),
})
const cases: CaseTable = {
  ...shared('cases.csv'),
  ...{ reportedAt: hourly(), sampledAt: hourly(), onsetOn: none(), kindAt: none() },
  ...{ kind: same('confirmed'), origin: same(null), foundIn: same('central'), place: same(null) },
  ...{ lon: new Float64Array(MANY).fill(Number.NaN), lat: new Float64Array(MANY).fill(Number.NaN) },
  ...{ chain: same(null), infectedBy: same(null), tags: same(null) },
}
const rows = <Row>(make: (row: number) => Row): Row[] => Array.from({ length: MANY }, (_, row) => make(row))

const LISTS: Readonly<Record<string, Partial<Facts>>> = {
  cases: { cases },
  reports: { reports: rows((row) => aReport({ place: `P${row}`, day: '2022-05-26' })) },
  checks: { checks: rows(() => aCheck({ checkpoint: 'K', at: '2022-05-26T10:00' })) },
}

test.each(Object.keys(LISTS))('S35 130,000 rows of %s are answered', { timeout: 300_000 }, (list) => {
  const facts: Facts = { ...smallDistrict, ...LISTS[list] }
  const supposed: Hypothesis = {
    ...{ kind: 'case', at: AS_OF, zone: 'F1', place: null, position: null },
    ...{ caseKind: 'confirmed', foundIn: null },
  }
  const { survey } =
    list === 'checks'
      ? answersSupposing(facts, { asOf: AS_OF, hypotheses: [supposed] })
      : answersOf(facts, { asOf: AS_OF })
  expect(survey.zones.length).toBeGreaterThan(0)
  expect(survey.outside).toMatchObject({ count: 0 })
  if (list === 'cases') {
    expect(survey.cases!.cumulative.total).toBe(MANY)
    expect(clusters(facts, { asOf: AS_OF }).unplaced).toBe(MANY)
  }
})
