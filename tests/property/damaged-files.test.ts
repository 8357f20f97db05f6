import { utils, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { planImport } from '../../src/import/plan'
import { sentenceOf } from '../../src/import/sentences'
import { encoded } from '../helpers/encoded'
import { madeDbf, madeShp } from '../helpers/made-shapefile'
import { type Random, seeded } from '../helpers/seeded'

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

function book(bookType: 'xlsx' | 'biff8' | 'ods'): Uint8Array {
  const made = utils.book_new()
  utils.book_append_sheet(made, utils.aoa_to_sheet(CASES), '病例')
  return new Uint8Array(write(made, { bookType, type: 'array' }) as ArrayBuffer)
}

const SHP = madeShp([0, 1, 2].map((i) => [114 + i, 33, 114.5 + i, 33.5]))
const DBF = madeDbf([
  { name: encoded('code', 'utf-8'), cells: [0, 1, 2].map((i) => encoded(`41110400${i}`, 'utf-8')) },
])

/** Whole files and how many rows each holds. */
const WHOLE: Readonly<
  Record<string, { readonly bytes: Uint8Array; readonly rows: number; readonly beside?: Uint8Array }>
> = {
  '病例.csv': { bytes: encoded(TEXT, 'utf-8'), rows: 12 },
  '病例(GBK).csv': { bytes: encoded(TEXT, 'gb18030'), rows: 12 },
  '病例(16).csv': { bytes: encoded(TEXT, 'utf-16le-bom'), rows: 12 },
  '病例.xlsx': { bytes: book('xlsx'), rows: 12 },
  '病例.xls': { bytes: book('biff8'), rows: 12 },
  '病例.ods': { bytes: book('ods'), rows: 12 },
  '村.geojson': { bytes: strToU8(FEATURES), rows: 6 },
  '卡点.kml': { bytes: strToU8(KML), rows: 3 },
  '卡点.kmz': { bytes: zipSync({ 'doc.kml': strToU8(KML) }), rows: 3 },
  '村.shp': { bytes: SHP, rows: 3, beside: DBF },
}

/** A file as a bad disk, a broken transfer or a careless hand leaves it. */
function damaged(bytes: Uint8Array, random: Random): Uint8Array {
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

describe('damaged files', () => {
  test.each(Object.entries(WHOLE))('I91 %s is read whole', async (path, { bytes, rows, beside }) => {
    const files = [{ path, bytes }, ...(beside ? [{ path: path.replace(/shp$/, 'dbf'), bytes: beside }] : [])]
    const plan = await planImport(files)
    expect(plan.files).toMatchObject([{ file: path, rows, taken: rows }])
  })

  const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1)
  test.each(Object.entries(WHOLE))(
    'I91 %s damaged is taken or refused with a sentence',
    async (path, { bytes, beside }) => {
      for (const seed of SEEDS) {
        const random = seeded(seed * 7_919 + path.length)
        const files = [
          { path, bytes: damaged(bytes, random) },
          ...(beside
            ? [
                {
                  path: path.replace(/shp$/, 'dbf'),
                  bytes: random.chance(0.5) ? beside : damaged(beside, random),
                },
              ]
            : []),
        ]
        const plan = await planImport(files)
        const context = `${path}, seed ${seed}`
        for (const { rows, taken, refused } of plan.files) {
          if (taken === null || refused === null) continue
          expect(taken + refused, context).toBe(rows)
        }
        const said = plan.problems.filter(({ severity }) => severity === 'error')
        if (plan.isEmpty) expect(said.length, context).toBeGreaterThan(0)
        for (const problem of said)
          for (const language of ['zh', 'en'] as const)
            expect(sentenceOf(problem, language), context).not.toMatch(
              /\{(?:file|row|column|seen|suggestion|count)\}|undefined/,
            )
        expect(JSON.stringify([plan.drafts, [...plan.blocks.values()]]), context).not.toContain('三丰')
      }
    },
  )
})
