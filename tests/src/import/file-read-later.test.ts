import { expect, test } from 'vitest'
import { FileReadLater } from '../../../src/import/files/file-read-later'
import { planImport } from '../../../src/import/plan'
import { aCollection, aFeature, aSquare, input } from '../../helpers/pack-input'

const FILES = {
  'pack/pack.json': {
    format: 'cordon-pack',
    version: 1,
    title: { zh: '区', en: 'D' },
    timezone: 'Asia/Shanghai',
  },
  'pack/places.geojson': aCollection(
    aFeature({ code: 'A', name: '甲村', kind: 'village' }, aSquare(113, 23)),
    aFeature({ code: 'A', name: '乙村', kind: 'village' }, aSquare(113.1, 23)),
  ),
  'pack/cases.csv':
    'id,reportedAt,place\nK1,2022-05-01,A\nK1,2022-05-02,A\nK2,2022-02-30,A\nK3,2022-05-03,甲村',
  'pack/notes.txt': '某日报',
}

test('files that are read when they are asked for give the plan of files that are at hand', async () => {
  const files = input(FILES)
  const reads = new Map<string, number>()
  const later = files.map(
    ({ path, bytes }) =>
      new FileReadLater(path, () => {
        reads.set(path, (reads.get(path) ?? 0) + 1)
        return bytes.slice()
      }),
  )
  const plan = await planImport(later)
  expect(plan).toEqual(await planImport(files))
  expect(plan.refused.map(({ row, cells }) => [row, cells.id ?? cells.code])).toEqual([
    [3, 'K1'],
    [4, 'K2'],
    [2, 'A'],
  ])
  expect([...reads.keys()].sort()).toEqual(Object.keys(FILES).sort())
})
