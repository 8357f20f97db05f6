import { describe, expect, test } from 'vitest'
import { assess, readAsOf } from '#geo'
import { aCollection, aFeature, aSquare, codesOf, MemoryLog, planOf } from '../../helpers/pack-input'
import { onePolicy } from '../../helpers/policies'

const AS_OF = readAsOf('Asia/Shanghai', '2022-05-20T12:00')!
const place = (code: string, name: string, parent: string, lon: number) =>
  aFeature({ code, name, kind: 'village', parent }, aSquare(lon, 34, 0.02))

/** Two towns with a village of one name each, sealed in both; one village more in each, outside. */
const PACK = {
  'pack.json': {
    ...{ format: 'cordon-pack', version: 1, title: { zh: '测试区' }, timezone: 'Asia/Shanghai' },
    ...{ frame: 'wgs84', policy: 'test-one', use: 'review', asOf: '2022-05-20T12:00' },
  },
  'policies/test-one.json': onePolicy({
    id: 'noNewCase',
    days: { since: { event: 'case' }, gte: 7 },
    ifMissing: true,
  }),
  'places.geojson': aCollection(
    aFeature({ code: 'D', name: '测试区', kind: 'district' }),
    aFeature({ code: 'T1', name: '召陵镇', kind: 'town', parent: 'D' }),
    aFeature({ code: 'T2', name: '万金镇', kind: 'town', parent: 'D' }),
    place('V1', '东街村', 'T1', 113),
    place('V2', '东街村', 'T2', 113.02),
    place('V3', '西庄', 'T1', 113.04),
    place('V4', '南庄', 'T2', 113.06),
  ),
  'zones.geojson': aCollection(
    aFeature({ id: 'A', level: 'sealed', from: '2022-05-01', members: 'V1' }),
    aFeature({ id: 'B', level: 'sealed', from: '2022-05-01', members: 'V2' }),
  ),
  'cases.csv': 'id,reportedAt,place\nC0,2022-05-02,V3\n',
}

async function seen(files: Record<string, string>) {
  const log = new MemoryLog()
  await log.take(PACK)
  await log.take(files)
  const { zones, unplaced = [] } = assess(log.register(), { asOf: AS_OF })
  return {
    states: zones.map(({ id, transitions }) => `${id} ${transitions[0]!.state}`).join(', '),
    rows: unplaced.map(({ list, why, near, refused }) => [list, why, near.join(), refused].join(' ')),
  }
}

describe('a missing time or number refuses nothing', () => {
  test('I20 cases and contacts without any time, rounds without number or times, facts without time are taken', async () => {
    const plan = await planOf({
      'cases.csv': 'place,kind\nV3,confirmed\n',
      'contacts.csv': 'place\nV3\n',
      'rounds.csv': 'zone,result\nA,negative\n',
      'facts.csv': 'zone,fact,value\nA,contactsNegative,yes\n',
    })
    expect(plan.refused).toEqual([])
    expect(codesOf(plan).filter((code) => /missing/.test(code))).toEqual([])
    expect(plan.files.map(({ taken }) => taken)).toEqual([1, 1, 1, 1])
  })

  test('I20 a case without any time is unplaced in time and holds its zone', async () => {
    const { states, rows } = await seen({ 'cases.csv': 'id,place,kind\nC1,V1,confirmed\n' })
    expect([states, rows]).toEqual(['A unknown, B due', ['cases no-time V1 false']])
  })

  test('I20 a round that does not tell when it began is unplaced in time, though its end is told', async () => {
    const { rows } = await seen({
      'rounds.csv': 'zone,finishedAt,result\nA,2022-05-19 10:00,positive\nA,2022-05-18 10:00,negative\n',
    })
    expect(rows).toEqual(['rounds no-time  false', 'rounds no-time  false'])
  })

  test('I20 rounds without a number are of their day, and none takes the place of another', async () => {
    const log = new MemoryLog()
    await log.take(PACK)
    const head = 'zone,startedAt,finishedAt,result\n'
    await log.take({ 'rounds.csv': `${head}A,2022-05-19 08:00,2022-05-19 10:00,positive\n` })
    await log.take({ 'rounds.csv': `${head}A,2022-05-17 08:00,2022-05-17 10:00,negative\n` })
    expect(log.register().rounds.map(({ round, result }) => `${round} ${result}`)).toEqual([
      '2022-05-19 positive',
      '2022-05-17 negative',
    ])
  })
})

