import { describe, expect, test } from 'vitest'
import { answersOf, readAsOf } from '#geo'
import { narrowingDrafts } from '../../../src/operations/unplaced/narrow-rows'
import { type PlacedGround, placingDrafts } from '../../../src/operations/unplaced/place-rows'
import { foreseeActs } from '../../../src/worker/foresee-acts'
import { aCollection, aFeature, aSquare, MemoryLog } from '../../helpers/pack-input'
import { onePolicy } from '../../helpers/policies'

const AS_OF = readAsOf('Asia/Shanghai', '2022-05-20T12:00')!
const PACK = {
  'pack.json': {
    ...{ format: 'cordon-pack', version: 1, title: { zh: '测试区' }, timezone: 'Asia/Shanghai' },
    ...{ frame: 'wgs84', policy: 'test-one', use: 'review', asOf: '2022-05-20T12:00' },
  },
  'policies/test-one.json': onePolicy({
    ...{ id: 'noNewCase', days: { since: { event: 'case' }, gte: 7 }, ifMissing: true },
  }),
  'places.geojson': aCollection(
    aFeature({ code: 'T', name: '镇', kind: 'town' }, aSquare(113, 34, 0.04)),
    ...['东村', '西村', '外村'].map((name, i) =>
      aFeature(
        { code: `V${i + 1}`, name, kind: 'village', ...(i < 2 ? { parent: 'T' } : {}) },
        aSquare(113 + i * 0.02, 34, 0.02),
      ),
    ),
  ),
  'zones.geojson': aCollection(
    ...['V1', 'V2'].map((members, i) =>
      aFeature({ id: 'AB'[i], level: 'sealed', from: '2022-05-01', members }),
    ),
  ),
  'cases.csv': 'id,reportedAt,place,lng,lat\nC0,2022-05-02,V3,,\nC1,2022-05-19,,0,0\n',
}

async function foreseen(ground: PlacedGround | 'narrowed', more: Record<string, string> = {}) {
  const log = new MemoryLog()
  await log.take(PACK)
  await log.take(more)
  const before = answersOf(log.register(), { asOf: AS_OF, known: null }).survey
  const rows = before.unplaced!.items[0]!.rows
  const drafts =
    ground === 'narrowed'
      ? narrowingDrafts({ rows, place: 'T' })
      : placingDrafts({ rows, ground, at: '' }, 'Asia/Shanghai')
  return foreseeActs(drafts, {
    log: { ordered: log.events, blocks: log.blocks },
    before,
    effective: AS_OF,
    clock: AS_OF,
  })
}

describe('I24 what an act would change is said before it is done', () => {
  test('a place in one zone frees the other, and the one lacks its days', async () => {
    const told = await foreseen({ kind: 'place', id: 'V1' })
    expect(told).toMatchObject({ freed: ['A', 'B'], still: [], unmet: [{ zone: 'A' }] })
    expect(told!.unmet[0]!.leaves).toHaveLength(1)
  })
  test('a place in no zone frees both and nothing is lacking', async () => {
    expect(await foreseen({ kind: 'place', id: 'V3' })).toEqual({ freed: ['A', 'B'], still: [], unmet: [] })
  })
  test('other rows go on holding, and a narrower ground that covers both holds both', async () => {
    const other = { 'cases/b.csv': 'id,reportedAt,place,lng,lat\nC2,2022-05-19,,0,0\n' }
    expect(await foreseen({ kind: 'place', id: 'V3' }, other)).toMatchObject({ freed: [], still: ['A', 'B'] })
    expect(await foreseen('narrowed')).toMatchObject({ freed: [], still: ['A', 'B'] })
  })
  test('nothing is written: the log is as long as before', async () => {
    const log = new MemoryLog()
    await log.take(PACK)
    const length = log.events.length
    await foreseen({ kind: 'place', id: 'V3' })
    expect(log.events).toHaveLength(length)
    expect(
      foreseeActs([], {
        log: { ordered: log.events, blocks: log.blocks },
        before: answersOf(log.register(), { asOf: AS_OF, known: null }).survey,
        effective: AS_OF,
        clock: AS_OF,
      }),
    ).toBeNull()
  })
})
