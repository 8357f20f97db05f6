import { describe, expect, test } from 'vitest'
import { answersOf } from '#geo'
import { narrowingDrafts } from '../../../src/operations/unplaced/narrow-rows'
import { type PlacedGround, placingDrafts } from '../../../src/operations/unplaced/place-rows'
import { foreseeActs } from '../../../src/worker/foresee-acts'
import { MemoryLog } from '../../helpers/pack-input'
import { TWO_ZONES_AT as AS_OF, TWO_ZONES } from '../../helpers/two-zones'

const PACK = {
  ...TWO_ZONES,
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
      : placingDrafts({ rows, ground, at: '' }, log.register())
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
    expect(await foreseen({ kind: 'place', id: 'V3' })).toEqual({
      freed: ['A', 'B'],
      still: [],
      unmet: [],
      contradicted: [],
    })
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
