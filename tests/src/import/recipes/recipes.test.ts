import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Instant } from '#geo'
import { main } from '../../../../src/cli/main'
import { rowsKept } from '../../../../src/import/mapping/rows-kept'
import { tableDesk } from '../../../../src/import/mapping/table-desk'
import { type ImportPlan, planImport } from '../../../../src/import/plan'
import {
  type Recipe,
  readRecipes,
  recipesText,
  shapeOf,
  withRecipes,
} from '../../../../src/import/recipes/recipe'
import { KEYS, LEFT_OUT, NO_LIST, NO_RECIPE } from '../../../../src/import/recipes/told'
import { cellAt } from '../../../../src/log/rows/cells'

const CLOCK = Date.UTC(2022, 6, 9, 12) as Instant
const NAME = '7月9日台账.csv'
const HEADER = '村,甲,诊断类型,乙,姓名'
const ROWS = ['东村,2022-07-05,确诊病例,2022-07-04,王小明', '西村,2022-07-06,无症状感染者,2022-07-05,李建国']
const table = (header = HEADER, rows: readonly string[] = ROWS): string => [header, ...rows].join('\n')

const inputs = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }))
const planOf = (
  files: Readonly<Record<string, string>>,
  answers: Readonly<Record<string, string>> = {},
  recipes: readonly Recipe[] = [],
): Promise<ImportPlan> =>
  planImport(inputs(files), { clock: CLOCK, answering: { answers, takesProposed: true, recipes } })

const days = (plan: ImportPlan, column: string): (string | null)[] => {
  const [block] = plan.blocks.values()
  return Array.from({ length: block?.length ?? 0 }, (_, at) => {
    const cell = cellAt(block!.columns[column], at)
    return typeof cell === 'object' && cell !== null && 'isDay' in cell
      ? new Date(cell.at + 8 * 3_600_000).toISOString().slice(0, 10)
      : null
  })
}
const codes = ({ problems }: ImportPlan): string[] => problems.map(({ code }) => code)

describe('what a table is, and what its columns are', () => {
  test('I117 what a person says of a column is how it is read, and nothing else changes', async () => {
    const before = await planOf({ [NAME]: table() })
    expect(days(before, 'reportedAt')).toEqual([null, null])
    const after = await planOf(
      { [NAME]: table() },
      { [KEYS.column(NAME, '甲')]: 'reportedAt', [KEYS.column(NAME, '乙')]: 'onsetOn' },
    )
    expect(after.files[0]).toMatchObject({ kind: 'cases', taken: 2, refused: 0 })
    expect(days(after, 'reportedAt')).toEqual(['2022-07-05', '2022-07-06'])
    expect(days(after, 'onsetOn')).toEqual(['2022-07-04', '2022-07-05'])
  })

  test('I117 a column is left out, a table is another list or none, and its header is another line', async () => {
    const known = '村,报告日期,诊断类型,发病日期,姓名'
    const plain = await planOf({ [NAME]: table(known) })
    expect(days(plain, 'onsetOn')).toEqual(['2022-07-04', '2022-07-05'])
    const without = await planOf({ [NAME]: table(known) }, { [KEYS.column(NAME, '发病日期')]: LEFT_OUT })
    expect(days(without, 'onsetOn')).toEqual([null, null])
    expect(codes(without)).not.toContain('column-not-kept')
    const none = await planOf({ [NAME]: table(known) }, { [KEYS.list(NAME)]: NO_LIST })
    expect([none.isEmpty, codes(none)]).toEqual([true, ['left-aside']])
    const contacts = await planOf({ [NAME]: table(known) }, { [KEYS.list(NAME)]: 'contacts' })
    expect(contacts.files[0]!.kind).toBe('contacts')
    const titled = `x,y,z,u,v\n${table(known)}`
    const below = await planOf({ [NAME]: titled }, { [KEYS.headerRow(NAME)]: '2' })
    expect(below.files[0]).toMatchObject({ kind: 'cases', taken: 2 })
    expect(below.problems.find(({ code }) => code === 'title-lines')?.seen).toBe('1')
  })

  test('I117 no column of names, numbers or addresses becomes a text that is kept', async () => {
    for (const field of ['id', 'chain', 'tags', 'zone']) {
      const plan = await planOf(
        { [NAME]: table('村,报告日期,诊断类型,发病日期,姓名') },
        { [KEYS.column(NAME, '姓名')]: field },
      )
      expect(codes(plan)).toContain('told-personal')
      expect(JSON.stringify([...plan.blocks.values()])).not.toMatch(/王小明|李建国/)
    }
    const places = '名称,编码,级别,甲\n东村,411104001201,village,王小明\n西村,411104001202,village,李建国'
    const told = await planOf({ 'a.csv': places }, { [KEYS.column('a.csv', '甲')]: 'aliases' })
    expect(codes(told)).toContain('told-personal')
    expect(JSON.stringify([...told.blocks.values()])).not.toMatch(/王小明|李建国/)
  })

  test('I117 shows a table as it came with what each line is, what each column is and why', async () => {
    const text = `召陵区病例台账\n村,报告日期,诊断类型,发病日期,姓名,年龄,热\n${ROWS.map((row) => `${row},31,x`).join('\n')}\n合计,,,,,,\n注：以上为累计。,,,,,,`
    const desk = await tableDesk(inputs({ [NAME]: text }), NAME, {
      existing: null,
      answering: { answers: {} },
    })
    expect(desk!.list).toBe('cases')
    expect(desk!.lines.map(({ mark }) => mark)).toEqual(['title', 'header', 'row', 'row', 'total', 'note'])
    expect(desk!.columns.map(({ field, fate, why }) => [field, fate, why])).toEqual([
      ['place', 'field', 'header'],
      ['reportedAt', 'field', 'header'],
      ['kind', 'field', 'header'],
      ['onsetOn', 'field', 'header'],
      [null, 'personal', 'personal-header'],
      [null, 'derived', 'tells-others'],
      [null, 'not-kept', 'nobody-knows'],
    ])
    expect(desk!.columns[1]).toMatchObject({ filled: 2, valid: 2 })
    const plan = await planOf({ [NAME]: text })
    expect(rowsKept(plan, NAME, 1)[0]).toMatchObject({
      row: 3,
      cells: { kind: 'confirmed', ageBand: '30-34' },
    })
    expect(rowsKept(plan, 'b.csv', 1)).toEqual([])
  })
})

