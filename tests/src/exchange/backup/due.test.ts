import { expect, test } from 'vitest'
import { backupDue } from '../../../../src/exchange/backup/due'

const at = (text: string): number => Date.parse(`${text}+08:00`)
const due = (last: string | null, act: string | null): number | null =>
  backupDue({
    last: last === null ? null : at(last),
    act: act === null ? null : at(act),
    everyHours: 4,
    timezone: 'Asia/Shanghai',
  })

test('X65 a backup is due with the first act of a day and so many hours after the last with acts since; with nothing new none is', () => {
  expect(due(null, null)).toBeNull()
  expect(due('2022-05-28T08:00:00', null)).toBeNull()
  expect(due(null, '2022-05-28T08:00:00')).toBe(at('2022-05-28T08:00:00'))
  expect(due('2022-05-28T08:00:00', '2022-05-28T08:10:00')).toBe(at('2022-05-28T12:00:00'))
  expect(due('2022-05-28T08:00:00', '2022-05-28T15:10:00')).toBe(at('2022-05-28T15:10:00'))
  expect(due('2022-05-28T23:59:00', '2022-05-29T00:01:00')).toBe(at('2022-05-29T00:01:00'))
  // what another machine recorded before, and came after, counts from when it can have come
  expect(due('2022-05-28T08:00:00', '2022-05-20T08:10:00')).toBe(at('2022-05-28T12:00:00'))
})
