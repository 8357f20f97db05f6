import { describe, expect, test } from 'vitest'
import type { InputFile } from '../../src/import/files/zip'
import { planImport } from '../../src/import/plan'
import { input, MemoryLog } from '../helpers/pack-input'
import { type Random, seeded } from '../helpers/seeded'

const SEEDS = Array.from({ length: 25 }, (_, i) => i + 1)
const DAYS = ['2022-05-01', '2022-05-02', '2022/5/3', '2022年5月4日', '2022-02-30', '', '5月6日']
const KINDS = ['confirmed', '无症状', '疑似', '', '不明']

const pick = <T>(random: Random, of: readonly T[]): T => of[random.between(0, of.length - 1)]!

/** Rows of a case list in which ids repeat, days do not exist and kinds are unknown, now and then. */
function caseRows(random: Random, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const id = random.chance(0.1) ? 'C1' : `C${i + 1}`
    return `${id},${pick(random, DAYS)},${pick(random, KINDS)},V${random.between(1, 3)}`
  })
}

/** Rows without an id of their own, some of them equal. */
function factRows(random: Random, count: number): string[] {
  return Array.from(
    { length: count },
    () => `Z${random.between(1, 2)},2022-05-0${random.between(1, 3)},culling,true`,
  )
}

const csv = (header: string, rows: readonly string[]): string => [header, ...rows, ''].join('\n')
const CASES = '编号,报告日期,类型,地点'
const FACTS = 'zone,at,fact,value'

function packOf(random: Random): Record<string, string> {
  return {
    'cases/a.csv': csv(CASES, caseRows(random, random.between(0, 30))),
    'cases/b.csv': csv(CASES, caseRows(random, random.between(0, 30))),
    'facts.csv': csv(FACTS, factRows(random, random.between(0, 12))),
    'rounds.csv': csv('zone,round,startedAt,listed', [`Z1,1,2022-05-01,${random.between(0, 400)}`]),
    'signals.csv': 'id,at\n1,2022-05-01\n',
  }
}

function shuffled<T>(random: Random, of: readonly T[]): T[] {
  const left = [...of]
  return of.map(() => left.splice(random.between(0, left.length - 1), 1)[0]!)
}

describe.each(SEEDS)('seed %i', (seed) => {
  test('I17 the same import twice adds nothing', async () => {
    const files = packOf(seeded(seed))
    const log = new MemoryLog()
    expect((await log.take(files)).length).toBeGreaterThan(0)
    const before = log.register()
    expect(await log.take(files)).toEqual([])
    expect(log.register()).toEqual(before)
  })

  test('I17 a file that has grown adds only what is new, a changed row is one correction', async () => {
    const random = seeded(seed)
    const rows = Array.from({ length: random.between(3, 20) }, (_, i) => `C${i + 1},2022-05-01,confirmed,V1`)
    const facts = factRows(random, 6)
    const more = random.between(1, 9)
    const log = new MemoryLog()
    await log.take({ 'cases.csv': csv(CASES, rows), 'facts.csv': csv(FACTS, facts) })
    const grown = [...rows.slice(0, -1), `C${rows.length},2022-05-01,asymptomatic,V1`]
    for (let i = 0; i < more; i += 1) grown.push(`N${i},2022-05-02,confirmed,V2`)
    const events = await log.take({
      'cases.csv': csv(CASES, grown),
      'facts.csv': csv(FACTS, [...facts, facts[0]!]),
    })
    expect(events.map((event) => `${event.type} ${'rows' in event ? event.rows : ''}`)).toEqual([
      `cases.imported@1 ${more}`,
      'cases.revised@1 1',
      'facts.imported@1 1',
    ])
    const { cases, statedFacts, unapplied } = log.register()
    expect([cases.length, statedFacts.length, unapplied.length]).toEqual([rows.length + more, 7, 0])
  })

  test('I17 files in any order give the same plan and the same register', async () => {
    const random = seeded(seed)
    const files = input(packOf(random))
    const [one, other] = [new MemoryLog(), new MemoryLog()]
    const mixed: InputFile[] = shuffled(random, files)
    expect(await planImport(mixed)).toEqual(await planImport(files))
    await one.take(files)
    await other.take(mixed)
    expect(other.register()).toEqual(one.register())
  })

  test('I17 every row is taken or refused, and each refusal has its number and reason', async () => {
    const plan = await planImport(input(packOf(seeded(seed))))
    for (const { file, rows, taken, refused } of plan.files) {
      if (rows === null) continue
      expect(taken! + refused!, file).toBe(rows)
      const lines = plan.refused.filter((line) => line.file === file)
      expect(lines.length, file).toBe(refused)
      for (const { row, code } of lines) {
        expect(
          plan.problems.some(
            (p) => p.file === file && p.row === row && p.code === code && p.severity === 'error',
          ),
        ).toBe(true)
      }
    }
  })
})
