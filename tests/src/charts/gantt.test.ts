import { describe, expect, test } from 'vitest'
import { startOfDay } from '#geo'
import { dayHead, layOutGantt } from '../../../src/charts/gantt'
import { aSurvey } from '../../helpers/a-survey'

const size = { width: 1000, rowHeight: 15.4, tail: 3 }
const layout = layOutGantt(aSurvey, new Map(), size)

describe('zone timeline of the desk', () => {
  test('V20 one row a zone, in the order of the survey', () => {
    expect(layout.rows.map(({ zone }) => zone.id)).toEqual(aSurvey.zones.map(({ id }) => id))
  })

  test('V21 the day columns tile the width and hold the shown day once', () => {
    const last = layout.days.at(-1)!
    expect(last.x + last.width).toBeCloseTo(size.width, 6)
    expect(layout.days.filter(({ today }) => today).map(({ day }) => day)).toEqual([aSurvey.day])
    const midnight = layOutGantt({ ...aSurvey, asOf: '2022-05-27T00:00:00+08:00' }, new Map(), size)
    expect(midnight.days.find(({ today }) => today)!.day, 'midnight is 24:00 of the day before').toBe(
      '2022-05-26',
    )
  })

  test('V22 the instant under a position is the inverse of the position', () => {
    const today = layout.days.find((day) => day.today)!
    expect(layout.instantAt(today.x)).toBe(startOfDay(aSurvey.timezone, aSurvey.day))
    expect(layout.instantAt(layout.nowX)).toBe(Date.parse(aSurvey.asOf))
  })

  test('V23 no date of change is drawn before the shown hour, and every bar ends by it or at its own end', () => {
    for (const row of layout.rows) {
      if (row.changeX !== null) expect(row.changeX).toBeGreaterThanOrEqual(layout.nowX)
      for (const bar of row.bars) expect(bar.x + bar.width).toBeLessThanOrEqual(layout.nowX + 1.01)
    }
  })

  test.each(['0001-05-13', '1922-05-13'])('S31 a stay since %s does not stretch the axis', (from) => {
    const [zone, ...others] = aSurvey.zones
    const stays = [{ ...zone!.stays[0]!, from, to: null }]
    const date = '9999-12-31'
    const outside = { from: '2021-04-08', to: '2023-06-17', count: 2, times: [] }
    const survey = { ...aSurvey, outside, zones: [{ ...zone!, stays, date }, ...others] }
    const stretched = layOutGantt(survey, new Map(), size)
    expect(stretched.days.length).toBeLessThanOrEqual(801 + 1 + size.tail)
    const [row] = stretched.rows
    for (const x of [row!.bars[0]!.x, row!.bars[0]!.x + row!.bars[0]!.width, row!.changeX!]) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(size.width)
    }
  })

  test('V24 the national day is marked only where it would have come earlier', () => {
    const zone = aSurvey.zones.find(({ date }) => date !== null)!
    const marked = (day: string): number | null =>
      layOutGantt(aSurvey, new Map([[zone.id, day]]), size).rows.find((row) => row.zone.id === zone.id)!
        .nationalX
    expect(marked('2022-05-20')).not.toBeNull()
    expect(marked('2023-01-01')).toBeNull()
  })

  test('V24 of a zone without a date it is marked once it has passed', () => {
    const [first, ...rest] = aSurvey.zones
    const undated = { ...aSurvey, zones: [{ ...first!, date: null }, ...rest] }
    const marked = (day: string): number | null =>
      layOutGantt(undated, new Map([[first!.id, day]]), size).rows[0]!.nationalX
    expect(marked('2022-05-26')).not.toBeNull()
    expect(marked('2022-05-29')).toBeNull()
    expect(layOutGantt(undated, new Map(), size).rows[0]!.changeX).toBeNull()
  })

  test('V25 a zone that was reshaped at the same level has no past; one that changed its level has', () => {
    const [first] = aSurvey.zones
    const stay = (level: string, from: string, to: string | null) => ({
      ...first!.stays[0]!,
      level,
      from,
      to,
    })
    const current = (...levels: string[]): boolean[] => {
      const stays = levels.map((level, i) =>
        stay(
          level,
          `2022-05-1${i}T00:00:00+08:00`,
          i + 1 < levels.length ? `2022-05-1${i + 1}T00:00:00+08:00` : null,
        ),
      )
      return layOutGantt({ ...aSurvey, zones: [{ ...first!, stays }] }, new Map(), size).rows[0]!.bars.map(
        (bar) => bar.current,
      )
    }
    expect(current('sealed', 'sealed')).toEqual([true, true])
    expect(current('sealed', 'controlled', 'controlled')).toEqual([false, true, true])
    expect(current('sealed', 'controlled', 'sealed')).toEqual([false, false, true])
  })
})

test('above a day where a month begins stands the month, in English its name', () => {
  const first = { day: '2022-06-01', x: 0, width: 20, weekend: false, today: false, label: '6/1' }
  expect([dayHead(first, 'zh'), dayHead(first, 'en')]).toEqual(['6/1', 'Jun'])
  expect(dayHead({ ...first, day: '2022-06-02', label: '2' }, 'en')).toBe('2')
})
