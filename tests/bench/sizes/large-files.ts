import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { zipSync } from 'fflate'
import { encoded, type TEXT_ENCODINGS } from '../../helpers/encoded'
import { seeded } from '../../helpers/seeded'

/** Large files as a county, a map service or a hospital hands them over, the same every time. */

const SEED = 20_261_201
/** villages of the made-up district, in a square */
const SIDE = 16
const DISTRICT = '411104'

const townOf = (village: number): number => Math.floor(village / SIDE)
const villageCode = (village: number): string =>
  `${DISTRICT}${String(100 + townOf(village))}${String(200 + (village % SIDE))}`
const villageName = (village: number): string =>
  `${'东南西北上下前后大小新老高长石王'[village % SIDE]}${'河山桥湾庄沟岭坡塘井柳杨槐松竹梅'[townOf(village)]}村`
const townName = (town: number): string => `${'河山桥湾庄沟岭坡塘井柳杨槐松竹梅'[town]}集镇`

/** west and south of a village, and how wide it is */
const WEST = 113.9
const SOUTH = 33.4
const WIDE = 0.02
const cornerOf = (village: number): readonly [number, number] => [
  WEST + (village % SIDE) * WIDE,
  SOUTH + townOf(village) * WIDE,
]

const feature = (properties: object, ring: readonly (readonly number[])[]): string =>
  JSON.stringify({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } })

const square = (west: number, south: number, wide: number, high = wide): number[][] => [
  [west, south],
  [west + wide, south],
  [west + wide, south + high],
  [west, south + high],
  [west, south],
]

/** District, towns and villages, without compounds. */
function* wider(): Generator<string> {
  const side = SIDE * WIDE
  yield feature({ name: '昭陵区', kind: 'district', code: DISTRICT }, square(WEST, SOUTH, side))
  for (let town = 0; town < SIDE; town += 1)
    yield feature(
      { name: townName(town), kind: 'town', code: `${DISTRICT}${100 + town}`, parent: DISTRICT },
      square(WEST, SOUTH + town * WIDE, side, WIDE),
    )
  for (let village = 0; village < SIDE * SIDE; village += 1) {
    const [west, south] = cornerOf(village)
    yield feature(
      {
        name: villageName(village),
        kind: 'village',
        code: villageCode(village),
        parent: villageCode(village).slice(0, 9),
      },
      square(west, south, WIDE),
    )
  }
}

/** About so many bytes of a compound with its outline of 100 points. */
const COMPOUND_BYTES = 3_070

/** Places of a district down to its compounds, each surveyed with a hundred points: GeoJSON of about so many bytes. */
export function* placesOfSize(bytes: number): Generator<string> {
  const random = seeded(SEED)
  yield '{"type":"FeatureCollection","features":[\n'
  let isFirst = true
  for (const one of wider()) {
    yield isFirst ? one : `,\n${one}`
    isFirst = false
  }
  const each = Math.max(1, Math.ceil(bytes / COMPOUND_BYTES / (SIDE * SIDE)))
  const side = Math.ceil(Math.sqrt(each))
  for (let village = 0; village < SIDE * SIDE; village += 1) {
    const [west, south] = cornerOf(village)
    for (let i = 0; i < each; i += 1) {
      const cell = WIDE / side
      const [lng, lat] = [west + ((i % side) + 0.5) * cell, south + (Math.floor(i / side) + 0.5) * cell]
      const ring = Array.from({ length: 100 }, (_, at) => {
        const [turn, reach] = [(at / 100) * 2 * Math.PI, cell * (0.3 + 0.1 * random.next())]
        return [round(lng + reach * Math.cos(turn)), round(lat + reach * Math.sin(turn))]
      })
      ring.push(ring[0]!)
      const name = `${villageName(village)}${i + 1}号院`
      const properties = {
        name,
        kind: 'compound',
        code: `${villageCode(village)}-A${i + 1}`,
        parent: villageCode(village),
        people: random.between(20, 900),
      }
      yield `,\n${feature(properties, ring)}`
    }
  }
  yield '\n]}\n'
}

const round = (degrees: number): number => Math.round(degrees * 1e9) / 1e9

/** The same features one a line, or each behind a separator. */
export function* sequenceOfSize(bytes: number, separator = ''): Generator<string> {
  for (const piece of placesOfSize(bytes))
    if (piece.includes('"Feature"')) yield `${separator}${piece.replace(/^,?\n/, '')}\n`
}

