import { expect, test } from 'vitest'
import { listFiles } from '../../../../src/export/pack'
import { keptBlock } from '../../../../src/log/personal/kept-block'
import { BlockBuilder } from '../../../../src/log/rows/block-builder'
import { cellAt } from '../../../../src/log/rows/cells'
import { blockToNdjson, hashOfBlock } from '../../../../src/log/rows/segment'
import { KINDS } from '../../../../src/records/records'
import { MemoryLog } from '../../../helpers/pack-input'

/** A list of cases as release 0.1 stored it: names masked, remarks and addresses whole. */
function former() {
  const builder = new BlockBuilder(KINDS.find(({ list }) => list === 'cases')!)
  const at = Date.parse('2022-05-01T00:00:00+08:00')
  builder.add({
    row: 2,
    values: {
      reportedAt: { at, isDay: true },
      place: '锦绣苑小区3号楼2单元301室',
      chain: '李四光',
      姓名: '张*',
      备注: '张三丰的同事',
    },
  })
  return builder.block()
}

test('I123 of what an earlier release stored only what would be kept now is read; its bytes stay', () => {
  const block = former()
  const kept = keptBlock(block)
  expect(Object.keys(kept.columns).sort()).toEqual(['chain', 'place', 'reportedAt'])
  expect([cellAt(kept.columns.place, 0), cellAt(kept.columns.chain, 0)]).toEqual(['锦绣苑小区3号楼', null])
  expect(blockToNdjson(block)).toContain('张三丰的同事')
  expect(keptBlock(kept)).toBe(kept)
})

test('I123 a place whose name begins like that of a person stays where the case is', () => {
  const builder = new BlockBuilder(KINDS.find(({ list }) => list === 'cases')!)
  const at = Date.parse('2022-05-01T00:00:00+08:00')
  for (const [row, place] of ['万科', '金桂', 'V1'].entries())
    builder.add({ row: row + 2, values: { reportedAt: { at, isDay: true }, place } })
  const block = builder.block()
  expect(keptBlock(block)).toBe(block)
})

test('I123 it is in no list that leaves, and the same list that comes again is known again', async () => {
  const log = new MemoryLog()
  await log.take({ 'cases.csv': 'reportedAt\n2022-05-01\n' })
  const block = former()
  const hash = hashOfBlock(block)
  log.blocks.set(hash, block)
  log.events = log.events.map((event) =>
    event.type === 'cases.imported@1' ? { ...event, segment: hash } : event,
  )
  const facts = log.register()
  expect(facts.cases.length).toBe(1)
  expect([...listFiles(facts).values()].join('\n')).not.toMatch(/张|李四光|301|同事/)
  const again = await log.take({
    '7月9日.csv':
      '报告日期,诊断类型,现住址,姓名,备注\n2022-05-01,,锦绣苑小区3号楼2单元301室,张三丰,张三丰的同事\n',
  })
  expect(again.filter(({ type }) => type === 'cases.imported@1')).toEqual([])
})

test('I123 codes of places are read as they are, however long', () => {
  const kind = KINDS.find(({ list }) => list === 'contacts')!
  const builder = new BlockBuilder(kind)
  for (const place of ['339901001001001', '339901008001012003', '411104002001', 'V11'])
    builder.add({ row: 2, values: { id: place, place } })
  const block = builder.block()
  expect([0, 1, 2, 3].map((row) => cellAt(keptBlock(block).columns.place, row))).toEqual([
    ...['339901001001001', '339901008001012003', '411104002001', 'V11'],
  ])
})
