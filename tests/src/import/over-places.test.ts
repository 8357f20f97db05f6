import { describe, expect, test } from 'vitest'
import { hierarchyOf, overlapsAt, placesAt, residentsOf } from '#geo'
import { notReplaced, replacingDraft } from '../../../src/operations/places/replace-places'
import { moment } from '../../helpers/facts'
import { codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

const village = (code: string, west: number, east: number, people = 1_000) => ({
  type: 'Feature',
  properties: { code, name: code, kind: 'village', parent: 'T', people },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 31],
        [east, 31],
        [east, 31.01],
        [west, 31.01],
        [west, 31],
      ].map(([x, y]) => [121 + x! / 100, y]),
    ],
  },
})
const frame = ['district', 'town'].map((kind, i) => ({
  type: 'Feature',
  properties: { code: 'DT'[i], name: kind, kind, parent: i === 0 ? null : 'D' },
  geometry: null,
}))
const file = (...features: readonly object[]) => ({
  'places.geojson': { type: 'FeatureCollection', features },
})

async function held(): Promise<MemoryLog> {
  const log = new MemoryLog()
  await log.take(file(...frame, village('A', 0, 1), village('B', 1, 2), village('C', 2, 3)))
  return log
}

describe('I70 a file whose places lie over places of the log is told before it is taken', () => {
  test('with the pairs, and what would end and begin', async () => {
    const log = await held()
    const plan = await planOf(file(village('N', 0, 2, 2_100), village('C', 2, 3)), {
      existing: log.register(),
    })
    expect(codesOf(plan)).toEqual([
      'places.geojson:- places-over-others',
      'places.geojson:- siblings-overlap',
    ])
    expect(plan.over).toMatchObject([{ source: 'places.geojson', ends: ['A', 'B'], begins: ['N'] }])
    expect(plan.problems[0]!.detail!.pairs.map(({ a, b }) => [a, b])).toEqual([
      ['A', 'N'],
      ['B', 'N'],
    ])
  })

  test('a code that goes on with other ground ends and begins', async () => {
    const log = await held()
    const plan = await planOf(file(village('A', 0, 0.5), village('N', 0.5, 2)), { existing: log.register() })
    expect(plan.over).toMatchObject([{ ends: ['A', 'B'], begins: ['A', 'N'] }])
  })

  test('a place that the log holds, drawn anew under its own code over others, is told', async () => {
    const log = await held()
    const plan = await planOf(file(village('A', 0, 2)), { existing: log.register() })
    expect(codesOf(plan)).toContain('places.geojson:- places-over-others')
    expect(plan.over).toMatchObject([{ ends: ['A', 'B'], begins: ['A'] }])
    expect(plan.over[0]!.pairs.map(({ a, b }) => [a, b])).toEqual([['A', 'B']])
    const undrawn = { ...village('A', 0, 1), geometry: null }
    expect((await planOf(file(undrawn), { existing: log.register() })).over).toEqual([])
    const both = await planOf(file(undrawn, village('N', 0, 2)), { existing: log.register() })
    expect(both.over).toMatchObject([{ ends: ['A', 'B'], begins: ['N'] }])
  })

  test('neighbours, borders drawn anew and the same file again are not told', async () => {
    const log = await held()
    for (const features of [
      [village('N', 3, 4)],
      [village('N', 2.9, 3.9)],
      [village('A', 0, 1), village('B', 1, 2), village('C', 2, 3)],
    ]) {
      const plan = await planOf(file(...features), { existing: log.register() })
      expect(plan.over).toEqual([])
    }
  })

  test('a first import has nothing to lie over', async () => {
    expect((await planOf(file(...frame, village('A', 0, 1), village('N', 0, 1)))).over).toEqual([])
  })

  test('replaced by the file from a day on, and told no second time', async () => {
    const log = await held()
    const fresh = file(village('N', 0, 2, 2_100))
    const { over } = await planOf(fresh, { existing: log.register() })
    await log.take(fresh, [replacingDraft(over[0]!, { at: '2022-05-10', because: '' })!])
    const peopleAt = (day: string) =>
      residentsOf(hierarchyOf(placesAt(log.register(), moment(day).at).places)).totalOf('D').people
    expect(peopleAt('2022-05-10')).toBe(3_000)
    expect(peopleAt('2022-05-11')).toBe(3_100)
    expect((await planOf(fresh, { existing: log.register() })).over).toEqual([])
  })
})

test('I70 a replacement that was not said at the import is said after it, for all places of the file, with its reason', async () => {
  const log = await held()
  await log.take(file(village('N', 0, 1.5, 1_600), village('M', 1.5, 2, 500)))
  const { count, files } = overlapsAt(log.register(), moment('2022-05-20').at, 10)
  expect(count).toBe(3)
  const over = files.find(({ begins }) => begins.includes('N'))!
  expect(over).toEqual({ source: 'places.geojson', begins: ['M', 'N'], ends: ['A', 'B'] })
  expect(files.find(({ begins }) => begins.includes('A'))).toMatchObject({
    begins: ['A', 'B'],
    ends: ['M', 'N'],
  })
  const replacing = {
    facts: log.register(),
    over,
    at: '2022-05-10',
    because: ' 民政批复 ',
    own: async () => true,
  }
  expect(notReplaced(replacing)).toBeNull()
  expect(notReplaced({ ...replacing, at: '' })).toEqual({ code: 'no-date' })
  const draft = replacingDraft(over, replacing)!
  expect(draft).toMatchObject({ because: '民政批复' })
  await log.take({}, [draft])
  const at = (day: string) => placesAt(log.register(), moment(day).at)
  const people = (day: string) => residentsOf(hierarchyOf(at(day).places)).totalOf('D').people
  expect([people('2022-05-10'), people('2022-05-11')]).toEqual([3_000, 3_100])
  expect(overlapsAt(log.register(), moment('2022-05-20').at, 10)).toMatchObject({ count: 0, files: [] })
  expect(notReplaced({ ...replacing, facts: log.register() })).toEqual({ code: 'no-such-place' })
})