/** District, towns and villages: what a clerk has beside a list. */
export function* fewPlaces(): Generator<string> {
  yield `{"type":"FeatureCollection","features":[\n${[...wider()].join(',\n')}\n]}\n`
}

const HEADERS = [
  '病例编号',
  '报告日期',
  '诊断类型',
  '发现途径',
  '性别',
  '年龄',
  '现住址',
  '经度(WGS-84)',
  '纬度(WGS-84)',
  '备注',
  '姓名',
  '联系电话',
]
const FOUND = ['社会面筛查', '主动就医', '隔离点筛查', '封控区筛查']
const REMARKS = ['', '', '', '已转运', '同户 2 人', '"发热, 咳嗽"']

/** The header and so many cases of a county, in twelve columns. */
export function* casesOfSize(rows: number): Generator<readonly string[]> {
  yield HEADERS
  const random = seeded(SEED + 1)
  for (let i = 0; i < rows; i += 1) {
    const village = random.between(0, SIDE * SIDE - 1)
    const [west, south] = cornerOf(village)
    const day = new Date(Date.UTC(2022, 2, 1 + random.between(0, 90))).toISOString().slice(0, 10)
    yield [
      `BL${String(i + 1).padStart(7, '0')}`,
      day,
      random.chance(0.3) ? '确诊病例' : '无症状感染者',
      FOUND[random.between(0, 3)]!,
      random.chance(0.5) ? '男' : '女',
      String(random.between(1, 95)),
      `昭陵区${townName(townOf(village))}${villageName(village)}${random.between(1, 200)}号`,
      (west + WIDE * random.next()).toFixed(6),
      (south + WIDE * random.next()).toFixed(6),
      REMARKS[random.between(0, REMARKS.length - 1)]!,
      '张三丰',
      `1380000${String(random.between(0, 9_999)).padStart(4, '0')}`,
    ]
  }
}

export function* csvOfSize(rows: number): Generator<string> {
  for (const cells of casesOfSize(rows)) yield `${cells.join(',')}\n`
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const columnOf = (at: number): string => String.fromCharCode(65 + at)

/** A workbook as spreadsheets save them: shared strings, numbers as numbers, days as numbers with a format. */
export function bookOfSize(rows: number): Uint8Array {
  const strings = new Map<string, number>()
  const lines: string[] = []
  let number = 0
  for (const cells of casesOfSize(rows)) {
    number += 1
    const made = cells.map((text, at) => {
      const ref = `${columnOf(at)}${number}`
      if (text === '') return ''
      if (/^\d{4}-\d\d-\d\d$/.test(text))
        return `<c r="${ref}" s="1"><v>${Date.parse(text) / 86_400_000 + 25_569}</v></c>`
      if (/^-?\d+(\.\d+)?$/.test(text) && text.length < 11) return `<c r="${ref}"><v>${text}</v></c>`
      if (!strings.has(text)) strings.set(text, strings.size)
      return `<c r="${ref}" t="s"><v>${strings.get(text)}</v></c>`
    })
    lines.push(`<row r="${number}">${made.join('')}</row>`)
  }
  const xml = (text: string): Uint8Array =>
    new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const shared = [...strings.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
  return zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="病例" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': xml(
      `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    'xl/sharedStrings.xml': xml(
      `<sst xmlns="${main}" uniqueCount="${strings.size}">${shared.join('')}</sst>`,
    ),
    'xl/worksheets/sheet1.xml': xml(
      `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
    ),
  })
}

/** Writes pieces of text to a file, none of them kept. */
export async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  const file = createWriteStream(path)
  let [held, size] = [[] as string[], 0]
  for (const piece of pieces) {
    held.push(piece)
    size += piece.length
    if (size < 1_000_000) continue
    if (!file.write(held.join(''))) await once(file, 'drain')
    ;[held, size] = [[], 0]
  }
  file.end(held.join(''))
  await finished(file)
}

/** The same in GB18030, as spreadsheets of Chinese Windows save it. */
export async function writeEncoded(
  path: string,
  pieces: Iterable<string>,
  encoding: (typeof TEXT_ENCODINGS)[number],
): Promise<void> {
  const file = createWriteStream(path)
  for (const piece of pieces) if (!file.write(encoded(piece, encoding))) await once(file, 'drain')
  file.end()
  await finished(file)
}
