import { describe, expect, test } from 'vitest'
import { csvTables } from '../../../src/formats/csv/csv-tables'
import { Lines } from '../../../src/formats/lines'
import { partsOf } from '../../../src/formats/parts'
import type { FormatTable } from '../../../src/formats/table'
import { readText } from '../../../src/formats/text'
import { readPieces } from '../../../src/formats/text-pieces'
import { encoded } from '../../helpers/encoded'
import { type Random, seeded } from '../../helpers/seeded'

/** Signs of one to four bytes, what parts cells and lines, and what stands amid numbers. */
const SIGNS = [...'村镇区𠮷㐂é﷽1234567890.-+,,,"" ab', '\n', '\n', '\r\n', '\r', '\uFEFF']
const ENCODINGS = ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le-bom', 'utf-16be-bom'] as const

/** Signs that GB18030 has in four bytes. */
const FOUR_BYTES: Readonly<Record<string, readonly number[]>> = {
  𠮷: [0x95, 0x34, 0xb2, 0x35],
  㐂: [0x81, 0x39, 0xef, 0x31],
  '﷽': [0x84, 0x30, 0xfe, 0x37],
  '\uFEFF': [0x84, 0x31, 0x95, 0x33],
}

const bytesOf = (text: string, encoding: (typeof ENCODINGS)[number]): Uint8Array =>
  encoding === 'gb18030'
    ? Uint8Array.from([...text].flatMap((sign) => FOUR_BYTES[sign] ?? [...encoded(sign, encoding)]))
    : encoded(text, encoding)

function textOf(random: Random, signs: number): string {
  return Array.from({ length: signs }, () => SIGNS[random.between(0, SIGNS.length - 1)]).join('')
}

/** A list as a person may have written it: quoted cells that go on over lines, titles, gaps, totals. */
function listOf(random: Random): string {
  const end = ['\n', '\r\n', '\r'][random.between(0, 2)]!
  const rows = Array.from({ length: random.between(3, 40) }, (_, i) =>
    [
      String(i + 1),
      random.chance(0.2) ? `"东${end}村, ${i}"` : `村${i}`,
      random.chance(0.1) ? '"12""3"' : (random.next() * 1e6).toFixed(4),
      random.chance(0.05) ? '"' : '',
    ].join(','),
  )
  const above = random.chance(0.3) ? [`统计表${random.chance(0.5) ? ',,,' : ''}`] : []
  const below = random.chance(0.3) ? ['合计,,100,', '注：截至7月9日。,,,'] : []
  return [...above, '序号,村,已采,备注', ...rows, ...below].join(end)
}

const asked = {
  columnsIn: (cells: readonly string[]) => cells.filter((cell) => /^(?:村|已采)$/.test(cell)).length,
}

const shown = (tables: readonly FormatTable[]) =>
  tables.map(({ rows, again, lines, ...table }) => ({
    ...table,
    ...{ rows: [...rows], again: [...again!()], lines: lines?.() },
  }))

describe('a text in pieces is the text', () => {
  test.each(ENCODINGS)('I167 in %s: the same lines, wherever a piece ends', (encoding) => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seeded(seed)
      const bytes = bytesOf(`村,a\n${textOf(random, random.between(1, 300))}`, encoding)
      const whole = readText(bytes)
      for (const length of [1, 2, 3, 5, 8, 13, 64]) {
        const read = readPieces(partsOf(bytes), length)
        if (!whole.ok || !read.ok) {
          expect(read, `seed ${seed}, ${length}`).toEqual(whole)
          continue
        }
        expect(read.value.encoding).toBe(whole.value.encoding)
        const [pieced, one] = [new Lines(read.value.pieces), Lines.of(whole.value.text)]
        const linesIn = (lines: Lines) => Array.from({ length: lines.length }, (_, at) => lines.at(at))
        expect(linesIn(pieced), `seed ${seed}, ${length}`).toEqual(linesIn(one))
        expect(pieced.from(0, pieced.length - 1)).toBe(one.from(0, one.length - 1))
        const middle = pieced.length >> 1
        expect(pieced.from(middle, pieced.length - 1)).toBe(one.from(middle, one.length - 1))
        expect(pieced.hasQuotes).toBe(one.hasQuotes)
      }
    }
  })

  test.each(ENCODINGS)('I167 in %s: the same tables, be it amid a cell or a number', (encoding) => {
    let pieces = 0
    for (let seed = 1; seed <= 30; seed += 1) {
      const bytes = encoded(listOf(seeded(seed * 31)), encoding)
      const file = { path: 'a.csv', bytes, beside: new Map() }
      const whole = csvTables(file, asked)
      for (const length of [1, 7, 40, 200]) {
        const read = readPieces(partsOf(bytes), length)
        if (read.ok) pieces += read.value.pieces.count
        const pieced = csvTables(file, asked, length)
        expect(pieced.ok && shown(pieced.value), `seed ${seed}, ${length}`).toEqual(
          whole.ok && shown(whole.value),
        )
      }
    }
    expect(pieces).toBeGreaterThan(500)
  })

  test('I167 damage far behind the beginning is told as in a file that is read whole', () => {
    for (const encoding of ['utf-8', 'gb18030', 'utf-16le-bom'] as const) {
      const bytes = encoded(`村,已采\n${'东村,1\n'.repeat(200)}`, encoding)
      for (const [at, byte] of [
        [bytes.length - 3, 0xff],
        [bytes.length - 8, 0xd8],
        [bytes.length >> 1, 0xff],
      ] as const) {
        const damaged = bytes.slice().fill(byte, at, at + 1)
        const [whole, read] = [readText(damaged), readPieces(partsOf(damaged), 64)]
        expect(read.ok ? read.value.encoding : read).toEqual(whole.ok ? whole.value.encoding : whole)
      }
    }
  })

  test('I167 of a large file no more than a piece is asked for at once', () => {
    const bytes = encoded(`村,已采\n${'东村,1\n'.repeat(20_000)}`, 'gb18030')
    let most = 0
    const parts = {
      size: bytes.length,
      part: (from: number, to: number) => {
        most = Math.max(most, to - from)
        return bytes.subarray(from, to)
      },
    }
    const file = {
      ...{ path: 'a.csv', beside: new Map(), parts },
      get bytes(): Uint8Array {
        throw new Error('asked for whole')
      },
    }
    const read = csvTables(file, asked, 10_000)
    expect(read.ok && read.value[0]!.rows.length).toBe(20_000)
    expect(read.ok && read.value[0]!.rows.at(-1)?.cells).toEqual({ 村: '东村', 已采: '1' })
    expect(most).toBeLessThanOrEqual(100_000)
  })
})
