import { describe, expect, test } from 'vitest'
import { assess, readAsOf } from '#geo'
import { aCollection, aFeature, aSquare, MemoryLog } from '../../helpers/pack-input'

const AS_OF = readAsOf('Asia/Shanghai', '2022-05-20T12:00')!
const VILLAGE = aFeature({ code: 'V', name: '东街村', kind: 'village' }, aSquare(113, 34, 0.02))
const PRECAUTION = aFeature({ id: 'P', level: 'precaution', from: '2022-05-01', members: 'V' })
const PACK = {
  'pack.json': {
    ...{ format: 'cordon-pack', version: 1, title: { zh: '测试区' }, timezone: 'Asia/Shanghai' },
    ...{ frame: 'wgs84', policy: 'cn-2021-three-zone', use: 'review', asOf: '2022-05-20T12:00' },
  },
  'places.geojson': aCollection(aFeature({ code: 'D', name: '测试区', kind: 'district' }), VILLAGE),
  'zones/a.geojson': aCollection(PRECAUTION),
  'cases.csv': 'id,reportedAt,place\n',
}

async function seen(...drops: Record<string, string | object>[]) {
  const log = new MemoryLog()
  await log.take(PACK)
  for (const files of drops) await log.take(files)
  const facts = log.register()
  const { state, conditions } = assess(facts, { asOf: AS_OF })
    .zones.find(({ id }) => id === 'P')!
    .transitions.find(({ id }) => id === 'lift-precaution')!
  return { state, reason: conditions[0]!.reason, unread: facts.unread }
}

const sealed = (from: string, over: object = {}): object =>
  aFeature({ id: 'S', level: 'sealed', from, members: 'V', ...over })

describe('rows of zones that an import refuses', () => {
  test('L33 a stay that cannot be read holds until its file comes again without it', async () => {
    expect(await seen()).toMatchObject({ state: 'due', unread: [] })
    const refused = { 'zones/b.geojson': aCollection(sealed('昨天')) }
    expect(await seen(refused)).toEqual({
      ...{ state: 'unknown', reason: 'zone-row-unread' },
      unread: [
        {
          ...{ list: 'zones', file: 'zones/b.geojson', row: 1, why: 'not-a-day' },
          ...{ zone: 'S', transition: null, knownAt: null },
        },
      ],
    })
    const mended = { 'zones/b.geojson': aCollection(sealed('2022-05-19')) }
    expect(await seen(refused, mended)).toMatchObject({
      state: 'blocked',
      reason: 'zones-remain',
      unread: [],
    })
  })

  test('L33 a file of zones that cannot be read at all holds as a whole', async () => {
    expect(await seen({ 'zones/b.geojson': '{"type":"FeatureCollection","features":' })).toMatchObject({
      ...{ state: 'unknown', reason: 'zone-row-unread' },
      unread: [{ file: 'zones/b.geojson', row: null }],
    })
  })

  test('L33 a stay that repeats another to the letter, its ground included, leaves nothing open', async () => {
    const again = { 'zones/b.geojson': aCollection(PRECAUTION, PRECAUTION) }
    expect(await seen(again)).toMatchObject({ state: 'due', unread: [] })
    const elsewhere = aCollection(
      aFeature({ id: 'Q', level: 'precaution', from: '2022-05-01' }, aSquare(113, 34, 0.02)),
      aFeature({ id: 'Q', level: 'precaution', from: '2022-05-01' }, aSquare(113.1, 34, 0.02)),
    )
    expect(await seen({ 'zones/b.geojson': elsewhere })).toMatchObject({
      unread: [{ row: 2, why: 'stays-overlap' }],
    })
  })

  test('L33 of a refused row of zones its id is kept, where it has none its members', async () => {
    const { unread } = await seen({
      'zones/b.csv': '编号,级别,起,成员\nS,sealed,昨天,V\n,sealed,2022-05-01,V、W\n,sealed,2022-05-01,\n',
    })
    expect(unread).toMatchObject([
      { row: 2, zone: 'S' },
      { row: 3, zone: null, members: ['V', 'W'] },
      { row: 4 },
    ])
    expect(unread![2]).not.toHaveProperty('members')
  })

  test('L33 a stay that only leaves out what is empty repeats the other to the letter', async () => {
    const stay = 'id,level,from,to,members\nP,precaution,2022-05-01,,V\n'
    const again = {
      'zones/a.csv': stay,
      'zones/b.csv': stay.replace('from,to,', 'from,').replace('01,,', '01,'),
    }
    expect(await seen(again)).toMatchObject({ unread: [] })
  })

  test('L33 of a refused step its zone and transition are kept', async () => {
    const { unread } = await seen({
      'transitions.csv': '分区,调整,步骤,时间,结论\nP,lift-precaution,approve,昨天,驳回\n,,,,\n',
    })
    expect(unread).toMatchObject([
      { list: 'transitions', row: 2, why: 'not-a-day', zone: 'P', transition: 'lift-precaution' },
    ])
  })

  test('L33 a step that was taken without a decision is open, and no refused row of the next import', async () => {
    const steps = {
      'transitions.csv': 'zone,transition,step,at,decision\nP,lift-precaution,apply,2022-05-19,\n',
    }
    const open = [{ list: 'transitions', row: 2, why: 'no-decision', isTaken: true }]
    expect((await seen(steps)).unread).toMatchObject(open)
    expect((await seen(steps, { 'facts.csv': 'zone,at,fact,value\n' }, steps)).unread).toMatchObject(open)
    const decided = steps['transitions.csv'].replace('05-19,', '05-19,given')
    expect((await seen(steps, { 'transitions.csv': decided })).unread).toEqual([])
  })
})
