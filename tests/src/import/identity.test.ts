import { describe, expect, test } from 'vitest'
import { planImport } from '../../../src/import/plan'
import { admit } from '../../../src/log/admit'
import { append, tailOf } from '../../../src/log/append'
import type { Body } from '../../../src/log/events'
import { inOrder } from '../../../src/log/order'
import type { ColumnBlock } from '../../../src/log/rows/columns'
import { hashOfBlock } from '../../../src/log/rows/segment'
import { codesOf, input, MemoryLog, planOf } from '../../helpers/pack-input'

const HEAD = '序号,村,报告日期,诊断类型\n'
const DAY_1 = `${HEAD}1,V1,2022-07-08,确诊病例\n2,V1,2022-07-08,确诊病例\n3,V2,2022-07-08,无症状感染者\n`
const DAY_2 = `${HEAD}1,V3,2022-07-09,确诊病例\n2,V4,2022-07-09,无症状感染者\n3,V1,2022-07-09,无症状感染者\n`

async function newsOf(log: MemoryLog, files: Record<string, string>) {
  const plan = await planImport(input(files), { existing: log.register() })
  const { counts, changes } = admit(plan, log.events, log.blocks)
  const sum = (name: 'added' | 'changed' | 'equal') => counts.reduce((all, one) => all + one[name], 0)
  return { added: sum('added'), changed: sum('changed'), equal: sum('equal'), changes }
}

const places = (log: MemoryLog): string[] => {
  const { place, length } = log.register().cases
  return Array.from({ length }, (_, row) => place.values[place.codes[row]!] ?? '—').sort()
}

describe('L10 a line number identifies nobody', () => {
  test.each(['序号', '行号', 'No.', 'NO', '编号', '＃', '序 号'])(
    'L10 three other people under %s 1 to 3 replace nobody, and the same file adds nothing',
    async (heading) => {
      const log = new MemoryLog()
      await log.take({ 'cases.csv': DAY_1.replace('序号', heading) })
      const second = { 'cases.csv': DAY_2.replace('序号', heading) }
      expect(await newsOf(log, second)).toMatchObject({ added: 3, changed: 0, equal: 0 })
      await log.take(second)
      expect(places(log)).toEqual(['V1', 'V1', 'V1', 'V2', 'V3', 'V4'])
      expect(await log.take(second)).toEqual([])
      expect(await log.take({ 'cases.csv': DAY_1.replace('序号', heading) })).toEqual([])
    },
  )

  test('L10 two towns that both count from 1, in one import and one after the other, come to the same', async () => {
    const north = `${HEAD}1,V1,2022-07-09,确诊病例\n2,V1,2022-07-09,确诊病例\n`
    const south = `${HEAD}1,V5,2022-07-09,确诊病例\n2,V5,2022-07-09,确诊病例\n`
    const together = new MemoryLog()
    await together.take({ 'cases/南.csv': south, 'cases/北.csv': north })
    const apart = new MemoryLog()
    await apart.take({ 'cases.csv': south })
    await apart.take({ 'cases.csv': north })
    expect([places(together), places(apart)]).toEqual(Array(2).fill(['V1', 'V1', 'V5', 'V5']))
    expect(codesOf(await planOf({ 'cases.csv': south }))).toEqual(['cases.csv:- line-number'])
  })

  test('L10 counts of equal rows are compared, whatever files they came in', async () => {
    const rows = (n: number): string => HEAD + '1,V1,2022-07-09,确诊病例\n'.repeat(n)
    const log = new MemoryLog()
    await log.take({ 'cases.csv': rows(1) })
    expect(await newsOf(log, { 'cases.csv': rows(2) })).toMatchObject({ added: 1, equal: 1 })
    await log.take({ 'cases.csv': rows(2) })
    expect(places(log)).toHaveLength(2)
    expect(await newsOf(log, { 'cases.csv': rows(2) })).toMatchObject({ added: 0, equal: 2 })
    expect(await newsOf(log, { 'cases.csv': rows(3) })).toMatchObject({ added: 1, equal: 2 })
    await log.take({ 'cases.csv': rows(3) })
    expect([places(log).length, await log.take({ 'cases.csv': rows(1) })]).toEqual([3, []])
  })

  test('L10 rows that are numbered anew are the same rows; a list may have no number at all', async () => {
    const log = new MemoryLog()
    await log.take({ 'cases.csv': DAY_1 })
    const turned = `${HEAD}1,V2,2022-07-08,无症状感染者\n2,V1,2022-07-08,确诊病例\n3,V1,2022-07-08,确诊病例\n`
    expect(await log.take({ 'cases.csv': turned })).toEqual([])
    const bare = '村,报告日期,诊断类型\nV2,2022-07-08,无症状感染者\n'
    expect(await log.take({ 'cases.csv': bare })).toEqual([])
  })

  test('L10 a case number beside a line number is the id, and codes under 序号 are', async () => {
    const log = new MemoryLog()
    await log.take({ 'cases.csv': '序号,编号,病例编号,报告日期\n1,1,LX-7,2022-07-08\n2,2,LX-9,2022-07-08\n' })
    await log.take({ 'cases.csv': '序号,报告日期,诊断类型\nLX-9,2022-07-08,确诊\n' })
    const { id, kind, length } = log.register().cases
    const text = (column: typeof id) => Array.from(column.codes, (code) => column.values[code] ?? null)
    expect([length, text(id), text(kind)]).toEqual([2, ['LX-7', 'LX-9'], [null, 'confirmed']])
  })
})

