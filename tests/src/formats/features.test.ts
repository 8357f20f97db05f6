import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { encoded } from '../../helpers/encoded'
import { madeDbf, madeShp } from '../../helpers/made-shapefile'
import { codesOf, MemoryLog, planOf } from '../../helpers/pack-input'
import { gaussKrugerOf, squares } from './gauss-kruger'
import { topology } from './topology'

const coords = (x: number) => `${x},33.5,0 ${x + 0.01},33.5,0 ${x + 0.01},33.51,0 ${x},33.5,0`
const placemark = (name: string, x: number, more = '') =>
  `<Placemark><name>${name}</name>${more}<Polygon><outerBoundaryIs><LinearRing><coordinates>${coords(x)}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`
const kml = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${body}</Document></kml>`
const data = (fields: Readonly<Record<string, string>>) =>
  `<ExtendedData>${Object.entries(fields)
    .map(([name, value]) => `<Data name="${name}"><value>${value}</value></Data>`)
    .join('')}</ExtendedData>`

describe('placemarks', () => {
  const ZONES = kml(
    placemark('封控区1', 114, data({ 级别: 'sealed', 划定时间: '2022-07-05' })) +
      placemark('封控区2', 114.02, data({ 级别: 'sealed', 划定时间: '2022-07-06 08:00' })),
  )

  test('I86 I89 I93 zones of a KML have what their ExtendedData says, and their names as ids', async () => {
    const plan = await planOf({ '封控范围.kml': ZONES })
    expect(plan.files[0]).toMatchObject({ kind: 'zones', frame: 'wgs84', taken: 2 })
    expect(codesOf(plan)).toContain('封控范围.kml:- id-from-name')
  })

  test('I86 I98 placemarks in folders are what their folder is called, and of its level', async () => {
    const folder = (name: string, body: string) => `<Folder><name>${name}</name>${body}</Folder>`
    const text = kml(
      folder(
        '分区',
        folder('封控区', placemark('甲楼', 114) + placemark('乙楼', 114.02)) +
          folder('管控区', placemark('丙楼', 114.04)),
      ),
    )
    const plan = await planOf({ 'x.kml': text })
    expect(plan.files).toMatchObject([{ kind: 'zones', rows: 3 }])
    expect(plan.questions).toMatchObject([
      {
        kind: 'zones',
        names: ['封控区 / 甲楼', '封控区 / 乙楼', '管控区 / 丙楼'],
        level: { reason: { code: 'names', count: 3, of: 3 } },
      },
    ])
  })

  test('I86 a KMZ is known by its own name, and its pictures are no files', async () => {
    const kmz = zipSync({ 'doc.kml': strToU8(ZONES), 'files/icon.png': Uint8Array.of(0x89, 0x50) })
    const plan = await planOf({ '无人机航拍.kmz': kmz })
    expect(plan.files).toMatchObject([{ file: '无人机航拍.kmz', kind: 'zones', taken: 2 }])
  })

  test('I86 I93 points of a GPX that are called checkpoints are checkpoints', async () => {
    const gpx = `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">${[1, 2].map((n) => `<wpt lat="33.5" lon="114.0${n}"><name>卡点${n}</name></wpt>`).join('')}</gpx>`
    const log = new MemoryLog()
    await log.take({ 'points.gpx': gpx })
    const { facilities } = log.register()
    expect(facilities.map(({ id, kind }) => [id, kind])).toEqual([
      ['卡点1', 'checkpoint'],
      ['卡点2', 'checkpoint'],
    ])
  })

  test.each([
    [
      'entities',
      '<!DOCTYPE kml [<!ENTITY a "aaaa">]><kml><Document><name>&a;</name></Document></kml>',
      'broken-xml',
    ],
    ['a page without end', `<kml>${'<Folder>'.repeat(300)}`, 'nested-too-deep'],
    ['a text that breaks off', ZONES.slice(0, 300), 'broken-xml'],
    ['nothing in it', kml(''), 'empty-file'],
  ])('I86 %s is refused', async (_, text, code) => {
    const plan = await planOf({ 'x.kml': text })
    expect(plan.problems.map((one) => one.code)).toEqual([code])
    expect(plan.isEmpty).toBe(true)
  })
})

