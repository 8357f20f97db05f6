import { describe, expect, test } from 'vitest'
import { areaM2, contains, type Shape, shapeOfGeometry } from '#geo'
import { sentenceOf } from '../../../src/import/sentences/sentences'
import { aCollection, aFeature, aSquare, codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

const place = (code: string, geometry: object, kind = 'village'): object =>
  aFeature({ code, name: code, kind }, geometry)
const box = (w: number, s: number, e: number, n: number): object => ({
  type: 'Polygon',
  coordinates: [
    [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s],
    ],
  ],
})
const zone = (id: string, geometry: object | null, more: object = {}): object =>
  aFeature({ id, level: 'sealed', from: '2022-05-01', policy: 'cn-2021-three-zone', ...more }, geometry)
const ofZones = async (...features: object[]): Promise<string[]> =>
  codesOf(await planOf({ 'zones.geojson': aCollection(...features) }))
const shapeOf = (geometry: object): Shape =>
  shapeOfGeometry(geometry as Parameters<typeof shapeOfGeometry>[0])!

describe('I71 gaps between neighbouring places', () => {
  test('are told once with their size, the two places and a position in them', async () => {
    const gap = box(120.01, 30, 120.01001, 30.01)
    const plan = await planOf({
      'places.geojson': aCollection(
        place('A', box(120, 30, 120.01, 30.01)),
        place('B', box(120.01001, 30, 120.02, 30.01)),
        place('C', box(120, 30.01, 120.02, 30.02)),
      ),
    })
    expect(codesOf(plan)).toEqual(['places.geojson:- gaps-between'])
    const [{ severity, detail }] = plan.problems as [(typeof plan.problems)[number]]
    expect(severity).toBe('note')
    expect(detail!.pairs).toMatchObject([{ a: 'A', b: 'B' }])
    expect(detail!.pairs[0]!.areaM2 / areaM2(shapeOf(gap))).toBeCloseTo(1, 3)
    expect(contains(shapeOf(gap), detail!.pairs[0]!.position!)).toBe(true)
    expect(sentenceOf(plan.problems[0]!, 'en')).toContain('A × B 1,070 m² (120.01001, 30.00500)')
    expect(sentenceOf(plan.problems[0]!, 'zh')).toContain('A × B 1,070 m²（120.01001, 30.00500）')
  })

  test.each<[string, object[]]>([
    ['what meets in whole edges', [place('A', aSquare(120, 30)), place('B', aSquare(120.01, 30))]],
    [
      'a long border beside two short ones',
      [
        place('A', box(120, 30, 120.01, 30.02)),
        place('B', box(120.01, 30, 120.02, 30.013)),
        place('C', box(120.01, 30.013, 120.02, 30.02)),
      ],
    ],
    ['what stands wider apart', [place('A', aSquare(120, 30)), place('B', aSquare(120.0106, 30))]],
    [
      'another place between',
      [
        place('A', aSquare(120, 30)),
        place('M', box(120.01, 30, 120.0102, 30.01)),
        place('B', aSquare(120.0102, 30)),
      ],
    ],
    [
      'corners that come near each other',
      [place('A', aSquare(120, 30)), place('B', aSquare(120.0101, 30.0101))],
    ],
    ['less than 1 m²', [place('A', aSquare(120, 30)), place('B', aSquare(120.0100000005, 30))]],
    ['compounds', [place('A', aSquare(120, 30), 'compound'), place('B', aSquare(120.0101, 30), 'compound')]],
    ['different kinds', [place('A', aSquare(120, 30), 'town'), place('B', aSquare(120.0101, 30))]],
  ])('none is told of %s', async (_, features) => {
    expect(codesOf(await planOf({ 'places.geojson': aCollection(...features) }))).toEqual([])
  })
})

