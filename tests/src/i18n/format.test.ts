import { describe, expect, test } from 'vitest'
import {
  formatArea,
  formatAsOf,
  formatCount,
  formatDayRange,
  formatDelta,
  formatFullAsOf,
  formatFullMoment,
  formatHoursUntil,
  formatMoment,
  formatNear,
  formatPercent,
  formatShare,
  formatShortDay,
  formatWeekday,
  formatWholeDay,
  lastDayWord,
} from '../../../src/i18n/format'
import { createTranslator, messagesOf } from '../../../src/i18n/index'
import { formatPackMoment } from '../../../src/i18n/machine-time'
import { sharedOut } from '../../../src/i18n/shared-out'

const ASOF = '2022-05-27T14:00:00+08:00'

describe('one figure has one word', () => {
  test.each(['zh', 'en'] as const)('the places of a zone and of a place in %s', (locale) => {
    const { inspector, place } = messagesOf(locale).desk as unknown as Record<string, { places: string }>
    expect(inspector!.places).toBe(place!.places)
  })
})

describe('V10 figures', () => {
  test('thousands, true minus, unknown is a dash and zero is 0', () => {
    expect([614000, 0, -86, null].map(formatCount)).toEqual(['614,000', '0', '−86', '—'])
    expect([36, -86, 0, null].map(formatDelta)).toEqual(['+36', '−86', '0', '—'])
  })

  test('a share keeps one decimal and reads 100.0 only when it is whole', () => {
    expect([0.678, 1, 0.9999, 0, null].map(formatShare)).toEqual(['67.8', '100.0', '99.9', '0.0', '—'])
    expect(formatPercent(null)).toBe('—')
  })

  test('areas have two decimals', () => {
    expect(formatArea(224_310_000)).toBe('224.31')
    expect(formatArea(2_255_728_000)).toBe('2,255.73')
    expect(formatArea(null)).toBe('—')
  })

  test('parts rounded together add up to the rounded whole, unknown parts take no share', () => {
    const parts = [2.686, 12.588, 82.092, 126.944]
    const rounded = sharedOut(224.31, parts, 2) as number[]
    expect(rounded.reduce((sum, part) => sum + part, 0)).toBeCloseTo(224.31, 9)
    rounded.forEach((part, i) => {
      expect(Math.abs(part - parts[i]!)).toBeLessThan(0.01)
    })
    expect(sharedOut(3, [1.5, null, 1.5], 0)).toEqual([2, null, 1])
    expect(sharedOut(7500, [4000, null, 3500], 0)).toEqual([4000, null, 3500])
    expect(sharedOut(9000, [4000, null, 3500], 0)).toEqual([4000, null, 3500])
    expect(sharedOut(1, [1.4, 1.2, 0], 0)).toEqual([1, 0, 0])
    expect(sharedOut(12.83, [4.277, 4.277, 4.277], 2)).toEqual([4.28, 4.28, 4.27])
  })
})

