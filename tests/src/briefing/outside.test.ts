import { expect, test } from 'vitest'
import { outsideLine } from '../../../src/briefing/outside'

const time = (list: string, first: string, last = first, count = 1) =>
  ({ list, field: 'at', count, first, last, file: 'a.csv', row: 1 }) as never
const outside = (...times: never[]) => ({
  from: '2021-04-08',
  to: '2023-06-17',
  count: times.length,
  times,
})

test('S32 the line under a chart says how many times lie outside it, of which lists and when', () => {
  const two = outside(time('cases', '2202-05-13T10:00:00+08:00'), time('zones', '9999-12-31'))
  expect(outsideLine(two, 'zh')).toBe('另有 2 条时间在图外：病例（2202年5月13日）、分区（9999年12月31日）')
  expect(outsideLine(two, 'en')).toBe(
    '2 more times lie outside the charts: cases (13 May 2202), zones (31 Dec 9999)',
  )
  expect(outsideLine(two, 'en', 'cases')).toBe('1 more time lies outside the charts: cases (13 May 2202)')
  expect(outsideLine(two, 'zh', 'rounds')).toBeNull()
})

test('S32 several of one list are one phrase, and of many lists three are named', () => {
  const many = outside(
    time('cases', '1922-05-13', '2202-05-13', 3),
    ...['checks', 'rounds', 'zones'].map((list) => time(list, '9999-12-31')),
  )
  expect(outsideLine(many, 'zh')).toBe(
    '另有 6 条时间在图外：病例 3 条（1922年5月13日至2202年5月13日）、查岗（9999年12月31日）、核酸轮次（9999年12月31日）等',
  )
  expect(outsideLine(outside(), 'zh')).toBeNull()
  expect(outsideLine(null, 'zh')).toBeNull()
})