test('L10 a contact of two cases is two rows; one whose case is filled in later is changed, not added', async () => {
  const log = new MemoryLog()
  await log.take({
    'contacts.csv': 'id,case,exposedAt\nK1,C1,2022-05-01\nK1,C2,2022-05-20\nK2,,2022-05-03\n',
  })
  expect(log.register().contacts.length).toBe(3)
  const next = { 'contacts.csv': 'id,case,exposedAt\nK1,C1,2022-05-02\nK2,C1,2022-05-03\nK1,C3,2022-05-21\n' }
  const { changes, ...counts } = await newsOf(log, next)
  expect(counts).toEqual({ added: 1, changed: 2, equal: 0 })
  expect(changes.map(({ row, name, cells }) => [row, name, cells.map(({ column }) => column)])).toEqual([
    [2, 'K1 C1', ['exposedAt']],
    [3, 'K2 C1', ['case']],
  ])
  await log.take(next)
  expect(await log.take(next)).toEqual([])
  expect(log.register().contacts.length).toBe(4)
})

test('L11 what would change is said row by row and cell by cell before anything is written', async () => {
  const log = new MemoryLog()
  await log.take({
    'cases.csv': 'id,reportedAt,kind,place\nC1,2022-05-01,无症状,V1\nC2,2022-05-02,确诊,V2\n',
  })
  const { changes, ...counts } = await newsOf(log, {
    'cases.csv':
      'id,reportedAt,kind,place\nC2,2022-05-02,确诊,V2\nC1,2022-05-03,确诊,V1\nC3,2022-05-03,确诊,\n',
  })
  expect(counts).toEqual({ added: 1, changed: 1, equal: 1 })
  expect(changes).toEqual([
    {
      ...{ list: 'cases', file: 'cases.csv', row: 3, name: 'C1' },
      was: { file: 'cases.csv', row: 2 },
      cells: [
        {
          column: 'reportedAt',
          before: { at: Date.parse('2022-05-01T00:00+08:00'), isDay: true },
          after: { at: Date.parse('2022-05-03T00:00+08:00'), isDay: true },
        },
        { column: 'kind', before: 'asymptomatic', after: 'confirmed' },
      ],
    },
  ])
})

