import { describe, expect, test } from 'vitest'
import type { AssessAnswer, DeadlineAnswer, ZoneAnswer } from '#geo'
import {
  earlyRows,
  otherwiseRows,
  type RecordWords,
  unclassifiedRows,
} from '../../../src/views/checks/record-rows'
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

describe('the record against its own rule', () => {
  const words: RecordWords = {
    ...{ zone: (id) => `区 ${id}`, move: (id) => id, level: (id) => id, kind: (kind) => kind },
    ...{ moment: (when) => when ?? '—', row: ({ file, row }) => `${file}:${row}`, count: String },
    ...{ hangsOnPeople: '待人工完成', joiner: '；', condition: 'zh' },
  }
  const condition = {
    id: 'days',
    zh: '满 7 天',
    en: '7 days',
  } as ZoneAnswer['transitions'][number]['conditions'][number]
  const zone = aZone({
    transitions: [{ id: 'lower', conditions: [condition] } as unknown as ZoneAnswer['transitions'][number]],
  })

  test('what was lowered early is listed with when the rule allowed it and what was open', () => {
    const early = { zone: 'Z1', transition: 'lower', to: 'controlled', at: '2022-05-20' }
    const rows = earlyRows(
      anAnswer([zone], {
        loweredEarly: [
          { ...early, eligibleAt: '2022-05-22', unmet: ['days'] },
          { ...early, eligibleAt: null, unmet: ['days', 'gone'] },
        ],
      }),
      words,
    )
    expect(rows).toEqual([
      ['区 Z1', 'lower → controlled', '2022-05-20', '2022-05-22', '满 7 天'],
      ['区 Z1', 'lower → controlled', '2022-05-20', '待人工完成', '满 7 天；gone'],
    ])
  })

  test('an order that the record contradicts names both rows; places that no rule classifies are counted by kind', () => {
    const answer = anAnswer([zone], {
      recordedOtherwise: [
        {
          ...{ zone: 'Z1', transition: 'lower', from: '2022-05-27', level: 'controlled', into: null },
          recorded: { level: 'sealed', file: 'zones.geojson', row: 3 },
          orderedBy: { file: 'transitions.csv', row: 8 },
        },
      ],
      unclassified: [{ kind: 'compound', places: 12 }],
    })
    expect(otherwiseRows(answer, words)).toEqual([
      ['区 Z1', 'controlled', '2022-05-27', 'transitions.csv:8', 'sealed · zones.geojson:3'],
    ])
    expect(unclassifiedRows(answer, words)).toEqual([['compound', '12']])
    expect([earlyRows(answer, words), unclassifiedRows(anAnswer([]), words)]).toEqual([[], []])
  })
})
