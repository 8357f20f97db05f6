import proj4 from 'proj4'
import { describe, expect, test } from 'vitest'
import { fromGcj02, gcj02, isOnMainland, toGcj02, wgs84 } from '#geo'
import { encoded } from '../../helpers/encoded'
import { madeDbf, madeShp } from '../../helpers/made-shapefile'
import { codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

type Square = readonly [west: number, south: number, east: number, north: number]
type Point = readonly [number, number]

const SQUARES: readonly Square[] = Array.from({ length: 6 }, (_, i) => [
  114 + i * 0.02,
  33.5,
  114.01 + i * 0.02,
  33.51,
])
const corners = ([west, south, east, north]: Square): Point[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]

/** The squares as GeoJSON whose positions are written in another frame. */
const features = (write: (point: Point) => Point, more: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...more,
    features: SQUARES.map((square, i) => ({
      type: 'Feature',
      properties: { 名称: `村${i}`, 行政区划代码: `41110400100${i}` },
      geometry: { type: 'Polygon', coordinates: [corners(square).map((point) => write([...point]))] },
    })),
  })
const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } })
const plane = (text: string) => (point: Point) => proj4(text).forward([...point]) as unknown as Point

/** How far, in degrees, the corners of the places are from those of the squares; null where none was taken. */
async function errorOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<number | null> {
  const log = new MemoryLog()
  await log.take(files)
  const { places } = log.register()
  if (places.length !== SQUARES.length) return null
  const errors = places.flatMap(({ shape }, i) => {
    const right = corners(SQUARES[i]!).flat()
    const ring = [...shape![0]![0]!]
    const known = right.filter((_, at) => at % 2 === 0).map((x, at) => [x, right[2 * at + 1]!] as const)
    return Array.from({ length: ring.length / 2 }, (_, at) =>
      Math.min(
        ...known.map(([x, y]) => Math.max(Math.abs(x - ring[2 * at]!), Math.abs(y - ring[2 * at + 1]!))),
      ),
    )
  })
  return Math.max(...errors)
}

const MERCATOR = plane('+proj=merc +a=6378137 +b=6378137 +units=m')
const GK = (more: string) => plane(`+proj=tmerc +k=1 +y_0=0 +units=m ${more}`)
const BEIJING = '+ellps=krass +towgs84=15.8,-154.4,-82.3,0,0,0,0'

describe('a frame that is said', () => {
  test.each<[string, (point: Point) => Point, number]>([
    ['EPSG:3857', MERCATOR, 1e-7],
    ['urn:ogc:def:crs:EPSG::3857', MERCATOR, 1e-7],
    ['EPSG:900913', MERCATOR, 1e-7],
    ['EPSG:4547', GK('+lon_0=114 +x_0=500000 +ellps=GRS80'), 1e-7],
    ['EPSG:4526', GK('+lon_0=114 +x_0=38500000 +ellps=GRS80'), 1e-7],
    ['EPSG:4508', GK('+lon_0=111 +x_0=500000 +ellps=GRS80'), 1e-7],
    ['EPSG:4497', GK('+lon_0=111 +x_0=19500000 +ellps=GRS80'), 1e-7],
    ['EPSG:32650', plane('+proj=utm +zone=50 +datum=WGS84'), 1e-7],
    ['EPSG:2362', GK('+lon_0=114 +x_0=38500000 +a=6378140 +rf=298.257'), 150 / 90_000],
    ['EPSG:2383', GK('+lon_0=114 +x_0=500000 +a=6378140 +rf=298.257'), 150 / 90_000],
    ['EPSG:2414', GK(`+lon_0=114 +x_0=38500000 ${BEIJING}`), 30 / 90_000],
    ['EPSG:2435', GK(`+lon_0=114 +x_0=500000 ${BEIJING}`), 30 / 90_000],
    ['EPSG:4214', plane(`+proj=longlat ${BEIJING}`), 30 / 90_000],
    ['http://www.opengis.net/def/crs/EPSG/0/4490', (point) => point, 1e-7],
  ])('I101 %s is converted', async (name, write, within) => {
    expect(await errorOf({ '村界.geojson': features(write, crs(name)) })).toBeLessThan(within)
  })

  test.each([
    [
      'Beijing_1954_3_Degree_GK_CM_114E',
      'GCS_Beijing_1954',
      'D_Beijing_1954',
      `+lon_0=114 +x_0=500000 ${BEIJING}`,
      '30',
    ],
    [
      'Xian_1980_3_Degree_GK_Zone_38',
      'GCS_Xian_1980',
      'D_Xian_1980',
      '+lon_0=114 +x_0=38500000 +a=6378140 +rf=298.257',
      '150',
    ],
  ])(
    'I101 %s by its prj is converted, and how far it may be off is said',
    async (name, gcs, datum, text, error) => {
      const easting = /x_0=(\d+)/.exec(text)![1]
      const prj = `PROJCS["${name}",GEOGCS["${gcs}",DATUM["${datum}",SPHEROID["S",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${easting}.0],PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],UNIT["Meter",1.0]]`
      const write = GK(text)
      const shp = madeShp(
        SQUARES.map(
          ([west, south, east, north]) =>
            [...write([west, south]), ...write([east, north])] as unknown as Square,
        ),
      )
      const dbf = madeDbf([
        { name: encoded('code', 'utf-8'), cells: SQUARES.map((_, i) => encoded(`41110400100${i}`, 'utf-8')) },
      ])
      const files = { '村界.shp': shp, '村界.dbf': dbf, '村界.prj': prj }
      const plan = await planOf(files)
      const said = plan.problems.find(({ code }) => code === 'frame-old')
      expect([said?.severity, said?.suggestion]).toEqual(['warning', error])
      expect(await errorOf(files)).toBeLessThan(0.002)
    },
  )

  test('I101 a frame in the name of the file is that of the file, and said', async () => {
    const text = features((point) => toGcj02(wgs84(...point)) as unknown as Point)
    const plan = await planOf({ '村界(GCJ-02).geojson': text })
    expect(codesOf(plan)).toContain('村界(GCJ-02).geojson:- frame-in-name')
    expect(await errorOf({ '村界(GCJ-02).geojson': text })).toBeLessThan(1e-7)
    // a document of a service that also has maps says nothing of positions
    expect(codesOf(await planOf({ '村界 腾讯文档导出.geojson': text }))).not.toContain(
      '村界 腾讯文档导出.geojson:- frame-in-name',
    )
  })
})