describe('shapefiles', () => {
  const SQUARES = squares(3)
  const cells = (texts: readonly string[], as: 'utf-8' | 'gb18030' | 'big5') =>
    texts.map((text) => encoded(text, as))
  const dbf = (as: 'utf-8' | 'gb18030' | 'big5') =>
    madeDbf([
      {
        name: encoded('名称', as),
        cells: cells(
          as === 'big5' ? ['東區大同里', '北區賢北里', '安南區國安里'] : ['东村', '范庄村', '大徐村'],
          as,
        ),
      },
      {
        name: encoded('行政区划代码', as === 'big5' ? 'utf-8' : as).subarray(0, as === 'gb18030' ? 10 : 9),
        cells: cells(['411104001', '411104002', '411104003'], as),
      },
    ])
  const geographic = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]'

  test.each([
    ['no cpg', 'gb18030', null, 'gb18030', []],
    ['the right cpg', 'gb18030', 'GBK', 'gb18030', []],
    ['a cpg that lies', 'gb18030', 'UTF-8', 'gb18030', ['encoding-against-cpg']],
    ['a cpg of another script', 'utf-8', '936', 'utf-8', ['encoding-against-cpg']],
    ['Latin letters promised', 'gb18030', 'ISO-8859-1', 'gb18030', ['encoding-against-cpg']],
  ] as const)('I87 with %s its cells tell the encoding', async (_, as, cpg, encoding, said) => {
    const files = { 'cunjie.shp': madeShp(SQUARES), 'cunjie.dbf': dbf(as), 'cunjie.prj': geographic }
    const plan = await planOf(cpg ? { ...files, 'cunjie.cpg': cpg } : files)
    expect(plan.files).toMatchObject([
      { file: 'cunjie.shp', kind: 'places', encoding, frame: 'wgs84', taken: 3 },
    ])
    expect(plan.problems.map(({ code }) => code).filter((code) => code.startsWith('encoding'))).toEqual(said)
  })

  test('I87 loose and in an archive are the same, the archive by its name', async () => {
    const parts = {
      'a/cunjie.shp': madeShp(SQUARES),
      'a/cunjie.dbf': dbf('gb18030'),
      'a/cunjie.shx': Uint8Array.of(0),
    }
    const plan = await planOf({ '村界.zip': zipSync(parts) })
    expect(plan.files).toMatchObject([{ file: '村界.shp', kind: 'places', taken: 3 }])
  })

  test('I87 parts that do not agree, or are alone, are refused', async () => {
    const shp = madeShp(SQUARES)
    const short = madeDbf([{ name: encoded('code', 'utf-8'), cells: cells(['411104001'], 'utf-8') }])
    expect(codesOf(await planOf({ 'x.shp': shp, 'x.dbf': short }))).toEqual(['x.shp:- broken-shapefile'])
    expect(codesOf(await planOf({ 'x.shp': shp.subarray(0, shp.length - 7) }))).toEqual([
      'x.shp:- broken-shapefile',
    ])
    expect(codesOf(await planOf({ 'x.dbf': short }))).toEqual(['x.dbf:- part-alone'])
  })

  test('I88 a shapefile in metres of a Gauss-Krüger zone of CGCS2000 lies where it lies in degrees', async () => {
    const [prj, plane] = gaussKrugerOf(SQUARES)
    const log = new MemoryLog()
    await log.take({ 'cunjie.shp': madeShp(plane), 'cunjie.dbf': dbf('gb18030'), 'cunjie.prj': prj })
    const places = log.register().places
    expect(places).toHaveLength(3)
    for (const [i, [west, south]] of SQUARES.entries()) {
      const place = places.find(({ code }) => code === `41110400${i + 1}`)!
      const ring = place.shape![0]![0]!
      const corners = Array.from(
        { length: ring.length / 2 },
        (_, n) => [ring[2 * n]!, ring[2 * n + 1]!] as const,
      )
      const away = corners.map(([lon, lat]) => Math.max(Math.abs(lon - west), Math.abs(lat - south)))
      expect(Math.min(...away)).toBeLessThan(1e-9)
    }
  })
})