describe('recipes', () => {
  const said = { [KEYS.column(NAME, '甲')]: 'reportedAt', [KEYS.column(NAME, '乙')]: 'onsetOn' }

  test('I118 what was decided of a table is done with the next of its shape, in any order of its columns, and said', async () => {
    const { recipes } = await planOf({ [NAME]: table() }, said)
    expect(recipes.map(({ file }) => file)).toEqual([NAME])
    const kept = recipes.map(({ recipe }) => recipe)
    const turned = '姓名,乙,诊断类型,甲,村\n赵大海,2022-07-08,确诊病例,2022-07-09,东村'
    const next = await planOf({ '7月10日台账.csv': turned }, {}, kept)
    expect(next.files[0]).toMatchObject({ kind: 'cases', taken: 1, recipe: '2022-07-09' })
    expect(days(next, 'reportedAt')).toEqual(['2022-07-09'])
    expect(next.problems.find(({ code }) => code === 'by-recipe')).toMatchObject({
      seen: '2022-07-09',
      suggestion: '3',
    })
    expect(next.recipes).toEqual([])
    const another = await planOf({ 'b.csv': turned.replace('姓名', '年龄') }, {}, kept)
    expect(another.files[0]!.recipe).toBeUndefined()
    const undone = await planOf({ 'c.csv': turned }, { [KEYS.recipe('c.csv')]: NO_RECIPE }, kept)
    expect([undone.files[0]!.recipe, days(undone, 'reportedAt')]).toEqual([undefined, [null]])
    const changed = await planOf({ 'd.csv': turned }, { [KEYS.column('d.csv', '乙')]: LEFT_OUT }, kept)
    expect(days(changed, 'reportedAt')).toEqual(['2022-07-09'])
    expect(days(changed, 'onsetOn')).toEqual([null])
    expect(changed.recipes[0]!.recipe.shape).toBe(kept[0]!.shape)
    const once = await planOf({ [NAME]: table() }, { ...said, [KEYS.once(NAME)]: '1' })
    expect(once.recipes).toEqual([])
  })

  test('I118 the header line is found again under titles of another day', async () => {
    const titled = (day: string): string => `填报 ${day},甲 ${day},x,y,z\n${table()}`
    const first = await planOf({ [NAME]: titled('7月9日') }, { ...said, [KEYS.headerRow(NAME)]: '2' })
    expect(first.files[0]!.taken).toBe(2)
    const next = await planOf(
      { 'b.csv': titled('7月10日') },
      {},
      first.recipes.map(({ recipe }) => recipe),
    )
    expect(next.files[0]).toMatchObject({ kind: 'cases', taken: 2, recipe: '2022-07-09' })
  })

  test('I119 a recipe holds hashes, names of fields and values of closed lists, and goes through a file unchanged', async () => {
    const header = '村,甲,诊断类型,乙,王小明,13812345678'
    const rows = ROWS.map((row) => `${row},x`)
    const { recipes } = await planOf(
      { [NAME]: table(header, rows) },
      {
        ...said,
        [KEYS.column(NAME, '王小明')]: LEFT_OUT,
        [KEYS.word(NAME, 'kind', '阳性患者')]: 'confirmed',
      },
    )
    const [{ recipe }] = recipes as [(typeof recipes)[number]]
    const text = recipesText([recipe])
    expect(text).not.toMatch(/\p{Script=Han}|138/u)
    expect(Object.keys(recipe.columns)).toHaveLength(2)
    expect(shapeOf(['村', '甲', '诊断类型', '乙'])).toBe(recipe.shape)
    expect(readRecipes(text)).toEqual([recipe])
    const worse = [
      { ...recipe, shape: '王小明' },
      { ...recipe, list: 'persons' },
      { ...recipe, columns: { 甲: 'onsetOn' } },
      { ...recipe, columns: { [Object.keys(recipe.columns)[0]!]: '王小明' } },
      { ...recipe, words: { kind: { 阳性: 'confirmed' } } },
      { ...recipe, made: '昨天' },
      { ...recipe, headerRow: -1 },
      { ...recipe, frame: '王小明' },
    ]
    for (const one of worse) expect(readRecipes(recipesText([one as Recipe]))).toBeNull()
    for (const one of ['', '{}', '[]', '{"schema":"cordon-recipes/1"}', 'null', text.slice(0, -9)])
      expect(readRecipes(one)).toBeNull()
    const extra = recipesText([{ ...recipe, note: '王小明' } as Recipe])
    expect(JSON.stringify(readRecipes(extra))).not.toContain('王小明')
    const later = { ...recipe, made: '2022-07-10' }
    expect(withRecipes([recipe], [later])).toEqual([later])
  })

  test('I118 a word that no closed list knows is meant as a person said, in the next file too', async () => {
    const odd = table(
      '村,报告日期,诊断类型,发病日期,姓名',
      ROWS.map((row) => row.replace('确诊病例', '阳性甲型')),
    )
    const plain = await planOf({ [NAME]: odd })
    expect(plain.files[0]).toMatchObject({ taken: 1, refused: 1 })
    const told = await planOf({ [NAME]: odd }, { [KEYS.word(NAME, 'kind', '阳性甲型')]: 'confirmed' })
    expect(told.files[0]).toMatchObject({ taken: 2, refused: 0 })
    const next = await planOf(
      { 'b.csv': odd },
      {},
      told.recipes.map(({ recipe }) => recipe),
    )
    expect(next.files[0]).toMatchObject({ taken: 2, refused: 0 })
    const one = await planOf({ [NAME]: odd }, { [KEYS.cell(NAME, 'kind', 2)]: 'asymptomatic' })
    expect(one.files[0]).toMatchObject({ taken: 2 })
    expect(one.recipes).toEqual([])
  })

  test('I118 the command line reads tables by an exported recipe, and says what is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cordon-recipe-'))
    const { recipes } = await planOf({ [NAME]: table() }, { [KEYS.column(NAME, '诊断类型')]: LEFT_OUT })
    const [file, other, pack] = ['recipe.json', 'none.json', 'pack'].map((name) => join(folder, name))
    writeFileSync(file!, recipesText(recipes.map(({ recipe }) => recipe)))
    writeFileSync(other!, '{"schema":"cordon-recipes/1","recipes":[{"shape":"王小明"}]}')
    mkdirSync(pack!)
    writeFileSync(join(pack!, '7月10日台账.csv'), table())
    const run = async (...args: string[]) => {
      let [out, err] = ['', '']
      const env = { LANG: 'zh_CN.UTF-8' }
      const code = await main(args, { out: (text) => (out += text), err: (text) => (err += text), env })
      return { code, out, err }
    }
    expect((await run('check', pack!, '--recipe', file!)).out).toContain('按 2022-07-09 的做法读取')
    expect((await run('check', pack!)).out).not.toContain('的做法读取')
    const wrong = await run('check', pack!, '--recipe', other!)
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('no file of recipes')])
    expect((await run('check', pack!, '--recipe', join(folder, 'gone.json'))).code).toBe(2)
  })
})
