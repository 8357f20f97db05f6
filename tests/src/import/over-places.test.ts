import { describe, expect, test } from 'vitest'
import { hierarchyOf, placesAt, residentsOf } from '#geo'
import { replacingDraft } from '../../../src/operations/places/replace-places'
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
