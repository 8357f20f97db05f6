import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toCsv } from '../../../src/export/csv'
import { readCsv } from '../../../src/formats/csv/csv'
import { sentenceOf } from '../../../src/import/sentences/sentences'
import { cellAt } from '../../../src/log/rows/cells'
import { codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

const HEAD = 'id,chain,reportedAt'
const row = (n: number, place = 'V1'): string => `C${n},${place},2022-05-0${n}`

/** What a list of nine cases gives with some of its lines changed: ids taken, and the problems. */
async function withLines(changed: Record<number, string>, newline = '\n') {
  const lines = Array.from({ length: 9 }, (_, i) => changed[i + 1] ?? row(i + 1))
  const files = { 'cases.csv': [HEAD, ...lines, ''].join(newline) }
  const plan = await planOf(files)
  const log = new MemoryLog()
  await log.take(files)
  const { id } = log.register().cases
  return { plan, ids: id.values.map((one) => Number(one.slice(1))), codes: codesOf(plan) }
}

const but = (...lost: number[]): number[] => [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((n) => !lost.includes(n))

describe.each([
  ['\n', 'LF'],
  ['\r\n', 'CRLF'],
])('lines that end in %j', (newline) => {
  test.each<[string, Record<number, string>, number[]]>([
    ['not closed', { 3: row(3, '"V1') }, [3]],
    ['not closed, in the last line', { 9: 'C9,V1,"2022-05-09' }, [9]],
    ['not closed, with good ones after it', { 3: row(3, '"V1'), 5: row(5, '"V1"'), 7: row(7, '"V,1"') }, [3]],
    ['not closed, twice', { 3: row(3, '"V1'), 7: row(7, '"V1') }, [3, 7]],
    ['not closed, and one that looks as if it closed it', { 3: row(3, '"V1'), 7: 'C7,V1",2022-05-07' }, [3]],
    ['closed amid the cell', { 3: row(3, '"V"1') }, [3]],
    ['alone in a line', { 3: '"' }, [3]],
  ])('I18 a quotation mark that is %s costs its own line', async (_, changed, lost) => {
    const { ids, codes } = await withLines(changed, newline)
    expect(ids).toEqual(but(...lost))
    expect(codes).toEqual(lost.map((n) => `cases.csv:${n + 1} broken-quotes`))
  })

  test('I18 a quotation mark amid plain text is text, and a cell may go on over lines', async () => {
    const changed = {
      2: row(2, '5"管'),
      4: row(4, `"东村${newline}二组, 三号"`),
      6: row(6, `"a${newline}${newline}""b"""`),
    }
    const { ids, codes, plan } = await withLines(changed, newline)
    expect([ids, codes]).toEqual([but(), []])
    const [block] = plan.blocks.values()
    expect([1, 3, 5].map((at) => cellAt(block!.columns.chain, at))).toEqual([
      '5"管',
      `东村${newline}二组, 三号`,
      `a${newline}${newline}"b"`,
    ])
  })
})

test('I18 a cell over two lines that both look like rows is taken as its marks say, and that is said', async () => {
  const { ids, codes } = await withLines({ 3: row(3, '"V1'), 4: 'C4,V1",2022-05-04' })
  expect([ids, codes]).toEqual([but(4), ['cases.csv:4 cell-over-lines']])
})

test('I18 line breaks of two kinds in one file part lines alike', async () => {
  const text = `${HEAD}\r\n${row(1)}\n${row(2, '"一村\n二组"')}\r\n${row(3)}\n`
  const table = readCsv(text)
  expect(table.ok && table.value.rows.map(({ cells }) => cells.id)).toEqual(['C1', 'C2', 'C3'])
})

test('I18 the sentence counts the lines that were lost', async () => {
  const { plan } = await withLines({ 3: row(3, '"V1'), 7: row(7, '"V1') })
  expect(sentenceOf(plan.problems[0]!, 'zh')).toContain('共 2 行')
  expect(sentenceOf(plan.problems[0]!, 'en')).toContain('lost in this way: 2.')
})

test('I18 a quotation mark in the header line loses nothing and is said; a wrapped header is read', async () => {
  const stray = await planOf({ 'cases.csv': `id,"place,reportedAt\n${row(1)}\n${row(2, '"V1"')}\n` })
  expect([codesOf(stray), stray.files[0]!.taken]).toEqual([['cases.csv:- quotes-in-header'], 2])
  const wrapped = await planOf({ 'cases.csv': `id,"现\n住址",reportedAt\n${row(1)}\n` })
  expect([codesOf(wrapped), wrapped.files[0]!.taken]).toEqual([[], 1])
  const first = await planOf({ 'cases.csv': '"病例\n编号";现住址;报告日期\nC1;"一村\n二组";2022-05-01\n' })
  expect([codesOf(first), first.files[0]!.taken]).toEqual([[], 1])
})

test('I18 a stray quotation mark at the head of a long list is read in no time', () => {
  const lines = Array.from({ length: 60_000 }, (_, i) =>
    i % 2 ? `C${i},"V1,2022-05-01` : `C${i},V1,2022-05-01`,
  )
  const started = process.cpuUsage()
  const table = readCsv([HEAD, `C,"V,2022-05-01`, ...lines].join('\n'))
  expect(table.ok && table.value.rows.filter(({ broken }) => broken !== undefined).length).toBe(30_001)
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(3)
})

test('I18 a stray quotation mark before many empty cells in quotation marks is read in no time', () => {
  const lines = Array.from({ length: 60_000 }, (_, i) => `C${i},"",2022-05-01`)
  const started = process.cpuUsage()
  const table = readCsv([HEAD, 'C,"V,2022-05-01', ...lines].join('\n'))
  expect(table.ok && table.value.rows.map(({ broken }) => !broken).indexOf(true)).toBe(1)
  expect(table.ok && table.value.rows.length).toBe(60_001)
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(3)
})

test('I18 whatever stands in the cells, what we write reads back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '村', ',', '"', '\n', ' ', ';'), maxLength: 6 })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (cells) => {
      const rows = cells.map(([a, b], i) => [`C${i}`, a, b, 'x', 'y'])
      const table = readCsv(toCsv(['id', 'a', 'b', 'c', 'd'], rows))
      return (
        table.ok &&
        table.value.rows.length === rows.length &&
        !table.value.rows.some(({ broken }) => !!broken)
      )
    }),
    { seed: 7 },
  )
})

