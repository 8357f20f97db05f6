import { describe, expect, test } from 'vitest'
import { readField, textOf } from '../../../src/import/cells/fields'
import { readDay, readTime } from '../../../src/import/cells/moments'
import { spellings } from '../../../src/import/headers/headers'
import type { FieldType } from '../../../src/records/field'
import { KINDS } from '../../../src/records/records'

const ZONE = 'Asia/Shanghai'
const read = (type: FieldType, seen: unknown) => readField({ name: 'f', type, synonyms: [] }, seen, ZONE)
const value = (type: FieldType, seen: unknown) => {
  const result = read(type, seen)
  return result.ok ? result.value : result.code
}

describe('times', () => {
  test.each([
    ['2022-05-27', '2022-05-27'],
    ['2022/5/7', '2022-05-07'],
    ['2022.5.27', '2022-05-27'],
    ['2022年5月27日', '2022-05-27'],
    ['２０２２－０５－２７', '2022-05-27'],
    ['20220527', '2022-05-27'],
  ])('I4 %s is a day', (seen, day) => {
    expect(readDay(seen)).toEqual({ ok: true, value: day })
    expect(readTime(ZONE, seen)).toEqual({
      ok: true,
      value: { at: Date.parse(`${day}T00:00:00+08:00`), isDay: true },
    })
  })

  test.each([
    ['2022-05-27T18:00', '2022-05-27T18:00:00+08:00'],
    ['2022/5/27 8:05', '2022-05-27T08:05:00+08:00'],
    ['2022年5月27日18时30分', '2022-05-27T18:30:00+08:00'],
    ['2022-05-27 24:00', '2022-05-28T00:00:00+08:00'],
    ['2022-05-27T18:00:30Z', '2022-05-27T18:00:30Z'],
  ])('I4 %s is an instant', (seen, instant) => {
    expect(readTime(ZONE, seen)).toEqual({ ok: true, value: { at: Date.parse(instant), isDay: false } })
  })

  test.each([
    ['2022-02-30', 'no-such-day', '2022-02-28'],
    ['2022-04-31', 'no-such-day', '2022-04-30'],
    ['2022-13-01', 'no-such-day', undefined],
    ['5月27日', 'no-year', undefined],
    ['5/27/2022', 'not-a-day', '2022-05-27'],
    ['44708', 'day-number', '2022-05-27'],
    ['昨天', 'not-a-day', undefined],
    ['2022-05-27 25:00', 'not-a-time', '2022-05-27'],
  ])('I4 %s is refused as %s, never moved to another day', (seen, code, suggestion) => {
    expect(readTime(ZONE, seen)).toEqual({ ok: false, code, seen, ...(suggestion ? { suggestion } : {}) })
  })
})

describe('counts', () => {
  test.each([
    ['0', 0],
    ['12', 12],
    ['1,234', 1234],
    ['１２', 12],
    [7, 7],
    ['', null],
    ['　', null],
    [null, null],
  ])('I5 %s is %s: empty is unknown, zero is zero', (seen, count) => {
    expect(value('count', seen)).toBe(count)
  })

  test.each([
    ['400余', 'approximate-count', '400'],
    ['400+', 'approximate-count', '400'],
    ['x', 'withheld-count', undefined],
    ['_', 'withheld-count', undefined],
    ['-3', 'negative', undefined],
    ['2.5', 'not-a-count', undefined],
    ['十二', 'not-a-count', undefined],
  ])('I5 %s in a count is refused as %s', (seen, code, suggestion) => {
    const result = read('count', seen)
    expect(result.ok ? null : [result.code, result.suggestion]).toEqual([code, suggestion])
  })

  test.each([
    ['0', '0'],
    ['400余', '400+'],
    ['400+', '400+'],
    ['X', 'x'],
    ['＿', 'x'],
    ['24人', '24'],
    ['1,024人次', '1024'],
    ['约40', '约40'],
    ['约４０人', '约40'],
    ['40人左右', '约40'],
    ['40余人', '40+'],
    ['超过40人', '40+'],
    ['—', '—'],
    ['正常', '正常'],
  ])('I5 %s in a report is kept as %s', (seen, kept) => {
    expect(value('report', seen)).toBe(kept)
  })
})

describe('words, flags, lists', () => {
  test('I6 a value outside a closed list is refused with the possible ones', () => {
    const field = {
      name: 'kind',
      type: 'text' as const,
      synonyms: [],
      values: { close: ['密接'], casual: [] },
    }
    expect(readField(field, '密接', ZONE)).toEqual({ ok: true, value: 'close' })
    expect(readField(field, ' Close ', ZONE)).toEqual({ ok: true, value: 'close' })
    expect(readField(field, '远亲', ZONE)).toEqual({
      ok: false,
      code: 'not-in-list',
      seen: '远亲',
      suggestion: 'close | casual',
    })
  })

  test.each([
    ['是', true],
    ['0', false],
    [true, true],
    ['也许', 'not-a-flag'],
  ])('I6 %s as a flag is %s', (seen, flag) => {
    expect(value('flag', seen)).toBe(flag)
  })

  test.each([
    ['a；b, c', 'a;b;c'],
    [['a', 'b'], 'a;b'],
    [[], null],
    [[{}], 'not-text'],
  ])('I6 the list %j', (seen, list) => {
    expect(value('list', seen)).toBe(list)
  })

  test.each([
    ['同意', 'given'],
    ['批准', 'given'],
    ['不同意', 'declined'],
    ['驳回', 'declined'],
    ['否决', 'declined'],
    ['不通过', 'declined'],
    ['不批准', 'declined'],
  ])('I6 the decision %s is %s', (seen, decision) => {
    const field = KINDS.find(({ list }) => list === 'transitions')!.fields.find(
      ({ name }) => name === 'decision',
    )!
    expect(readField(field, seen, ZONE)).toEqual({ ok: true, value: decision })
  })

  test('I6 outer spaces go, inner full-width ones stay', () => {
    expect(textOf('　東區　裕農路 ')).toBe('東區　裕農路')
  })
})

test.each([
  ['报告日期（年月日）', '报告日期'],
  ['Reported At', 'reportedat'],
  ['reported_at', 'reportedat'],
  ['ＬＮＧ', 'lng'],
  [' 经 度 ', '经度'],
])('I3 the header %s is compared as %s', (header, folded) => {
  expect(spellings(header)).toContain(folded)
})
