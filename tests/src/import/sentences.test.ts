import { expect, test } from 'vitest'
import { aProblem, type ProblemCode, SEVERITY } from '../../../src/import/problem'
import { SENTENCES, sentenceOf, toldOf } from '../../../src/import/sentences/sentences'

const CODES = Object.keys(SEVERITY) as ProblemCode[]
const FIELDS = new Set(['file', 'row', 'column', 'seen', 'suggestion', 'count', 'area', 'largest'])

test.each(['zh', 'en'] as const)(
  'I16 every code says in %s what happened, what was kept, what to do',
  (language) => {
    expect(Object.keys(SENTENCES[language]).sort()).toEqual([...CODES].sort())
    for (const code of CODES) {
      const told = SENTENCES[language][code]
      expect(told.length, code).toBe(3)
      for (const sentence of told) {
        expect(sentence.trim().length, code).toBeGreaterThan(3)
        for (const [, name] of sentence.matchAll(/\{(\w+)\}/g))
          expect(FIELDS.has(name!), `${code} {${name}}`).toBe(true)
        expect(/[\u4e00-\u9fff]/.test(sentence), `${code}: ${sentence}`).toBe(language === 'zh')
      }
    }
  },
)

test('I16 both languages show the same figures of a problem', () => {
  const namesIn = (told: readonly string[]) => [...new Set(told.join(' ').match(/\{\w+\}/g))].sort()
  for (const code of CODES) expect(namesIn(SENTENCES.zh[code]), code).toEqual(namesIn(SENTENCES.en[code]))
})

test('I16 a suggestion nobody has leaves its clause out', () => {
  const bare = aProblem('cases.csv', 'not-a-day', { row: 2, column: 'reportedAt', seen: '昨天' })
  expect(toldOf(bare, 'en')[2]).toBe('Write it like 2022-05-27.')
  expect(toldOf(bare, 'zh')[2]).toBe('请写成 2022-05-27 的样子。')
  expect(toldOf({ ...bare, suggestion: '2022-05-26' }, 'en')[2]).toContain('Suggestion: 2022-05-26.')
})

test('I16 figures of many rows stand in the sentence', () => {
  const detail = { count: 472, areaM2: 2_405_909, pairs: [] }
  const problem = aProblem('places.geojson', 'siblings-overlap', { detail })
  expect(sentenceOf(problem, 'en')).toContain('Places of one kind overlap (pairs: 472), 2.41 km² in all.')
  expect(sentenceOf(problem, 'zh')).toContain('有 472 对同级辖区相互重叠，共 2.41 km²。')
})

test('I16 one row is one row', () => {
  const rowsOf = (count: number) =>
    sentenceOf(
      aProblem('cases.csv', 'place-by-name', {
        column: 'place',
        seen: '西村',
        detail: { count, areaM2: null, pairs: [] },
      }),
      'en',
    )
  expect(rowsOf(1)).toContain('(1 row)')
  expect(rowsOf(12)).toContain('(12 rows)')
})

test('I16 one cell is one cell', () => {
  const detail = { count: 1, areaM2: null, pairs: [] }
  const problem = aProblem('cases.csv', 'year-answered', {
    ...{ column: 'reportedAt', seen: '7月6日', suggestion: '2022-07-06', detail },
  })
  expect(sentenceOf(problem, 'en')).toContain('(1 cell)')
})