describe('I71 zones over each other', () => {
  const half = aSquare(120.005, 30)
  test('of one level, and of different levels where neither lies in the other, are told once', async () => {
    expect(await ofZones(zone('Z1', aSquare(120, 30)), zone('Z2', half))).toEqual([
      'zones.geojson:- zones-overlap',
    ])
    expect(await ofZones(zone('Z1', aSquare(120, 30)), zone('Z2', half, { level: 'controlled' }))).toEqual([
      'zones.geojson:- zones-overlap',
    ])
    const plan = await planOf({
      'places.geojson': aCollection(place('A', aSquare(120, 30)), place('B', aSquare(120.01, 30))),
      'zones.geojson': aCollection(
        zone('Z1', null, { members: ['A', 'B'] }),
        zone('Z2', null, { members: ['B'] }),
      ),
    })
    expect(codesOf(plan)).toEqual(['zones.geojson:- zones-overlap'])
    const [pair] = plan.problems[0]!.detail!.pairs
    expect(pair!.areaM2 / areaM2(shapeOf(aSquare(120.01, 30)))).toBeCloseTo(1, 6)
    expect(contains(shapeOf(aSquare(120.01, 30)), pair!.position!)).toBe(true)
  })

  test.each<[string, object[]]>([
    ['beside each other', [zone('Z1', aSquare(120, 30)), zone('Z2', aSquare(120.01, 30))]],
    [
      'a stricter one in a wider',
      [zone('Z1', aSquare(120, 30)), zone('Z2', aSquare(119.99, 29.99, 0.03), { level: 'controlled' })],
    ],
    [
      'one that names the other as its parent',
      [zone('Z1', half, { parent: 'Z2' }), zone('Z2', aSquare(120, 30))],
    ],
    [
      'one after the other',
      [
        zone('Z1', aSquare(120, 30), { to: '2022-05-03' }),
        zone('Z2', aSquare(120, 30), { from: '2022-05-03' }),
      ],
    ],
    [
      'stays of one zone',
      [zone('Z1', aSquare(120, 30), { to: '2022-05-03' }), zone('Z1', half, { from: '2022-05-03' })],
    ],
  ])('%s: nothing is told', async (_, features) => {
    expect(await ofZones(...features)).toEqual([])
  })

  test('with a zone of the log, and levels under any of their names', async () => {
    const log = new MemoryLog()
    await log.take({ 'zones.geojson': aCollection(zone('Z1', aSquare(120, 30))) })
    const again = (more: object) =>
      planOf(
        { 'zones.geojson': aCollection(zone('Z2', aSquare(120.002, 30.002, 0.001), more)) },
        {
          existing: log.register(),
        },
      )
    expect(codesOf(await again({ level: '封控区' }))).toEqual(['zones.geojson:- zones-overlap'])
    expect(codesOf(await again({ level: '管控区' }))).toEqual([])
  })
})

describe('I71 zones beyond the line of the district', () => {
  const district = (geometry: object | null) => place('D', geometry as object, 'district')
  const told = async (geometry: object, ...districts: object[]) =>
    planOf({
      'places.geojson': aCollection(...districts),
      'zones.geojson': aCollection(zone('Z1', geometry)),
    })

  test('are told once a file with the ground outside and a position in it', async () => {
    const plan = await told(box(120.005, 30, 120.02, 30.01), district(aSquare(120, 30)))
    expect(codesOf(plan)).toEqual(['zones.geojson:- zones-beyond-district'])
    const [{ severity, detail }] = plan.problems as [(typeof plan.problems)[number]]
    const outside = shapeOf(box(120.01, 30, 120.02, 30.01))
    expect(severity).toBe('note')
    expect(detail!.areaM2! / areaM2(outside)).toBeCloseTo(1, 6)
    expect(contains(outside, detail!.pairs[0]!.position!)).toBe(true)
  })

  test.each<[string, object, readonly object[]]>([
    ['one that ends on the line', aSquare(120, 30), [district(aSquare(120, 30))]],
    [
      'one that a border drawn anew misses by less than 1 %',
      box(120, 30, 120.01005, 30.01),
      [district(aSquare(120, 30))],
    ],
    [
      'one in either of two districts',
      box(120.005, 30, 120.015, 30.01),
      [district(aSquare(120, 30)), place('E', aSquare(120.01, 30), 'district')],
    ],
  ])('%s is not told', async (_, geometry, districts) => {
    expect(codesOf(await told(geometry, ...districts))).toEqual([])
  })

  test('nor is any where the district is not drawn', async () => {
    const plan = await planOf({
      'places.csv': 'code,name,kind\nD,甲区,district\n',
      'zones.geojson': aCollection(zone('Z1', aSquare(120, 30))),
    })
    expect(codesOf(plan)).toEqual([])
  })
})

describe('I71 places that say fewer people than their parts', () => {
  const rows = (town: string) =>
    planOf({
      'places.csv': `code,name,kind,parent,people\nT,东镇,town,,${town}\nV1,甲村,village,T,900\nV2,乙村,village,T,400\n`,
    })

  test('are told once a file, the largest by name', async () => {
    const plan = await rows('1000')
    expect(codesOf(plan)).toEqual(['places.csv:- parts-exceed-place'])
    expect(sentenceOf(plan.problems[0]!, 'zh')).toContain('有 1 处辖区')
    expect(sentenceOf(plan.problems[0]!, 'zh')).toContain('东镇 1,000 < 1,300')
    expect(sentenceOf(plan.problems[0]!, 'en')).toContain('东镇 1,000 < 1,300')
  })

  test.each(['1300', '1301', ''])('not of a town of %s', async (town) => {
    expect(codesOf(await rows(town))).toEqual([])
  })
})