describe('a frame that only the numbers tell', () => {
  test.each<[string, string, (point: Point) => Point]>([
    ['metres of web maps', '村界.geojson', MERCATOR],
    ['a zone by the number before the easting', '村界.geojson', GK('+lon_0=114 +x_0=38500000 +ellps=GRS80')],
    [
      'a plane by the meridian in the file name',
      '村界_CGCS2000_114E.geojson',
      GK('+lon_0=114 +x_0=500000 +ellps=GRS80'),
    ],
  ])('I102 %s is taken, with its counts', async (_, name, write) => {
    const text = features(write)
    const { problems } = await planOf({ [name]: text })
    const said = problems.find(({ code }) => code === 'frame-by-numbers')
    expect(said?.severity).toBe('warning')
    expect(said?.suggestion).toMatch(/ 30\/30/)
    expect(await errorOf({ [name]: text })).toBeLessThan(1e-7)
  })

  test('I102 northing before easting is exchanged, with its counts', async () => {
    const write = GK('+lon_0=114 +x_0=38500000 +ellps=GRS80')
    const text = features((point) => [write(point)[1], write(point)[0]])
    expect(codesOf(await planOf({ '村界.geojson': text }))).toContain('村界.geojson:- axes-swapped')
    expect(await errorOf({ '村界.geojson': text })).toBeLessThan(1e-7)
  })

  test('I102 latitude before longitude is exchanged, in geometry and in columns', async () => {
    const text = features(([lon, lat]) => [lat, lon])
    const { problems } = await planOf({ '村界.geojson': text })
    expect(problems.find(({ code }) => code === 'axes-swapped')?.suggestion).toBe(
      'wgs84 0/30 · wgs84 (lat, lng) 30/30',
    )
    expect(await errorOf({ '村界.geojson': text })).toBeLessThan(1e-7)
    const rows = SQUARES.map(([west, south], i) => `K${i},2022-07-05,确诊,${south},${west}`)
    const log = new MemoryLog()
    await log.take({ '病例.csv': ['id,reportedAt,kind,经度,纬度', ...rows].join('\n') })
    expect(log.register().cases.lon[0]).toBe(114)
  })

  test('I102 four positions, metres of nobody knows which plane, and a mixed file stay refused', async () => {
    const rows = SQUARES.map(
      ([west, south], i) => `K${i},2022-07-05,确诊,${i < 4 ? south : west},${i < 4 ? west : south}`,
    )
    for (const given of [rows.slice(0, 4), rows]) {
      const plan = await planOf({ '病例.csv': ['id,reportedAt,kind,经度,纬度', ...given].join('\n') })
      expect(codesOf(plan)).not.toContain('病例.csv:- axes-swapped')
      expect(plan.files[0]).toMatchObject({ refused: 4 })
    }
    const local = features(GK('+lon_0=114 +x_0=500000 +ellps=GRS80'))
    expect((await planOf({ '村界.geojson': local })).files[0]).toMatchObject({ taken: 0, refused: 6 })
  })
})

test.each<[string, number, number, boolean]>([
  ['洋山港', 122.07, 30.63, true],
  ['东极', 122.69, 30.19, true],
  ['嵊泗', 122.45, 30.73, true],
  ['新义州', 124.4, 40.1, false],
  ['木姐', 97.9, 23.99, false],
  ['芒街', 107.97, 21.52, false],
  ['金门', 118.32, 24.44, false],
  ['澳门', 113.54, 22.19, false],
])('F1 %s is shifted only where it is of the mainland', (_, lon, lat, isInside) => {
  expect(isOnMainland(lon, lat)).toBe(isInside)
  const [x] = fromGcj02(gcj02(lon, lat))
  expect(x !== lon).toBe(isInside)
})

test('I94 positions of which nothing says where they should lie are read as they are, and counted', async () => {
  const rows = [1, 2, 3].map((i) => `卡点${i},checkpoint,114.0${i},33.5`)
  const text = ['name,kind,经度,纬度', ...rows].map((row, i) => `${i === 0 ? 'id' : i},${row}`).join('\n')
  const { problems } = await planOf({ '卡点.csv': text })
  const said = problems.find(({ code }) => code === 'frame-assumed')
  expect([said?.severity, said?.seen, said?.detail?.count]).toEqual(['note', 'wgs84', 3])
  const abroad = await planOf({ '卡点.csv': text.replaceAll('114.', '9.').replaceAll('33.5', '47.1') })
  expect(codesOf(abroad)).not.toContain('卡点.csv:- frame-assumed')
})
