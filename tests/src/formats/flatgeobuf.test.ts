import { serialize } from 'flatgeobuf/lib/mjs/geojson.js'
import type { FeatureCollection } from 'geojson'
import { expect, test } from 'vitest'
import { aCollection, aFeature, aSquare, codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

const villages = (count: number): FeatureCollection =>
  aCollection(
    ...Array.from({ length: count }, (_, i) =>
      aFeature(
        { code: `41110400120${i}`, name: `村${i}`, kind: 'village', people: 100 + i },
        aSquare(114 + i / 10, 33.5),
      ),
    ),
  ) as FeatureCollection

test('I116 features of a FlatGeobuf are those of the GeoJSON they were made of', async () => {
  const registers = []
  for (const [name, content] of [
    ['x.fgb', serialize(villages(7))],
    ['x.geojson', villages(7)],
  ] as const) {
    const log = new MemoryLog()
    await log.take({ [name]: content })
    registers.push(log.register().places.map(({ origin: _, ...place }) => place))
  }
  expect(registers[0]).toHaveLength(7)
  expect(registers[0]).toEqual(registers[1])
})

test('I116 its frame is the one that its head states', async () => {
  const metres = aCollection(
    aFeature(
      { code: '411104001201', name: '东村', kind: 'village' },
      {
        type: 'Polygon',
        coordinates: [
          [
            [12_690_000, 3_960_000],
            [12_691_000, 3_960_000],
            [12_691_000, 3_961_000],
            [12_690_000, 3_960_000],
          ],
        ],
      },
    ),
  ) as FeatureCollection
  const log = new MemoryLog()
  await log.take({ '村界.fgb': serialize(metres, 3857) })
  const [place] = log.register().places
  expect(place!.shape![0]![0]![0]).toBeCloseTo((12_690_000 / 20_037_508.342789244) * 180, 9)
})

test('I116 one that is cut, or holds fewer than it says, is refused whole', async () => {
  const whole = serialize(villages(5))
  const one = serialize(villages(1))
  const last =
    whole.length -
    (one.length - serialize({ type: 'FeatureCollection', features: villages(1).features }).length)
  for (const bytes of [whole.slice(0, whole.length - 10), whole.slice(0, 60), whole.slice(0, last - 1)])
    expect(codesOf(await planOf({ '村界.fgb': bytes }))).toEqual(['村界.fgb:- broken-flatgeobuf'])
})