describe('the town of a row', () => {
  test('I21 a village is meant within the town of its row; without one the name means both', async () => {
    const rows = (town: string) => `id,reportedAt,镇（街道）,村\nC1,2022-05-19,${town},东街村\n`
    expect(await seen({ 'cases.csv': rows('召陵镇') })).toEqual({ states: 'A blocked, B due', rows: [] })
    expect(await seen({ 'cases.csv': rows('万金镇') })).toEqual({ states: 'A due, B blocked', rows: [] })
    expect(await seen({ 'cases.csv': rows('') })).toEqual({
      states: 'A unknown, B unknown',
      rows: ['cases several-places V1,V2 false'],
    })
    const plan = await planOf({ ...PACK, 'cases.csv': rows('万金镇') })
    expect(codesOf(plan).filter((code) => code.startsWith('cases'))).toEqual([
      'cases.csv:2 place-by-name',
      'cases.csv:2 place-by-name',
    ])
  })

  test('I21 a town and a village that stand in each other’s column are read the other way round, and that is said', async () => {
    const rows = (town: string, village: string) =>
      `id,reportedAt,镇（街道）,村\nC1,2022-05-19,${town},${village}\n`
    const right = { states: 'A blocked, B due', rows: [] }
    for (const [town, village] of [
      ['东街村', '召陵镇'],
      ['V1', '召陵镇'],
      ['东街村', 'T1'],
    ] as const) {
      expect(await seen({ 'cases.csv': rows(town, village) })).toEqual(right)
      const plan = await planOf({ ...PACK, 'cases.csv': rows(town, village) })
      expect(codesOf(plan)).toContain('cases.csv:2 town-and-place-turned')
    }
    const against = await seen({ 'cases.csv': rows('北湖村', '召陵镇') })
    expect(against.rows).not.toEqual([])
  })

  test('I21 a village that its town does not have may be anywhere in the town, nowhere else', async () => {
    const text = 'id,reportedAt,镇,村\nC1,2022-05-19,召陵镇,北湖村\n'
    expect(await seen({ 'cases.csv': text })).toEqual({
      states: 'A unknown, B due',
      rows: ['cases unknown-place T1 false'],
    })
  })

  test('I21 a list that gives only the town gives it as the place', async () => {
    const text = 'id,reportedAt,街道\nC1,2022-05-19,万金镇\n'
    expect(await seen({ 'cases.csv': text })).toEqual({
      states: 'A due, B unknown',
      rows: ['cases partly-in-zone T2 false'],
    })
  })

  test('I21 rounds of two villages of one name are two', async () => {
    const log = new MemoryLog()
    await log.take(PACK)
    const row = (town: string, result: string) =>
      `${town},东街村,1,2022-05-19 08:00,2022-05-19 10:00,${result}\n`
    const text = `镇,村,轮次,开始时间,完成时间,结果\n${row('召陵镇', '阳性')}${row('万金镇', '阴性')}`
    await log.take({ 'rounds.csv': text })
    expect(log.register().rounds.map(({ town, result }) => `${town} ${result}`)).toEqual([
      '召陵镇 positive',
      '万金镇 negative',
    ])
  })
})

describe('who filled in the list', () => {
  const at = 'id,reportedAt,lng,lat\nC1,2022-05-19,0,0\n'

  test('I22 a row that tells no ground may be in the town that the name of its file gives, and no further', async () => {
    expect(await seen({ 'cases/召陵镇病例0519.csv': at })).toEqual({
      states: 'A unknown, B due',
      rows: ['cases position-at-zero T1 false'],
    })
    expect(await seen({ 'cases/测试区病例.csv': at })).toMatchObject({ states: 'A unknown, B unknown' })
  })

  test('I22 so may a row whose own column says who filled it in, and one that was refused', async () => {
    const text = 'id,reportedAt,填报单位\nC1,2022-05-19,万金镇疫情防控指挥部\n'
    expect(await seen({ 'cases.csv': text })).toEqual({
      states: 'A due, B unknown',
      rows: ['cases no-ground T2 false'],
    })
    expect(await seen({ 'cases/召陵镇.csv': 'id,reportedAt\nC1,2022-02-30\n' })).toEqual({
      states: 'A unknown, B due',
      rows: ['cases no-such-day T1 true'],
    })
  })

  test('I22 what a row tells itself goes before who filled it in', async () => {
    const text = 'id,reportedAt,村,填报单位\nC1,2022-05-19,南庄,召陵镇\n'
    expect(await seen({ 'cases/召陵镇.csv': text })).toEqual({ states: 'A due, B due', rows: [] })
  })
})
