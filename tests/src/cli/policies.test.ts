import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type AssessAnswer, addDays, BUILT_IN_POLICIES, type Policy } from '#geo'
import { main } from '../../../src/cli/main'
import { aCollection, aFeature, aSquare, input } from '../../helpers/pack-input'

const folder = mkdtempSync(join(tmpdir(), 'cordon-policies-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A pack as a person would hand it in, and what the published text makes of it. */
interface Line {
  readonly policy: string
  readonly asOf: string
  /** level and day of the one zone `Z`; without it the place `P` is classed */
  readonly zone?: readonly [level: string, from: string]
  readonly cases?: readonly string[]
  readonly contacts?: readonly string[]
  readonly rounds?: readonly string[]
  /** `at,fact` */
  readonly facts?: readonly string[]
  /** metric and value, the same on each of the twenty days up to the as-of */
  readonly metrics?: Readonly<Record<string, number>>
  /** the lowering, its state and date; then the forecast after the recorded stay */
  readonly due?: readonly [transition: string, state: string, eligibleAt: string | null]
  readonly forecast?: readonly string[]
  readonly level?: string
}

const FULL = '100,100,100,negative'
const LINES: readonly Line[] = [
  {
    ...{ policy: 'cn-2021-three-zone', asOf: '2021-12-29T16:00', zone: ['sealed', '2021-12-15'] },
    ...{
      cases: ['2021-12-15,'],
      contacts: ['2021-12-14,'],
      rounds: ['2021-12-28'],
      facts: ['2021-12-28,contactsNegative'],
    },
    ...{ due: ['unseal', 'due', '2021-12-29'], forecast: ['normal 2021-12-29'] },
  },
  {
    ...{ policy: 'cn-9th-2022', asOf: '2022-07-23', zone: ['H', '2022-07-17'], rounds: ['2022-07-23'] },
    due: ['high-to-medium', 'due', '2022-07-24'],
    forecast: ['M 2022-07-24', 'L 2022-07-27', 'normal 2022-07-27'],
  },
  {
    ...{ policy: 'cn-20-measures', asOf: '2022-11-25', zone: ['H', '2022-11-21'], rounds: ['2022-11-25'] },
    ...{ due: ['high-to-low', 'due', '2022-11-26'], forecast: ['L 2022-11-26', 'normal 2022-11-26'] },
  },
  {
    ...{ policy: 'cn-10-measures', asOf: '2022-12-09', zone: ['H', '2022-12-08'] },
    ...{ due: ['high-to-low', 'blocked', '2022-12-13'], forecast: ['L 2022-12-13', 'normal 2022-12-13'] },
  },
  {
    ...{ policy: 'cn-xian-2022', asOf: '2022-01-09T20:00', zone: ['sealed', '2021-12-23'] },
    ...{
      cases: ['2021-12-24,'],
      contacts: ['2021-12-23,2021-12-27'],
      rounds: ['2022-01-09'],
      facts: ['2022-01-08,contactsNegative'],
    },
    ...{ due: ['unseal', 'blocked', '2022-01-10'], forecast: ['controlled 2022-01-10'] },
  },
  {
    ...{ policy: 'cn-guangzhou-2021-n20', asOf: '2021-06-13T22:00', zone: ['sealed', '2021-05-30'] },
    rounds: ['2021-06-02', '2021-06-06', '2021-06-13T20:00'],
    facts: [
      ...['2021-05-31,measuresInPlace', '2021-06-13,allContactsControlled'],
      ...['2021-06-13,yellowCodesNegative', '2021-06-13,environmentNegative'],
    ],
    ...{ due: ['unseal', 'blocked', '2021-06-14'], forecast: ['normal 2021-06-14'] },
  },
  {
    ...{ policy: 'cn-guangzhou-2022', asOf: '2022-04-22T20:00', zone: ['sealed', '2022-04-09'] },
    ...{ cases: ['2022-04-09,'], contacts: ['2022-04-15,2022-04-18'], rounds: ['2022-04-22'] },
    facts: ['2022-04-22,contactsNegative', '2022-04-22,disinfectionPassed'],
    ...{ due: ['unseal', 'blocked', '2022-04-23'], forecast: ['normal 2022-04-23'] },
  },
  {
    ...{ policy: 'cn-beijing-2022-10d', asOf: '2022-05-26', zone: ['sealed', '2022-05-17'] },
    ...{ cases: ['2022-05-17,2022-05-17'], contacts: ['2022-05-16,2022-05-18'] },
    facts: [
      '2022-05-26,allPcrNegative',
      '2022-05-26,contactsNegative',
      '2022-05-18,anyEnvironmentPositive,false',
    ],
    ...{ due: ['unseal', 'due', '2022-05-27'], forecast: ['controlled 2022-05-27', 'normal 2022-05-31'] },
  },
  {
    ...{
      policy: 'cn-shanghai-2022-04-11',
      asOf: '2022-04-23',
      zone: ['sealed7', '2022-04-11'],
      rounds: ['2022-04-23'],
    },
    ...{
      due: ['to-home-monitoring', 'due', '2022-04-18'],
      forecast: ['home7 2022-04-18', 'precaution 2022-04-25'],
    },
  },
  {
    ...{ policy: 'cn-shanghai-2022-05-22', asOf: '2022-05-22', zone: ['sealed', '2022-05-16'] },
    ...{
      due: ['unseal', 'due', '2022-05-23'],
      forecast: ['controlled 2022-05-23', 'precaution 2022-05-26', 'normal 2022-05-26'],
    },
  },
  {
    policy: 'cn-beijing-2020-risk',
    asOf: '2022-05-02',
    cases: ['2022-05-01,', '2022-05-01,', '2022-05-01,'],
    level: 'medium',
  },
  { policy: 'cn-county-2020', asOf: '2020-03-14', cases: ['2020-03-01,'], level: 'medium' },
  {
    ...{ policy: 'cn-hpai', asOf: '2013-12-20', zone: ['epidemicArea', '2013-12-19'] },
    facts: ['2013-12-19,culling', '2013-12-19,terminalDisinfection'],
    ...{ due: ['lift-sealing', 'blocked', '2014-01-09'], forecast: ['free 2014-01-09'] },
  },
  {
    ...{
      policy: 'cn-asf-2020',
      asOf: '2020-04-10',
      zone: ['epidemicArea', '2020-04-02'],
      facts: ['2020-04-03,culling'],
    },
    ...{ due: ['lift-sealing', 'blocked', '2020-04-24'], forecast: ['free 2020-04-24'] },
  },
  {
    ...{
      policy: 'eu-hpai',
      asOf: '2008-06-10',
      zone: ['protection', '2008-06-04'],
      facts: ['2008-06-07,preliminaryCleaning', '2008-06-08,visitsFavourable'],
    },
    ...{
      due: ['merge-protection', 'blocked', '2008-06-29'],
      forecast: ['surveillance 2008-06-29', 'free 2008-07-08'],
    },
  },
  {
    policy: 'it-2021-08',
    asOf: '2021-12-02',
    metrics: { incidence7d: 150, icuPct: 21, wardPct: 31 },
    level: 'orange',
  },
  {
    policy: 'eu-ecdc-2020-1475',
    asOf: '2021-03-01',
    metrics: { rate14d: 151, positivity: 1, testingRate: 900 },
    level: 'red',
  },
  {
    policy: 'fr-2020-09',
    asOf: '2020-09-24',
    metrics: { incidence7d: 251, incidence7dElderly: 101, icuCovidPct: 30 },
    level: 'maximal',
  },
  { policy: 'my-2020-04', asOf: '2020-04-14', cases: Array(21).fill('2020-04-10,'), level: 'orange' },
  { policy: 'in-2020-04', asOf: '2020-04-15', cases: ['2020-04-01,'], level: 'orange' },
  { policy: 'in-2020-05', asOf: '2020-05-11', cases: ['2020-04-20,'], level: 'green' },
  {
    policy: 'us-ny-2020-10',
    asOf: '2020-10-21',
    metrics: { positivity7d: 3.5, dailyCasesPer100k7d: 10 },
    level: 'orange',
  },
]

const kindOf = ({ policy }: Line): string => (policy === 'cn-beijing-2020-risk' ? 'village' : 'district')

/** The files of the line; a list it does not name is a header alone where zones are asked: none, and known to be none. */
function filesOf(line: Line): Record<string, string | object> {
  const { zone, cases = [], contacts = [], rounds = [], facts = [], metrics } = line
  const files: Record<string, string | object> = {
    'pack.json': {
      format: 'cordon-pack',
      use: 'review',
      version: 1,
      timezone: 'Asia/Shanghai',
      frame: 'wgs84',
      policy: line.policy,
    },
    'places.geojson': aCollection(
      aFeature({ code: 'P', kind: kindOf(line), people: 100_000 }, aSquare(120, 30)),
    ),
    'facts.csv': [
      'zone,at,fact,value',
      ...facts.map((one) => `Z,${one}${one.split(',').length > 2 ? '' : ',true'}`),
    ].join('\n'),
  }
  if (metrics)
    files['metrics.csv'] = [
      'place,at,metric,value',
      ...Array.from({ length: 20 }, (_, back) => addDays(line.asOf, -back)).flatMap((day) =>
        Object.entries(metrics).map(([name, value]) => `P,${day},${name},${value}`),
      ),
    ].join('\n')
  else
    files['cases.csv'] = [
      'id,reportedAt,transferredAt,kind,place,zone',
      ...cases.map((one, i) => `C${i},${one},confirmed,P,${zone ? 'Z' : ''}`),
    ].join('\n')
  if (zone) {
    files['zones.geojson'] = aCollection(
      aFeature({ id: 'Z', level: zone[0], from: zone[1] }, aSquare(120, 30)),
    )
    files['contacts.csv'] = [
      'id,exposedAt,transferredAt,kind,zone',
      ...contacts.map((one, i) => `K${i},${one},close,Z`),
    ].join('\n')
    files['rounds.csv'] = [
      'zone,round,startedAt,finishedAt,listed,sampled,resulted,result',
      ...rounds.map((at, i) => `Z,${i + 1},${at},${at},${FULL}`),
    ].join('\n')
  }
  return files
}

async function assessed(line: Line): Promise<AssessAnswer> {
  const path = join(folder, line.policy)
  mkdirSync(path, { recursive: true })
  for (const { path: name, bytes } of input(filesOf(line))) writeFileSync(join(path, name), bytes)
  let out = ''
  const code = await main(['assess', path, '--as-of', line.asOf, '--json'], {
    ...{ out: (text) => (out += text), err: () => undefined, env: { LANG: 'C' } },
  })
  expect(code).toBe(0)
  return JSON.parse(out) as AssessAnswer
}

describe('cordon assess under every published edition', () => {
  test('Y35 there is a line for each of them', () => {
    const ids = (BUILT_IN_POLICIES as Policy[]).map(({ id }) => id)
    expect(LINES.map(({ policy }) => policy).sort()).toEqual([...ids].sort())
  })

  test.each(LINES.map((line) => [line.policy, line] as const))('Y35 %s', async (policy, line) => {
    const answer = await assessed(line)
    expect(answer.policy).toBe(policy)
    if (!line.zone) {
      expect(answer.places).toMatchObject([{ code: 'P', level: line.level }])
      return
    }
    const zone = answer.zones[0]!
    const [id, state, eligibleAt] = line.due!
    expect(zone.transitions.find((one) => one.id === id)).toMatchObject({ state, eligibleAt })
    expect(
      zone.forecast.filter(({ recorded }) => !recorded).map(({ level, from }) => `${level} ${from}`),
    ).toEqual(line.forecast)
  })
})
