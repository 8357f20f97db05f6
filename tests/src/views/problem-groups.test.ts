import { expect, test } from 'vitest'
import { aProblem } from '../../../src/import/problem'
import { problemGroups, readingList } from '../../../src/views/import/problem-groups'

const read = (file: string, seen: string, suggestion: string, count: number) =>
  aProblem(file, 'place-by-name', {
    ...{ row: count, column: 'place', seen, suggestion },
    detail: { count, areaM2: null, pairs: [] },
  })

test('an import says every reading of a column, in each file its own, not the first alone', () => {
  const groups = problemGroups([
    read('a.csv', '西村', 'V11', 1),
    read('a.csv', '西村', 'V12', 4),
    read('a.csv', '东村', 'V13', 2),
    read('b.csv', '西村', 'V21', 3),
  ])
  expect(groups.map((group) => [group.file, readingList(group)])).toEqual([
    ['a.csv', { shown: ['西村 → V12 · 4', '东村 → V13 · 2', '西村 → V11 · 1'], more: 0 }],
    ['b.csv', { shown: ['西村'], more: 0 }],
  ])
})

test('readings beyond three are counted; what was seen nowhere has none', () => {
  const many = ['甲', '乙', '丙', '丁', '戊'].map((seen) => read('a.csv', seen, 'V1', 1))
  expect(readingList(problemGroups(many)[0]!)).toMatchObject({ more: 2 })
  expect(readingList(problemGroups([aProblem('a.csv', 'empty-file')])[0]!)).toEqual({ shown: [], more: 0 })
})
