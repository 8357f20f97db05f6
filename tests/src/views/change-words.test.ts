import { expect, test } from 'vitest'
import { KINDS } from '../../../src/records/records'
import { columnWord, valueWord } from '../../../src/views/import/change-words'
import { rowList } from '../../../src/views/import/problem-groups'

test('I16 a changed column and a word of a closed list are in the language of the page', () => {
  const kind = { list: 'cases', column: 'kind' }
  expect([columnWord(kind, 'zh'), columnWord(kind, 'en')]).toEqual(['类型', 'Kind'])
  expect([valueWord(kind, 'asymptomatic', 'zh'), valueWord(kind, 'asymptomatic', 'en')]).toEqual([
    '无症状',
    'asymptomatic',
  ])
  expect(columnWord({ list: 'cases', column: 'reportedAt' }, 'zh')).toBe('报告日期')
  expect(columnWord({ list: 'cases', column: 'lng' }, 'zh')).toBe('经度')
  expect(columnWord({ list: 'cases', column: '颜色' }, 'zh')).toBe('颜色')
  expect(valueWord({ list: 'cases', column: 'place' }, 'V1', 'zh')).toBe('V1')
})

test('every column with a heading of its own has a Chinese one', () => {
  const left = KINDS.flatMap(({ list, fields }) =>
    fields
      .filter(({ name }) => columnWord({ list, column: name }, 'zh') === name)
      .map(({ name }) => `${list}.${name}`),
  )
  expect(left).toEqual(
    KINDS.flatMap(({ list, fields }) =>
      fields.filter(({ synonyms }) => synonyms.length === 0).map(({ name }) => `${list}.${name}`),
    ),
  )
})

test('rows are listed with the signs of the language', () => {
  expect([rowList([8, 9, 12, 40], 'zh'), rowList([8, 9], 'en')]).toEqual([
    { shown: '8、9、12', more: 1 },
    { shown: '8, 9', more: 0 },
  ])
})
