import { describe, expect, test } from 'vitest'
import { partOfFile, rowsKept } from '../../../src/import/mapping/rows-kept'
import { tableGround } from '../../../src/import/mapping/table-ground'
import { factsWith } from '../../../src/worker/foresee-unplaced'
import { planOf } from '../../helpers/pack-input'

const square = (west: number, south: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + 0.02, south],
      [west + 0.02, south + 0.02],
      [west, south + 0.02],
      [west, south],
    ],
  ],
})
const PLACES = {
  type: 'FeatureCollection',
  features: [
    ['T', '镇', 'town', null, null],
    ['V1', '东村', 'village', 'T', square(113, 34)],
    ['V2', '西村', 'village', 'T', square(113.02, 34)],
  ].map(([code, name, kind, parent, geometry]) => ({
    ...{ type: 'Feature', geometry, properties: { code, name, kind, parent } },
  })),
}
const FILES = {
  'places.geojson': PLACES,
  'cases.csv': [
    'id,reportedAt,kind,foundIn,place,lon,lat',
    'A,2022-05-20,confirmed,community,东村,,',
    'B,2022-05-20,confirmed,community,V2,113.03,34.01',
    'C,2022-05-20,confirmed,community,,113.03,34.01',
    'D,2022-05-20,confirmed,community,哪里,,',
    'E,2022-05-20,confirmed,community,T,,',
    '',
  ].join('\n'),
  'rounds.csv': 'place,round,startedAt,listed,sampled\nV1,1,2022-05-20,100,\n',
}

describe('I152 where the rows of a table would lie', () => {
  test('by place, by position, and those that lie nowhere', async () => {
    const plan = await planOf(FILES)
    const part = partOfFile(plan, 'cases.csv')!
    expect(part.drafts.length, 'rounds are not needed').toBeLessThan(plan.drafts.length)
    const facts = factsWith(
      { ...part, log: null },
      { log: { ordered: [], blocks: new Map() }, clock: Date.parse('2022-05-21') },
    )!
    const ground = tableGround(facts, 'cases.csv')!
    expect(ground).toMatchObject({ kind: 'village', nowhere: 1, inZones: 0, beyond: 0 })
    expect(ground.places.map(({ name, rows }) => [name, rows])).toEqual([
      ['东村', [2]],
      ['西村', [3]],
    ])
    expect(ground.points.map(({ rows }) => rows)).toEqual([[3, 4]])
    const { at } = ground.points[0]!
    expect(at[0]).toBeCloseTo(ground.places[1]!.at[0], 3)
    expect(tableGround(facts, 'rounds.csv'), 'of a file that is not in it nothing').toBe(null)
    expect(rowsKept(plan, 'rounds.csv', 5)[0]!.cells.sampled ?? null).toBe(null)
  })

  test('without any ground there is no picture', async () => {
    const plan = await planOf({
      'cases.csv': 'id,reportedAt,kind,foundIn,place\nA,2022-05-20,confirmed,community,东村\n',
    })
    const facts = factsWith(
      { ...partOfFile(plan, 'cases.csv')!, log: null },
      { log: { ordered: [], blocks: new Map() }, clock: Date.parse('2022-05-21') },
    )!
    expect(tableGround(facts, 'cases.csv')).toBe(null)
  })
})
