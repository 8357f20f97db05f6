import { expect, test } from 'vitest'
import { trafficOn } from '#geo'
import { fold } from '../../../src/log/fold/fold'
import { rowIdentity } from '../../../src/log/hand/row-identity'
import { contentHash } from '../../../src/log/identity/identity'
import { recognise } from '../../../src/log/identity/recognise'
import { KnownLog } from '../../../src/log/known-log'
import type { ColumnBlock, SourceRow } from '../../../src/log/rows/columns'
import { hashOfBlock } from '../../../src/log/rows/segment'
import { aBlock, aFile, aVillageLog, type LogPen } from '../../helpers/log'

const DAY = '2022-05-20'
const ROWS: SourceRow['values'][] = [
  { checkpoint: 'K01', day: DAY, direction: 'in', vehicles: 100 },
  { checkpoint: 'K01', day: DAY, direction: 'out', vehicles: 40 },
]

/** As releases before 0.3 wrote it: rows known by their content. */
function older(rows: readonly SourceRow['values'][]): ColumnBlock {
  const block = aBlock('passages', rows)
  return { ...block, ids: rows.map((row) => contentHash('passages', row)) }
}

function olderLog(rows: readonly SourceRow['values'][] = ROWS): LogPen {
  const pen = aVillageLog()
  pen.bring('facilities', [{ id: 'K01', kind: 'checkpoint', name: '东门卡点', lng: 113, lat: 34 }])
  const block = older(rows)
  const segment = hashOfBlock(block)
  pen.blocks.set(segment, block)
  pen.say({ type: 'passages.imported@1', file: aFile('checkpoint-log.csv'), segment, rows: block.length })
  return pen
}
const read = (pen: LogPen) => fold(pen.events, pen.blocks, { known: null })

test('L121 who passed, said by hand, is the row that an earlier release knew by its content', () => {
  const pen = olderLog()
  pen.say({
    type: 'passage.counted@1',
    passage: {
      ...{ checkpoint: 'K01', day: DAY, direction: 'in', group: null },
      ...{ vehicles: 120, persons: null, fever: null, refused: null },
    },
  })
  expect(read(pen).passages).toHaveLength(2)
  expect(trafficOn(read(pen), DAY)!.whole.vehicles).toBe(160)
})

test('L121 a log of an earlier release and one of today, joined, have each row once', () => {
  const pen = olderLog()
  pen.bring('passages', ROWS, 'again.csv')
  expect(read(pen).passages).toHaveLength(2)
})

test('L121 a file of today is recognised as the rows of an earlier release', () => {
  const pen = olderLog()
  const known = new KnownLog(pen.events, pen.blocks)
  const block = aBlock('passages', [{ ...ROWS[0], vehicles: 130 }, ROWS[1]!])
  const { rows } = recognise(block, known.rows('passages'), {
    ...{ said: null, file: 'x', fileOf: () => null, nameOf: () => 'checkpoint-log.csv' },
    meant: String,
  })
  expect(rows.map(({ id, isEqual }) => [id, isEqual])).toEqual([
    [`K01|${DAY}|in|`, false],
    [`K01|${DAY}|out|`, true],
  ])
})

test('L121 a row is corrected and withdrawn under the identity that it has now', () => {
  const pen = olderLog()
  const segment = [...pen.blocks].find(([, { list }]) => list === 'passages')![0]
  const row = rowIdentity(
    { ordered: pen.events, blocks: pen.blocks },
    { list: 'passages', at: { file: 'checkpoint-log.csv', row: 1, segment }, timezone: 'Asia/Shanghai' },
  )!
  expect(row).toBe(`K01|${DAY}|in|`)
  pen.say({ type: 'passages.corrected@1', row, set: { vehicles: 7 }, because: '复核' })
  expect(read(pen).unapplied).toEqual([])
  expect(trafficOn(read(pen), DAY)!.whole.vehicles).toBe(47)
})

test('L121 two rows of one identity in one block stay two', () => {
  const pen = olderLog([...ROWS, { ...ROWS[0], vehicles: 300 }])
  expect(read(pen).passages).toHaveLength(3)
  expect(trafficOn(read(pen), DAY)!.posts[0]!.in).toMatchObject({ vehicles: 300 })
  expect(trafficOn(read(pen), DAY)!.posts[0]!.in.leastOf).toContain('vehicles')
})