describe('I19 a header that comes twice', () => {
  test('I19 of the kind is refused by name, with every row', async () => {
    const plan = await planOf({
      'cases.csv': 'id,reportedAt,place,reportedAt\nC1,2022-05-01,V1,2022-05-02\n',
      'contacts.csv': 'id,exposedAt\nK1,2022-05-01\n',
    })
    expect(codesOf(plan)).toEqual(['cases.csv:- header-twice'])
    expect(plan.problems[0]).toMatchObject({ column: 'reportedAt', severity: 'error' })
    expect(plan.files.map(({ taken, refused }) => [taken, refused])).toEqual([
      [0, 1],
      [1, 0],
    ])
    expect(plan.refused[0]!.cells).toMatchObject({ reportedAt: '2022-05-01', 'reportedAt (2)': '2022-05-02' })
  })

  test('I19 of no kind is refused by name, neither column is taken and the rows are', async () => {
    const plan = await planOf({ 'cases.csv': 'id,reportedAt,备注,备注\nC1,2022-05-01,甲,乙\n' })
    expect(codesOf(plan)).toEqual(['cases.csv:- other-header-twice'])
    expect([plan.files[0]!.taken, plan.problems[0]!.column]).toEqual([1, '备注'])
    expect([...plan.blocks.values()].map(({ columns }) => Object.keys(columns))).toEqual([
      ['id', 'reportedAt'],
    ])
  })

  test('I19 of a report is refused with the file, for its items are what it says', async () => {
    const plan = await planOf({ 'reports.csv': 'place,day,阳性,阳性\nV1,2022-05-01,0,3\n' })
    expect([codesOf(plan), plan.isEmpty]).toEqual([['reports.csv:- header-twice'], true])
  })
})
