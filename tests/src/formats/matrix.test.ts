import { type BookType, utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { encoded, TEXT_ENCODINGS } from '../../helpers/encoded'
import { madeDbf, madeShp } from '../../helpers/made-shapefile'
import { type Content, MemoryLog } from '../../helpers/pack-input'

/** Words that both GB18030 and Big5 have. */
const PLACES = [
  ['410311001001', '东山村', 'village', '1200'],
  ['410311001002', '西山村', 'village', '0'],
  ['410311002003', '大同里', 'village', ''],
]
const HEADERS = ['code', 'name', 'kind', 'people']
const CASES = [
  ['C1', '410311001001', '2022-07-05', 'confirmed', '113.9', '33.5'],
  ['C2', '410311001002', '2022-07-06 08:30', 'asymptomatic', '', ''],
  ['C3', '410311002003', '', 'suspected', '114.0123456', '33.0000001'],
]
const CASE_HEADERS = ['id', 'place', 'reportedAt', 'kind', 'lng', 'lat']

const lines = (rows: readonly (readonly string[])[], delimiter: string, end: string): string =>
  rows.map((row) => row.join(delimiter)).join(end) + end

async function register(files: Readonly<Record<string, Content>>) {
  const log = new MemoryLog()
  await log.take(files)
  const { places, cases } = log.register()
  return {
    places: places.map(({ code, name, kind, people }) => [code, name, kind, people]),
    cases: Array.from({ length: cases.length }, (_, row) => [
      cases.id.values[cases.id.codes[row]!],
      cases.place.values[cases.place.codes[row]!],
      cases.reportedAt.at[row],
      cases.kind.values[cases.kind.codes[row]!],
      cases.lon[row],
      cases.lat[row],
    ]),
  }
}

const all = { places: [HEADERS, ...PLACES], cases: [CASE_HEADERS, ...CASES] }
const right = await register({
  'places.csv': lines(all.places, ',', '\n'),
  'cases.csv': lines(all.cases, ',', '\n'),
})

describe('one table, however it is written', () => {
  test('I92 what is compared holds rows, zero and nothing', () => {
    expect(right.places).toEqual([
      ['410311001001', '东山村', 'village', 1200],
      ['410311001002', '西山村', 'village', 0],
      ['410311002003', '大同里', 'village', null],
    ])
    expect(right.cases).toHaveLength(3)
    expect(right.cases[2]!.slice(4)).toEqual([114.0123456, 33.0000001])
  })

  const texts = TEXT_ENCODINGS.flatMap((encoding) =>
    ([',', '\t', ';'] as const).flatMap((delimiter) =>
      (['\n', '\r\n'] as const).map((end) => [encoding, delimiter, end] as const),
    ),
  )
  test.each(texts)(
    'I92 as text in %s, %j between cells, %j between rows',
    async (encoding, delimiter, end) => {
      // Big5 has no simplified letters
      const written = (rows: readonly (readonly string[])[]) =>
        encoded(lines(rows, delimiter, end).replaceAll('东', encoding === 'big5' ? '東' : '东'), encoding)
      const read = await register({ '甲.csv': written(all.places), '乙.txt': written(all.cases) })
      expect(JSON.parse(JSON.stringify(read).replaceAll('東', '东'))).toEqual(
        JSON.parse(JSON.stringify(right)),
      )
    },
  )

  test.each(['xlsx', 'xlsb', 'biff8', 'ods', 'html', 'xlml'] as BookType[])(
    'I92 as a workbook (%s)',
    async (bookType) => {
      const book = utils.book_new()
      utils.book_append_sheet(book, utils.aoa_to_sheet(all.places), '甲')
      utils.book_append_sheet(book, utils.aoa_to_sheet(all.cases), '乙')
      const bytes = (which: string): Uint8Array => {
        const one = { ...book, SheetNames: [which], Sheets: { [which]: book.Sheets[which]! } }
        const options = { bookType, type: 'array', codepage: 936 } as const
        return new Uint8Array(write(one, options) as ArrayBuffer)
      }
      expect(await register({ '甲.xls': bytes('甲'), '乙.xls': bytes('乙') })).toEqual(right)
    },
  )

  test('I92 as features of GeoJSON and of a shapefile', async () => {
    const properties = PLACES.map((row) => Object.fromEntries(HEADERS.map((header, i) => [header, row[i]])))
    const features = properties.map((one) => ({ type: 'Feature', properties: one, geometry: null }))
    expect((await register({ 'x.geojson': { type: 'FeatureCollection', features } })).places).toEqual(
      right.places,
    )
    for (const encoding of ['utf-8', 'gb18030'] as const) {
      const columns = HEADERS.map((header, i) => ({
        name: encoded(header, encoding),
        cells: PLACES.map((row) => encoded(row[i]!, encoding)),
      }))
      const shp = madeShp(PLACES.map((_, i) => [114 + i, 33, 114.5 + i, 33.5]))
      expect((await register({ 'x.shp': shp, 'x.dbf': madeDbf(columns) })).places).toEqual(right.places)
    }
  })
})
