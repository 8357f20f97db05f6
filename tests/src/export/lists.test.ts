import { describe, expect, test } from 'vitest'
import { areaM2, type Instant, zoneShape } from '#geo'
import { listFilesOf } from '../../../src/export/tables/list-files'
import { ALL_LISTS, aLogOfLists, listsOf, sumOf } from '../../helpers/log-of-lists'
import { MemoryLog } from '../../helpers/pack-input'

describe.each(['zh', 'en'] as const)('in %s', (written) => {
  test.each(['csv', 'xlsx', 'geojson'] as const)(
    'O12, O14 text of any kind comes back equal from %s',
    async (format) => {
      const log = await aLogOfLists()
      const { offer, plan } = await log.offer(await listsOf(log, format, written))
      expect(plan.refused).toEqual([])
      expect(offer.changes).toEqual([])
      expect(sumOf(offer.counts)).toEqual([0, 0, format === 'geojson' ? 22 : 24])
    },
  )
})

test('O12 an edited cell is the one change', async () => {
  const log = await aLogOfLists()
  const files = await listsOf(log, 'csv', 'zh')
  const [name, text] = Object.entries(files).find(([path]) => path.includes('病例'))!
  const { offer } = await log.offer({ ...files, [name]: String(text).replace('无症状', '确诊') })
  expect(offer.changes).toMatchObject([
    { list: 'cases', cells: [{ column: 'kind', before: 'asymptomatic', after: 'confirmed' }] },
  ])
  expect(sumOf(offer.counts)).toEqual([0, 1, 23])
})

test('O12 files are called by district, list and as-of, in the language that was chosen', async () => {
  const log = await aLogOfLists()
  const at = Date.parse('2022-05-22T18:00:00+08:00') as Instant
  expect(Object.keys(await listsOf(log, 'csv', 'zh', at))).toContain('召陵区-病例-202205221800-内部资料.csv')
  expect(Object.keys(await listsOf(log, 'xlsx', 'en', at))).toEqual([
    'Shaoling-lists-202205221800-internal.xlsx',
  ])
  expect(
    await listFilesOf(new MemoryLog().register(), 'csv', {
      lists: ALL_LISTS,
      written: 'zh',
      asOf: null,
      notice: '',
    }),
  ).toEqual({
    ...{ ok: false, why: 'no-rows' },
  })
})

test('O13 what a person corrected leaves as it stands and comes back equal, also beside what the file said', async () => {
  const log = await aLogOfLists()
  const { file, segment, row } = log.register().cases
  expect([file.values[file.codes[1]!], row[1]]).toEqual(['cases.csv', 3])
  const id = log.blocks.get(segment!.values[segment!.codes[1]!]!)!.ids[1]!
  log.say([{ type: 'cases.corrected@1', row: id, set: { kind: 'confirmed' }, because: '复核' } as never])
  expect(log.register().cases.kind.values).not.toContain('asymptomatic')
  const { offer } = await log.offer(await listsOf(log, 'xlsx', 'zh'))
  expect(offer.changes).toEqual([])
  expect(sumOf(offer.counts)).toEqual([0, 0, 24])
})

test('O14 a zone opens elsewhere with the ground of its members, to the square metre', async () => {
  const log = await aLogOfLists()
  const facts = log.register()
  const files = await listsOf(log, 'geojson', 'en')
  const other = new MemoryLog()
  await other.take(Object.fromEntries(Object.entries(files).filter(([path]) => path.includes('zones'))))
  const [zone] = other.register().zones
  const meant = areaM2(zoneShape(facts.zones[0]!, facts.places))
  expect(meant).toBeGreaterThan(1e6)
  expect(areaM2(zone!.drawn!)).toBeCloseTo(meant, 3)
})

test('O15 at an as-of what lies after it is left out, and nothing of what is there', async () => {
  const log = await aLogOfLists()
  const files = await listsOf(log, 'csv', 'en', Date.parse('2022-05-22T18:00:00+08:00') as Instant)
  const cases = String(Object.entries(files).find(([path]) => path.includes('cases'))![1])
  expect([cases.includes('C1'), cases.includes('C2')]).toEqual([true, false])
  const { offer } = await log.offer(files)
  expect([offer.changes, sumOf(offer.counts)]).toEqual([[], [0, 0, 23]])
})
