import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { blockOfBytes } from '../../../src/log/rows/blocks'
import { cellAt } from '../../../src/log/rows/cells'
import { mergeBlocks, sameRow, takeRows } from '../../../src/log/rows/merge'
import { blockFromNdjson, blockToNdjson, hashOfBlock } from '../../../src/log/rows/segment'
import { aBlock, aDay, aTime } from '../../helpers/log'

const SQUARE = [
  [Float64Array.of(0, 0, 1, 0, 1, 1, 0, 0)],
  [Float64Array.of(2, 2, 3, 2, 3, 3, 2, 2), Float64Array.of(2.1, 2.1, 2.2, 2.1, 2.2, 2.2, 2.1, 2.1)],
]
const LINE = Float64Array.of(113.1, 22.1, 113.2, 22.2)

const blocks = {
  places: aBlock('places', [
    { code: 'a', kind: 'village', people: 0, aliases: '甲;乙', shape: SQUARE },
    { code: 'b', kind: 'town', people: null },
  ]),
  roads: aBlock('roads', [
    { class: 'primary', closed: true, line: LINE },
    { class: 'track', line: [[LINE], [LINE]] },
    { class: 'primary', closed: false, line: LINE },
  ]),
  cases: aBlock('cases', [
    { id: 'C1', reportedAt: aDay('2022-05-01'), lng: 1.5, 年级: '三' },
    { id: 'C2', reportedAt: aTime('2022-05-01T03:04:05Z') },
  ]),
  kept: blockOfBytes(Uint8Array.of(0, 1, 255)),
}

describe.each(Object.entries(blocks))('a block of %s', (_, block) => {
  test('L9 its text reads back to the same block, and its hash is that of the text', () => {
    const text = blockToNdjson(block)
    const back = blockFromNdjson(text)
    expect(back).toEqual(block)
    expect(hashOfBlock(block)).toBe(createHash('sha256').update(text).digest('hex'))
    expect(hashOfBlock(back)).toBe(hashOfBlock(block))
  })

  test('its rows taken one by one and merged say the same', () => {
    const parts = [...block.ids.keys()].map((r) => takeRows(block, [r]))
    const merged = mergeBlocks(parts)
    expect(merged.ids).toEqual(block.ids)
    for (const r of block.ids.keys()) expect(sameRow({ block: merged, row: r }, { block, row: r })).toBe(true)
  })
})

describe('cells and identities', () => {
  test('a cell is what was put in, and empty is null', () => {
    const { places, roads, cases, kept } = blocks
    expect(cellAt(places.columns.people, 0)).toBe(0)
    expect(cellAt(places.columns.people, 1)).toBeNull()
    expect(cellAt(places.columns.shape, 0)).toEqual(SQUARE)
    expect(cellAt(places.columns.shape, 1)).toBeNull()
    expect(cellAt(roads.columns.line, 0)).toEqual([[LINE]])
    expect(roads.ids.map((_, r) => cellAt(roads.columns.closed, r))).toEqual([true, null, false])
    expect(cellAt(cases.columns.reportedAt, 1)).toEqual(aTime('2022-05-01T03:04:05Z'))
    expect(cellAt(cases.columns.年级, 0)).toBe('三')
    expect(cellAt(cases.columns.chain, 0)).toBeNull()
    expect(cellAt(kept.columns.bytes, 0)).toEqual(Uint8Array.of(0, 1, 255))
  })

  test('L10 a row is known by its own id, else by kind, content and which of its equals it is', () => {
    expect(blocks.cases.ids).toEqual(['C1', 'C2'])
    const twice = aBlock('facts', [
      { zone: 'Z1', at: aDay('2022-05-01'), fact: 'f', value: '1' },
      { zone: 'Z1', at: aDay('2022-05-01'), fact: 'f', value: '1' },
      { zone: 'Z1', at: aTime('2022-05-01T00:00:00+08:00'), fact: 'f', value: '1' },
    ])
    expect(twice.ids[1]).toBe(`${twice.ids[0]}#2`)
    expect(twice.ids[2]).not.toBe(twice.ids[0])
    expect(new Set(blocks.roads.ids).size).toBe(3)
    expect(aBlock('zones', [{ id: 'Z1', from: aDay('2022-05-01') }]).ids).toEqual([
      `Z1|${aDay('2022-05-01').at}`,
    ])
  })

  test('what is no segment is refused', () => {
    expect(() => blockFromNdjson('{"a":1}\n')).toThrow(/not a cordon-segment/)
    expect(() => blockFromNdjson(blockToNdjson(blocks.cases).split('\n').slice(0, 2).join('\n'))).toThrow(
      /says 2 rows, got 1/,
    )
  })
})
