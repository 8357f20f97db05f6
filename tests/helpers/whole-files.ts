import { type BookType, utils, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js'
import type { InputFile } from '../../src/import/files/zip'
import { planImport } from '../../src/import/plan'
import { sentenceOf } from '../../src/import/sentences/sentences'
import { encoded } from './encoded'
import { madeDocument } from './made-document'
import { madeDbf, madeShp } from './made-shapefile'
import type { Random } from './seeded'

const CASES = [
  ['序号', '姓名', '现住址', '报告日期', '诊断类型'],
  ...Array.from({ length: 12 }, (_, i) => [`${i + 1}`, '张三丰', `村${i}`, `2022-07-${10 + i}`, '确诊病例']),
]
const TEXT = CASES.map((row) => row.join(',')).join('\n')
const FEATURES = JSON.stringify({
  type: 'FeatureCollection',
  features: Array.from({ length: 6 }, (_, i) => ({
    type: 'Feature',
    properties: { 名称: `村${i}`, 行政区划代码: `41110400100${i}` },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [114 + i, 33],
          [114.5 + i, 33],
          [114.5 + i, 33.5],
          [114 + i, 33],
        ],
      ],
    },
  })),
})
const KML = `<kml><Document>${[0, 1, 2].map((i) => `<Placemark><name>卡点${i}</name><Point><coordinates>114.${i},33</coordinates></Point></Placemark>`).join('')}</Document></kml>`

function book(bookType: BookType): Uint8Array {
  const made = utils.book_new()
  utils.book_append_sheet(made, utils.aoa_to_sheet(CASES), '病例')
  return new Uint8Array(write(made, { bookType, type: 'array' }) as ArrayBuffer)
}

const SHP = madeShp([0, 1, 2].map((i) => [114 + i, 33, 114.5 + i, 33.5]))
const DBF = madeDbf([
  { name: encoded('code', 'utf-8'), cells: [0, 1, 2].map((i) => encoded(`41110400${i}`, 'utf-8')) },
])

const GPX = `<gpx version="1.1">${[0, 1, 2].map((i) => `<wpt lat="33" lon="114.${i}"><name>卡点${i}</name></wpt>`).join('')}</gpx>`
const TOPOLOGY = JSON.stringify({
  type: 'Topology',
  objects: {
    村: {
      type: 'GeometryCollection',
      geometries: [0, 1].map((i) => ({
        type: 'Polygon',
        arcs: [[i]],
        properties: { 名称: `村${i}`, 行政区划代码: `41110400100${i}` },
      })),
    },
  },
  arcs: [0, 1].map((i) => [
    [114 + i, 33],
    [114.5 + i, 33],
    [114.5 + i, 33.5],
    [114 + i, 33],
  ]),
})
const GROUNDS = `名称,行政区划代码,ground\n${[0, 1, 2].map((i) => `村${i},41110400100${i},"POLYGON((11${i} 33, 11${i}.5 33, 11${i}.5 33.5, 11${i} 33))"`).join('\n')}`
const LINES = (JSON.parse(FEATURES) as { features: unknown[] }).features
  .map((one) => JSON.stringify(one))
  .join('\n')

/** The same bytes whenever they are packed, so that a seed damages the same ones. */
const PACKED = { mtime: new Date(2022, 6, 9) }

/** A whole file, how many rows it holds, and the table that belongs to it. */
export interface WholeFile {
  readonly bytes: Uint8Array
  readonly rows: number
  readonly beside?: Uint8Array
}

/** Whole files, one a format. */
export const WHOLE: Readonly<Record<string, WholeFile>> = {
  '病例.csv': { bytes: encoded(TEXT, 'utf-8'), rows: 12 },
  '病例(GBK).csv': { bytes: encoded(TEXT, 'gb18030'), rows: 12 },
  '病例(16).csv': { bytes: encoded(TEXT, 'utf-16le-bom'), rows: 12 },
  '病例.xlsx': { bytes: book('xlsx'), rows: 12 },
  '病例.xls': { bytes: book('biff8'), rows: 12 },
  '病例.ods': { bytes: book('ods'), rows: 12 },
  '村.geojson': { bytes: strToU8(FEATURES), rows: 6 },
  '卡点.kml': { bytes: strToU8(KML), rows: 3 },
  '卡点.kmz': { bytes: zipSync({ 'doc.kml': strToU8(KML) }, PACKED), rows: 3 },
  '村.shp': { bytes: SHP, rows: 3, beside: DBF },
  '病例.xlsb': { bytes: book('xlsb'), rows: 12 },
  '卡点.gpx': { bytes: strToU8(GPX), rows: 3 },
  '村.topojson': { bytes: strToU8(TOPOLOGY), rows: 2 },
  '村.geojsonl': { bytes: strToU8(LINES), rows: 6 },
  '村(面).csv': { bytes: strToU8(GROUNDS), rows: 3 },
  '村.fgb': { bytes: serialize(JSON.parse(FEATURES)), rows: 6 },
  '病例.docx': { bytes: madeDocument([{ rows: CASES }]), rows: 12 },
  '村.zip': { bytes: zipSync({ '村.shp': SHP, '村.dbf': DBF }, PACKED), rows: 3 },
}

/** A file as a bad disk, a broken transfer or a careless hand leaves it. */
export function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.between(0, bytes.length - 1)
  switch (random.between(0, 4)) {
    case 0:
      return bytes.slice(0, at)
    case 1: {
      const out = bytes.slice()
      for (let n = 0; n < random.between(1, 8); n += 1)
        out[random.between(0, out.length - 1)] = random.between(0, 255)
      return out
    }
    case 2:
      return Uint8Array.from([
        ...bytes.slice(0, at),
        ...bytes.slice(Math.min(bytes.length, at + random.between(1, 40))),
      ])
    case 3:
      return Uint8Array.from([...bytes, ...bytes.slice(0, at)])
    default:
      return bytes.slice().fill(random.between(0, 255), at, at + random.between(1, 64))
  }
}

/** The file, damaged by that seed, and what belongs to it, damaged too or not. */
export function damagedFiles(path: string, { bytes, beside }: WholeFile, random: Random): InputFile[] {
  const files = [{ path, bytes: damaged(bytes, random) }]
  if (!beside) return files
  const table = random.chance(0.5) ? beside : damaged(beside, random)
  return [...files, { path: path.replace(/shp$/, 'dbf'), bytes: table }]
}

const FILLED = /\{(?:file|row|column|seen|suggestion|count)\}|undefined/

/**
 * What is wrong with the import of the files, null where nothing is: rows that are neither taken nor refused, nothing
 * taken and nothing said, a sentence with a gap, a name of a person in what would be written.
 */
export async function faultOfImport(files: readonly InputFile[]): Promise<string | null> {
  const plan = await planImport(files)
  for (const { file, rows, taken, refused } of plan.files)
    if (taken !== null && refused !== null && taken + refused !== rows)
      return `half: ${file} ${taken} + ${refused} of ${rows}`
  const said = plan.problems.filter(({ severity }) => severity === 'error')
  if (plan.isEmpty && said.length === 0) return 'nothing taken and nothing said'
  for (const problem of said)
    for (const language of ['zh', 'en'] as const)
      if (FILLED.test(sentenceOf(problem, language))) return `gap: ${sentenceOf(problem, language)}`
  return JSON.stringify([plan.drafts, [...plan.blocks.values()]]).includes('三丰')
    ? 'a name would be written'
    : null
}