describe('V11 days and times', () => {
  test.each([
    [formatShortDay(ASOF, 'zh'), '5/27'],
    [formatShortDay(ASOF, 'en'), '27 May'],
    [formatMoment(ASOF, 'zh'), '5月27日 14:00'],
    [formatMoment('2022-05-27', 'zh'), '5月27日'],
    [formatFullMoment(ASOF, 'zh'), '2022年5月27日 14:00'],
    [formatFullMoment(ASOF, 'en'), '27 May 2022, 14:00'],
    [formatWeekday(ASOF, 'zh'), '星期五'],
    [formatHoursUntil(ASOF, 'zh'), '0—14时'],
    [formatHoursUntil('2022-05-27T14:30:00+08:00', 'zh'), '0时—14:30'],
    [formatHoursUntil('2022-05-27T00:00:00+08:00', 'zh'), '0—24时'],
    [formatHoursUntil('2022-05-27T00:00:00+08:00', 'en'), '00:00–24:00'],
    [formatAsOf('2022-05-27T00:00:00+08:00', 'zh'), '5月26日 24:00'],
    [formatAsOf('2022-05-01T00:00:00+08:00', 'en'), '30 Apr, 24:00'],
    [formatFullAsOf('2022-01-01T00:00:00+08:00', 'zh'), '2021年12月31日 24:00'],
    [formatAsOf(ASOF, 'zh'), '5月27日 14:00'],
    [formatAsOf('2022-05-27', 'zh'), '5月27日'],
    [lastDayWord('2022-05-26', '2022-05-27', 'zh'), '昨日'],
    [lastDayWord('2022-05-26', '2022-05-26', 'en'), 'on 26 May'],
    [lastDayWord('2022-05-26', '2022-05-26', 'zh'), '5月26日'],
    [formatWholeDay('2022-05-26', 'zh'), '5月26日 0—24时'],
    [formatNear('2022-05-27T18:00:00+08:00', '2022-05-27', 'zh'), '今日 18:00'],
    [formatNear('2022-05-28T08:00:00+08:00', '2022-05-27', 'zh'), '5/28'],
    [formatNear(null, '2022-05-27', 'en'), '—'],
    [formatDayRange('2022-05-13', '2022-05-14', 'zh'), '5/13–5/14'],
    [formatDayRange('2022-05-30', '2022-06-02', 'en'), '30 May–2 Jun'],
    [formatDayRange('2022-05-13', '2022-05-14', 'en'), '13–14 May'],
    [formatDayRange('2022-05-23', '2022-05-23', 'zh'), '5/23'],
  ])('%s', (seen, wanted) => {
    expect(seen).toBe(wanted)
  })

  test('an instant is printed by the clock of its own zone, whatever the zone of the machine', () => {
    expect(formatMoment('2022-01-01T00:30:00+08:00', 'zh')).toBe('1月1日 00:30')
  })
})

describe('V12 words', () => {
  const keysOf = (node: unknown, path = ''): string[] =>
    typeof node === 'string'
      ? [path]
      : Object.entries(node as object).flatMap(([key, value]) => keysOf(value, path ? `${path}.${key}` : key))

  test('both languages have the same messages in every area', () => {
    const [zh, en] = [keysOf(messagesOf('zh')).sort(), keysOf(messagesOf('en')).sort()]
    expect(zh.length).toBeGreaterThan(100)
    expect(en).toEqual(zh)
  })

  test('a message asks for the same figures in both languages, or for fewer in English', () => {
    const texts = (node: unknown, path = ''): [string, string][] =>
      typeof node === 'string'
        ? [[path, node]]
        : Object.entries(node as object).flatMap(([key, value]) => texts(value, `${path}.${key}`))
    const zh = new Map(texts(messagesOf('zh')))
    const figures = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
    for (const [path, text] of texts(messagesOf('en'))) {
      const known = figures(zh.get(path) ?? '')
      for (const figure of figures(text))
        expect([path, known]).toEqual([path, expect.arrayContaining([figure])])
    }
  })

  test('one of a thing is said in the singular, also where the figure is printed with separators', () => {
    const { t } = createTranslator('en').global as unknown as {
      t: (key: string, named: Record<string, unknown>) => string
    }
    expect(t('desk.term.more', { n: 1 })).toBe('1 more limit open')
    expect(t('desk.term.more', { n: 2 })).toBe('2 more limits open')
    expect(t('drawing.figures.places', { n: '1', count: 1 })).toBe('1 compound')
    expect(t('drawing.figures.places', { n: '1,200', count: 1200 })).toBe('1,200 compounds')
    expect(t('drawing.figures.cases', { n: '0', count: 0 })).toBe('0 cases')
  })
})

test('when a picture was made is said by the clocks of its pack, whatever the machine has', () => {
  const at = Date.parse('2022-05-27T22:30Z')
  expect(formatPackMoment('Asia/Shanghai', at, 'zh')).toBe('2022年5月28日 06:30')
  expect(formatPackMoment('Europe/Vaduz', at, 'zh')).toBe('2022年5月28日 00:30')
})