describe('GeoJSON and its relatives', () => {
  const feature = (code: string, x: number) => ({
    type: 'Feature',
    properties: { 名称: `村${code}`, 行政区划代码: code },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [x, 33],
          [x + 0.01, 33],
          [x + 0.01, 33.01],
          [x, 33],
        ],
      ],
    },
  })
  const features = [feature('411104001001', 114), feature('411104001002', 114.02)]

  test('I88 one feature a line is a table; a broken line is told by its number', async () => {
    const lines = features.map((one) => JSON.stringify(one))
    expect((await planOf({ '村.geojsonl': lines.join('\n') })).files).toMatchObject([
      { kind: 'places', taken: 2 },
    ])
    expect((await planOf({ '村.json': lines.map((one) => `\u001e${one}`).join('\n') })).files).toMatchObject([
      { taken: 2 },
    ])
    const broken = await planOf({ '村.geojsonl': `${lines[0]}\n{"type":` })
    expect(broken.problems.map(({ code, seen }) => [code, seen?.slice(0, 2)])).toEqual([
      ['broken-json', '2:'],
    ])
  })

  test('I88 a sequence of texts is a table, over lines, of features, geometries and collections', async () => {
    const collection = { type: 'FeatureCollection', features: [features[1], feature('411104001003', 114.04)] }
    const texts = [features[0], collection].map((one) => `\u001e${JSON.stringify(one, null, 2)}\n`)
    expect((await planOf({ 不知名: texts.join('') })).files).toMatchObject([{ kind: 'places', taken: 3 }])
    const geometries = features.map(({ geometry }) => JSON.stringify(geometry))
    expect((await planOf({ '封控区.geojsonl': geometries.join('\n') })).files).toMatchObject([{ rows: 2 }])
    const broken = await planOf({ '村.geojsons': `${texts[0]}\u001e{\n "type": ]\n` })
    const lines = JSON.stringify(features[0], null, 2).split('\n').length
    expect(broken.problems).toMatchObject([{ code: 'broken-json' }])
    expect(broken.problems[0]?.seen).toMatch(new RegExp(`^${lines + 2}:10 `))
  })

  test('I88 what stands twice or has no meaning in a line is told with its place', async () => {
    const [first, second] = features.map((one) => JSON.stringify(one))
    const twice = second!
      .replace('"type":"Feature"', '"type":"Feature","coordinates":[]')
      .replace('"名称"', '"名称":1,"名称"')
    const plan = await planOf({ '村.geojsonl': `${first}\n${twice}` })
    expect(
      plan.problems
        .filter(({ code }) => code === 'value-twice' || code === 'beside-standard')
        .map(({ code, seen }) => [code, seen?.split(':')[0]]),
    ).toEqual([
      ['beside-standard', '2'],
      ['value-twice', '2'],
    ])
    const fatal = await planOf({
      '村.geojsonl': `${first}\n${second!.replace('"type"', '"type":"Feature","type"')}`,
    })
    expect(codesOf(fatal)).toEqual(['村.geojsonl:- member-twice'])
  })

  test.each(['utf-16le', 'utf-16le-bom', 'utf-16be-bom', 'gb18030'] as const)(
    'I80 I168 a large GeoJSON in %s is known by its bytes under any name',
    async (encoding) => {
      const many = Array.from({ length: 3_000 }, (_, i) => ({
        ...feature(String(411104001000 + i), 114 + i / 50),
        properties: { code: String(411104001000 + i), name: `村${i}`, note: '面积{"{[' },
      }))
      const text = JSON.stringify({ type: 'FeatureCollection', features: many })
      const bytes = encoded(text, encoding)
      const plan = await planOf({ 不知名: bytes })
      const [, named = ''] = /^(gb18030|utf-16[bl]e)/.exec(encoding) ?? []
      expect(bytes.length).toBeGreaterThan(500_000)
      expect(plan.files).toMatchObject([{ kind: 'places', encoding: named, taken: 3_000 }])
    },
  )

  test('I88 I93 a TopoJSON is a table an object, its lines shared', async () => {
    const plan = await planOf({ '村.json': topology('411104001001', '411104001002') })
    expect(plan.files).toMatchObject([{ file: '村.json', kind: 'places', taken: 2, frame: 'wgs84' }])
    expect(codesOf(plan)).toContain('村.json:- kind-from-code')
  })

  test('I88 a stated CGCS2000 is taken, a frame that cannot be converted is refused', async () => {
    const stated = (name: string) => ({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name } },
      features,
    })
    const right = await planOf({ '村.geojson': stated('urn:ogc:def:crs:EPSG::4490') })
    expect(right.files).toMatchObject([{ frame: 'EPSG:4490', taken: 2 }])
    const other = await planOf({ '村.geojson': stated('EPSG:28992') })
    expect(other.refused.map(({ code }) => code)).toEqual(['frame-not-yet', 'frame-not-yet'])
  })

  test.each([
    ['WKT', '"POLYGON ((114 33, 114.01 33, 114.01 33.01, 114 33))"'],
    ['WKT of parts', '"MULTIPOLYGON (((114 33, 114.01 33, 114.01 33.01, 114 33)))"'],
    ['points with spaces', '"114 33,114.01 33,114.01 33.01,114 33"'],
    ['points with commas', '"114,33;114.01,33;114.01,33.01;114,33"'],
  ])('I88 ground in a cell as %s', async (_, text) => {
    const log = new MemoryLog()
    await log.take({
      '村.csv': `编码,名称,级别,边界\n411104001001,东村,村,${text}\n411104001002,西村,村,EMPTY\n`,
    })
    const [east, west] = log.register().places
    expect([...east!.shape![0]![0]!]).toEqual([114, 33, 114.01, 33, 114.01, 33.01, 114, 33])
    expect(west!.shape).toBeNull()
  })

  test('I93 public downloads are known by their columns and read in their frame', async () => {
    const atlas = {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: {
            adcode: 411104001,
            name: '天桥街街道',
            center: [114, 33],
            childrenNum: 6,
            level: 'street',
            parent: { adcode: 411104 },
            acroutes: [1],
          },
          geometry: features[0]!.geometry,
        },
      ],
    }
    expect((await planOf({ '411104_full.json': atlas })).files).toMatchObject([
      { kind: 'places', frame: 'gcj02', taken: 1 },
    ])
    const boundaries =
      'id,pid,deep,name,ext_path,geo,polygon\n411104001,411104,3,天桥,河南省 漯河市 召陵区 天桥街街道,114 33,"114 33,114.01 33,114.01 33.01,114 33"\n'
    const log = new MemoryLog()
    await log.take({ 'geo.csv': boundaries })
    expect(log.register().places).toMatchObject([{ code: '411104001', name: '天桥街街道', kind: 'town' }])
    const service = '名称,高德坐标,边界\n铁新家园,"114,33","114,33;114.01,33;114.01,33.01;114,33"\n'
    expect((await planOf({ 'AOI.csv': service })).files).toMatchObject([
      { kind: 'places', frame: 'gcj02', taken: 1 },
    ])
  })
})
