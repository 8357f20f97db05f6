import { expect, test } from 'vitest'
import { statementDraft } from '../../../src/operations/lists/state-list'

const SHANGHAI = 'Asia/Shanghai'
const of = (isDistrict: boolean, until: string) =>
  statementDraft({ list: 'cases', source: 'a.csv', isDistrict, until }, SHANGHAI)

test('L71 a statement says a ground, a time or both; one that says neither, or no time, is none', () => {
  const said = { type: 'list.stated@1', list: 'cases', source: 'a.csv', because: null }
  expect(of(true, '')).toEqual({ ...said, ground: 'district', until: null })
  expect(of(false, '2022-05-27T14:00')).toEqual({ ...said, ground: null, until: '2022-05-27T14:00' })
  expect(of(true, ' 2022-05-27 ')).toEqual({ ...said, ground: 'district', until: '2022-05-27' })
  expect(of(false, ' ')).toBeNull()
  expect(of(true, '昨天')).toBeNull()
})
