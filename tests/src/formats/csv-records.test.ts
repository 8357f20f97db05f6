import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csvRecords } from '../../../src/formats/csv/csv-records'
import { seeded } from '../../helpers/seeded'

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/** The slow obvious way: the whole text at once, its lines all ended alike; null where a quotation mark or a cell goes beyond its line. */
function parsedWhole(text: string, delimiter: string) {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, header: false, dynamicTyping: false })
  const isPlain =
    !errors.some(({ type }) => type === 'Quotes') &&
    !data.some((cells) => cells.some((cell) => /[\r\n]/.test(cell)))
  if (!isPlain) return null
  return data.map((cells, i) => ({ cells, number: i + 1 })).filter(({ cells }) => !isBlank(cells))
}

test('I18 records read one by one where they are asked for are those of the text parsed at once', () => {
  const [plain, quoted] = [new Set<number>(), new Set<number>()]
  for (let seed = 1; seed <= 3_000; seed++) {
    const random = seeded(seed)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)]!
    const newline = pick(['\n', '\r\n', '\r'])
    const delimiter = pick([',', ';', '\t', '，'])
    const words = [
      'a',
      '村',
      '',
      ' ',
      '1',
      '"a"',
      `"x${delimiter}y"`,
      '"a""b"',
      ...(seed % 9 ? [] : ['"', 'a"b']),
    ]
    const line = (): string =>
      Array.from({ length: 1 + Math.floor(random.next() * 4) }, () => pick(words)).join(delimiter)
    const ends = seed % 7 ? [newline] : ['\n', '\r\n', '\r']
    const text =
      Array.from({ length: Math.floor(random.next() * 9) }, () => line() + pick(ends)).join('') +
      pick(['', line()])
    const whole = parsedWhole(text.replace(/\r\n|\r/g, '\n'), delimiter)
    if (!whole) continue
    plain.add(seed)
    if (text.includes('"')) quoted.add(seed)
    const read = csvRecords(text, delimiter)
    const records = read && [read.header, ...Array.from({ length: read.length }, (_, at) => read.at(at))]
    expect((records ?? []).map(({ cells, number }) => ({ cells, number }))).toEqual(whole)
    expect(read?.broken ?? 0).toBe(0)
  }
  expect(plain.size).toBeGreaterThan(1_500)
  expect(quoted.size).toBeGreaterThan(500)
})