test('L11 of two files of one import that say different things of one row, neither is taken for a change of the other', async () => {
  const log = new MemoryLog()
  const head = 'zone,round,startedAt,listed\n'
  const files = {
    'rounds/a.csv': `${head}Z1,1,2022-05-01T08:00,100\n`,
    'rounds/b.csv': `${head}Z1,1,2022-05-01T08:00,90\n`,
  }
  expect(await newsOf(log, files)).toMatchObject({ added: 2, changed: 0, equal: 0 })
  await log.take(files)
  expect(log.register().rounds.map(({ listed }) => listed)).toEqual([100, 90])
})

/** A list as the release before took it: under its line numbers, its rows counted below the header. */
function asTakenBefore(log: MemoryLog, plan: Awaited<ReturnType<typeof planOf>>): void {
  const drafts = plan.drafts.map((draft): Body => {
    const block = plan.blocks.get((draft as { segment: string }).segment)!
    const numbers = Array.from(block.rows, (_, i) => String(i + 1))
    const id = { type: 'text' as const, codes: Int32Array.from(numbers.keys()), values: numbers }
    const rows = Uint32Array.from(numbers, Number)
    const old: ColumnBlock = { ...block, rows, columns: { id, ...block.columns }, ids: numbers }
    log.blocks.set(hashOfBlock(old), old)
    return { ...draft, segment: hashOfBlock(old) } as Body
  })
  const writing = { by: { name: '', unit: '' }, device: 'old', now: 1 }
  log.events.push(...append(drafts, tailOf(inOrder(log.events)), writing))
}

test('L10 a file that an earlier release took under its line numbers adds nothing when it comes again, grown or not', async () => {
  const log = new MemoryLog()
  asTakenBefore(log, await planOf({ 'cases.csv': DAY_1 }))
  expect(log.register().cases.id.values).toEqual(['1', '2', '3'])
  expect(await log.take({ 'cases.csv': DAY_1 })).toEqual([])
  expect(await newsOf(log, { 'cases.csv': `${DAY_1}4,V1,2022-07-08,确诊病例\n` })).toMatchObject({
    added: 1,
    changed: 0,
    equal: 3,
  })
  expect(await newsOf(log, { 'cases.csv': DAY_2 })).toMatchObject({ added: 3, changed: 0, equal: 0 })
})

describe('L11 files that come together', () => {
  const HEADER = 'zone,round,finishedAt,listed,sampled,resulted,positivePeople,result\n'
  const found = `${HEADER}Z1,5,2022-05-20T18:00,100,100,100,2,positive\n`
  const none = `${HEADER}Z1,5,2022-05-20T18:00,100,100,100,0,negative\n`
  const figure = (value: number): string => `place,at,metric,value\nD,2022-05-25,total,${value}\n`
  const results = (log: MemoryLog) => log.register().rounds.map(({ result }) => result)

  test.each([
    { 'rounds.csv': found, 'rounds/b.csv': none },
    { 'rounds.csv': none, 'rounds/b.csv': found },
  ])(
    'L11 of one round said in two ways neither replaces the other, and both again add nothing (%#)',
    async (files) => {
      const log = new MemoryLog()
      expect(await newsOf(log, files)).toMatchObject({ added: 2, changed: 0 })
      await log.take(files)
      expect(results(log).sort()).toEqual(['negative', 'positive'])
      expect(await log.take(files)).toEqual([])
    },
  )

  test('L11 two values of one instant both stand, the same one counts once, and a later file still revises', async () => {
    const log = new MemoryLog()
    await log.take({
      'metrics.csv': figure(198),
      'metrics/b.csv': figure(7777),
      'metrics/c.csv': figure(198),
    })
    const values = () => log.register().metrics.map(({ value }) => value)
    expect(values()).toEqual([198, 7777])
    const later = new MemoryLog()
    await later.take({ 'rounds.csv': found })
    await later.take({ 'rounds.csv': none })
    expect(results(later)).toEqual(['negative'])
  })
})
