import { describe, expect, test } from 'vitest'
import { digest } from '../../../../src/log/digest'
import { keptBlock } from '../../../../src/log/personal/kept-block'
import { BlockBuilder } from '../../../../src/log/rows/block-builder'
import { cellAt } from '../../../../src/log/rows/cells'
import { blockToNdjson } from '../../../../src/log/rows/segment'
import { KINDS } from '../../../../src/records/records'
import { MemoryLog, planOf } from '../../../helpers/pack-input'

const square = (x: number, y = 33.6): object => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + 0.01, y],
      [x + 0.01, y + 0.01],
      [x, y + 0.01],
      [x, y],
    ],
  ],
})
const zone = (name: string, x: number, from = '2022-05-01'): object => ({
  type: 'Feature',
  properties: { name, level: 'sealed', from },
  geometry: square(x),
})
const zones = (...features: readonly object[]): object => ({ type: 'FeatureCollection', features })
const NAMES = ['张伟', '张芳', '李秀英']
const ZONES = zones(zone('张伟家', 114.1), zone('张芳家', 114.2), zone('李秀英户', 114.3))

describe('households that are called after a person', () => {
  test('I148 two zones are two by where they lie, and no sign of a name is written', async () => {
    const plan = await planOf({ 'zones.geojson': ZONES })
    expect(plan.files[0]).toMatchObject({ taken: 3, refused: 0 })
    const written = [...plan.blocks.values()].map(blockToNdjson).join('\n') + JSON.stringify(plan.drafts)
    const block = [...plan.blocks.values()].find(({ list }) => list === 'zones')!
    const ids = [0, 1, 2].map((row) => cellAt(block.columns.id, row) as string)
    expect(new Set(ids).size).toBe(3)
    for (const [at, id] of ids.entries())
      expect(id).toMatch(at === 2 ? /^＊户@[0-9a-f]{6}$/ : /^＊家@[0-9a-f]{6}$/)
    for (const name of NAMES)
      for (const said of [name, `${name}家`, `${name}户`])
        expect([said, written.includes(said), written.includes(digest(said).slice(0, 4) + ')')]).toEqual([
          said,
          false,
          false,
        ])
    // whose it is changes nothing of what it is known by: the sign is not made of the name
    const others = await planOf({ 'zones.geojson': zones(zone('王小红家', 114.1)) })
    expect(cellAt([...others.blocks.values()][0]!.columns.id, 0)).toBe(ids[0])
  })

  test('I148 the same list is equal the next morning, whatever the order of its rows', async () => {
    const log = new MemoryLog()
    await log.take({ 'zones.geojson': ZONES })
    const turned = zones(zone('李秀英户', 114.3), zone('张伟家', 114.1), zone('张芳家', 114.2))
    const { offer } = await log.offer({ 'zones.geojson': turned })
    expect(offer.counts).toMatchObject([{ list: 'zones', added: 0, changed: 0, equal: 3 }])
  })

  test('I148 a row that refers to one by name is taken, means no zone and is unplaced', async () => {
    const log = new MemoryLog()
    await log.take({
      'places.csv': 'code,name,kind\n411104,召陵区,district\n411104100,召陵镇,town\n',
      'zones.geojson': zones(zone('张伟家', 114.1)),
    })
    const rounds = [
      'zone,round,startedAt,listed,sampled',
      '张伟家,1,2022-05-02,4,4',
      '张芳家,1,2022-05-02,3,3',
    ]
    const { plan } = await log.offer({ 'rounds.csv': [...rounds, '张伟家,2,2022-05-03,4,4'].join('\n') })
    const block = [...plan.blocks.values()].find(({ list }) => list === 'rounds')!
    expect([0, 1, 2].map((row) => cellAt(block.columns.zone, row))).toEqual(['＊家#2', '＊家#3', '＊家#2'])
    expect(plan.problems.map(({ code, seen }) => [code, seen])).toEqual(
      expect.arrayContaining([
        ['unknown-zone', '＊家#2'],
        ['unknown-zone', '＊家#3'],
      ]),
    )
  })

  test('I148 a place without ground is known by its row, and no other name is touched', async () => {
    const plan = await planOf({
      'facilities.csv': 'id,kind,name\n张伟家,,张伟家\n李四家,,李四家\nK3,,王家村卡点\n',
    })
    const block = [...plan.blocks.values()].find(({ list }) => list === 'facilities')!
    expect([0, 1, 2].map((row) => cellAt(block.columns.id, row))).toEqual(['＊家#2', '＊家#3', 'K3'])
    expect([0, 1, 2].map((row) => cellAt(block.columns.name, row))).toEqual(['＊家', '＊家', '王家村卡点'])
  })

  test('I148 signs that an earlier release made of names are read as none; rows stay known by theirs', () => {
    const builder = new BlockBuilder(KINDS.find(({ list }) => list === 'facilities')!)
    builder.add({ row: 2, values: { id: '＊家(3f2a)', name: '＊家(3f2a)', status: '＊家(3f2a);开(3f2a)' } })
    const block = builder.block()
    const kept = keptBlock(block)
    expect(['id', 'name', 'status'].map((name) => cellAt(kept.columns[name], 0))).toEqual([
      '＊家(3f2a)',
      '＊家',
      '＊家;开(3f2a)',
    ])
    expect(keptBlock(kept)).toBe(kept)
  })
})
