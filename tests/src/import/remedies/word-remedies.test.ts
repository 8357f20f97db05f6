import { describe, expect, test } from 'vitest'
import type { Instant } from '#geo'
import { type ImportPlan, planImport } from '../../../../src/import/plan'
import {
  answersOf,
  answersProposed,
  nearest,
  type WordRemedy,
  wordRemedies,
} from '../../../../src/import/remedies/word-remedies'
import { KINDS } from '../../../../src/records/records'

const CLOCK = Date.UTC(2022, 6, 9, 12) as Instant
const NAME = 'cases.csv'
const HEADER = 'place,reportedAt,诊断类型,foundIn'
const planOf = (
  rows: readonly string[],
  answers: Readonly<Record<string, string>> = {},
): Promise<ImportPlan> =>
  planImport([{ path: NAME, bytes: new TextEncoder().encode([HEADER, ...rows].join('\n')) }], {
    clock: CLOCK,
    answering: { answers, takesProposed: true },
  })
const ROWS = [
  'V1,2022-07-05,确诊病例,community',
  'V1,2022-07-05,核酸确诊病例甲,community',
  'V2,2022-07-06,核酸确诊病例甲,甲途径',
  'V2,2022-07-06,丙类,community',
]

describe('words that a closed list does not know', () => {
  test('I133 are grouped with their rows, what is lost, the words of the list, and the nearest one', async () => {
    const remedies = wordRemedies(await planOf(ROWS))
    expect(
      remedies.map(({ word, field, rows, loses, proposed }) => ({ word, field, rows, loses, proposed })),
    ).toEqual([
      { word: '核酸确诊病例甲', field: 'kind', rows: [3, 4], loses: 'rows', proposed: 'confirmed' },
      { word: '丙类', field: 'kind', rows: [5], loses: 'rows', proposed: null },
    ])
    expect(remedies[0]!.choices).toContain('asymptomatic')
  })

  test('I133 are meant as chosen in all their rows, in one, or all as proposed', async () => {
    const before = await planOf(ROWS)
    const [first, second] = wordRemedies(before)
    expect(before.files[0]).toMatchObject({ taken: 1, refused: 3 })
    const all = await planOf(ROWS, answersOf(first!, 'confirmed'))
    expect(all.files[0]).toMatchObject({ taken: 3, refused: 1 })
    expect(wordRemedies(all).map(({ word, loses }) => [word, loses])).toEqual([
      ['甲途径', 'cells'],
      ['丙类', 'rows'],
    ])
    const one = await planOf(ROWS, answersOf(first!, 'confirmed', 4))
    expect(one.files[0]).toMatchObject({ taken: 2, refused: 2 })
    expect(one.recipes).toEqual([])
    const proposed = await planOf(ROWS, answersProposed([first!, second!]))
    expect(proposed.files[0]).toMatchObject({ taken: 3 })
    expect(proposed.recipes).toHaveLength(1)
    expect(JSON.stringify(proposed.recipes)).not.toContain('核酸')
  })

  test('I133 a word that looks like a person is meant in its rows only: no recipe has its hash', () => {
    const remedy: WordRemedy = {
      ...{ file: NAME, column: '诊断类型', field: 'kind', choices: ['confirmed'], proposed: null },
      ...{ list: 'cases', loses: 'rows', word: '王小明', rows: [3, 9], count: 2 },
    }
    expect(Object.keys(answersOf(remedy, 'confirmed'))).toEqual([
      `told:${NAME}\ncell\nkind\n3`,
      `told:${NAME}\ncell\nkind\n9`,
    ])
  })

  test('I133 every word of every closed list is nearest to its own value, and one that is near to two to none', () => {
    const lists = KINDS.flatMap(({ fields }) => fields.flatMap(({ values }) => (values ? [values] : [])))
    expect(lists.length).toBeGreaterThan(5)
    for (const values of lists)
      for (const [value, synonyms] of Object.entries(values))
        for (const word of [value, ...synonyms]) expect([null, value]).toContain(nearest(values, word))
    expect(nearest({ a: ['红色区'], b: ['红色区域'] }, '红色区域甲')).toBe('b')
    expect(nearest({ a: ['东部'], b: ['西部'] }, '东部西部')).toBeNull()
    expect(nearest({ a: ['东部'] }, '北')).toBeNull()
    expect(nearest({ a: ['混采样'], b: ['单采'] }, '混菜样')).toBe('a')
  })
})
