import { describe, expect, test } from 'vitest'
import type { AssessAnswer, DeadlineAnswer, ZoneAnswer } from '#geo'
import { deadlineRows, heldRows, termRows, testsDue } from '../../../src/views/checks/rule-tables'

const aLimit = (over: Partial<DeadlineAnswer>): DeadlineAnswer => ({
  ...{ id: 'report', zh: '报告', en: 'Report', about: 'C1', startedAt: '2022-05-27T08:00:00+08:00' },
  ...{ dueAt: '2022-05-27T10:00:00+08:00', doneAt: null, state: 'running' },
  ...over,
})
const aZone = (over: Partial<ZoneAnswer>): ZoneAnswer => ({
  ...{ id: 'Z1', name: '甲', level: 'sealed', since: '2022-05-20', designatedAt: '2022-05-20' },
  ...{ enclosedBy: null, policy: null, transitions: [], forecast: [] },
  ...over,
})
const anAnswer = (zones: readonly ZoneAnswer[], over: Partial<AssessAnswer> = {}): AssessAnswer => ({
  ...{ schema: 'cordon-assess/1', asOf: '2022-05-27T09:00:00+08:00', known: null, policy: null },
  outside: null,
  ...{ zones, places: [] },
  ...over,
})

describe('what the rules ask in time', () => {
  test('limits that run come soonest first, past ones longest over first; unknown ones are only counted', () => {
    const { running, over, unknown } = deadlineRows(
      anAnswer([
        aZone({
          deadlines: [
            aLimit({ about: 'later', dueAt: '2022-05-27T20:00:00+08:00' }),
            aLimit({ about: 'soon' }),
            aLimit({ about: 'short', dueAt: '2022-05-27T08:30:00+08:00', state: 'over' }),
            aLimit({ about: 'long', dueAt: '2022-05-26T08:00:00+08:00', state: 'over' }),
            aLimit({ about: 'kept', state: 'done', doneAt: '2022-05-27T08:10:00+08:00' }),
            aLimit({ about: 'dark', state: 'unknown' }),
          ],
        }),
      ]),
    )
    expect(running.map(({ deadline, spanMs }) => [deadline.about, spanMs / 3_600_000])).toEqual([
      ['soon', 1],
      ['later', 11],
    ])
    expect(over.map(({ deadline, spanMs }) => [deadline.about, spanMs / 3_600_000])).toEqual([
      ['long', -25],
      ['short', -0.5],
    ])
    expect(unknown).toBe(1)
  })

  test('what was done late is late by when it was done, not by now', () => {
    const late = aLimit({ state: 'doneLate', doneAt: '2022-05-27T10:30:00+08:00' })
    const [row] = deadlineRows(
      anAnswer([aZone({ deadlines: [late] })], { asOf: '2022-05-28T09:00:00+08:00' }),
    ).over
    expect(row!.spanMs).toBe(-30 * 60_000)
  })

  test('tests of the day stand with the open ones first', () => {
    const test = (day: string, done: boolean | null) => ({ kind: 'pcr' as const, dayNumber: 1, day, done })
    const due = testsDue(
      anAnswer([
        aZone({ id: 'A', schedule: [test('2022-05-27', true), test('2022-05-28', null)] }),
        aZone({ id: 'B', schedule: [test('2022-05-27', null)] }),
      ]),
      '2022-05-27',
    )
    expect(due.map(({ zone }) => zone)).toEqual(['B', 'A'])
  })

  test('zones held longest come first, terms by their end', () => {
    const held = (zone: string, days: number) => ({
      ...{ zone, transition: 'unseal', nationalAt: '2022-05-26', localAt: null, days },
    })
    expect(
      heldRows(anAnswer([], { heldLonger: [held('A', 1), held('B', 3)] })).map(({ zone }) => zone),
    ).toEqual(['B', 'A'])
    expect(heldRows(anAnswer([]))).toEqual([])
    const zones = [
      aZone({ id: 'A', expiresAt: '2022-05-29T08:00:00+08:00' }),
      aZone({ id: 'B', expiresAt: '2022-05-28T08:00:00+08:00' }),
      aZone({ id: 'C' }),
    ]
    expect(termRows(anAnswer(zones)).map(({ id }) => id)).toEqual(['B', 'A'])
  })
})
