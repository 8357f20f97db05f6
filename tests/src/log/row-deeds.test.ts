import { describe, expect, test } from 'vitest'
import { assess, formatInstant, readAsOf } from '#geo'
import type { Body, LogEvent } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import { undoDrafts } from '../../../src/log/undo'
import { aDay, aTime, LogPen } from '../../helpers/log'
import { onePolicy } from '../../helpers/policies'

const square = (lon: number) => [
  [Float64Array.from([lon, 34, lon + 0.02, 34, lon + 0.02, 34.02, lon, 34.02, lon, 34])],
]

/** Two villages, each a sealed zone, and one case of which only the report is known. */
function aLog(): LogPen {
  const pen = new LogPen()
  const when = { id: 'noNewCase', days: { since: { event: 'case' }, gte: 7 }, ifMissing: true }
  pen.say({ type: 'policy.adopted@1', policy: onePolicy(when) })
  pen.bring('places', [
    { code: 'T', name: '召陵镇', kind: 'town' },
    { code: 'V1', name: '东村', kind: 'village', parent: 'T', shape: square(113) },
    { code: 'V2', name: '西村', kind: 'village', parent: 'T', shape: square(113.02) },
    { code: 'V3', name: '外村', kind: 'village', parent: 'T', shape: square(113.04) },
  ])
  const zone = { level: 'sealed', from: aDay('2022-05-01'), policy: 'test-one' }
  pen.bring('zones', [
    { id: 'A', members: 'V1', ...zone },
    { id: 'B', members: 'V2', ...zone },
  ])
  pen.bring('cases', [
    { id: 'C1', reportedAt: aTime('2022-05-19T10:00:00+08:00'), kind: 'confirmed', lng: 0, lat: 0 },
    { id: 'C2', reportedAt: aTime('2022-05-03T10:00:00+08:00'), kind: 'confirmed', place: 'V3' },
  ])
  return pen
}

const registerOf = (pen: LogPen, known: number | null = null) =>
  fold(pen.events, pen.blocks, { known, learned: 'fromTheBeginning' })

function seen(pen: LogPen): { states: string; unplaced: readonly object[]; unapplied: string[] } {
  const facts = registerOf(pen)
  const { zones, unplaced } = assess(facts, { asOf: readAsOf('Asia/Shanghai', '2022-05-20T12:00')! })
  return {
    states: zones.map(({ id, transitions }) => `${id} ${transitions[0]!.state}`).join(', '),
    unplaced: unplaced!,
    unapplied: facts.unapplied.map(({ code }) => code),
  }
}

const rows = [{ file: 'cases.csv', row: 1 }]
const nothing = { place: null, zone: null, position: null, at: null, because: null }
const located = (over: object): Body => ({ type: 'case.located@1', rows, ...nothing, ...over }) as Body
const ruledOut = (over: object = {}): Body =>
  ({
    ...{ type: 'case.ruledOut@1', rows, kind: 'notInAnyZone', of: null, role: 'epidemiologist' },
    ...{ because: '流调核实在区外', ...over },
  }) as Body

describe('ending an unplaced row', () => {
  test('L31 placed by place, zone or position; undo brings it back', () => {
    const HELD = 'A unknown, B unknown'
    for (const [over, states] of [
      [{ place: 'V1' }, 'A blocked, B due'],
      [{ zone: 'B' }, 'A due, B blocked'],
      [{ position: [113.05, 34.01] }, 'A due, B due'],
    ] as const) {
      const pen = aLog()
      expect(seen(pen).states).toBe(HELD)
      pen.say(located(over))
      expect(seen(pen)).toMatchObject({ states, unplaced: [], unapplied: [] })
      pen.say(...undoDrafts(pen.events, pen.device))
      expect(seen(pen).states).toBe(HELD)
    }
  })

  test('L31 narrowed to a place it holds only what lies in that', () => {
    const pen = aLog()
    pen.say({ type: 'case.narrowed@1', rows, place: 'V2', because: '“在西村”' })
    expect(seen(pen).states).toBe('A due, B blocked')
    pen.say({ type: 'case.narrowed@1', rows, place: 'T', because: null })
    expect(seen(pen).states).toBe('A unknown, B unknown')
  })

  test('L31 a time that is told takes the place of one that is not', () => {
    const pen = aLog()
    pen.bring('cases', [{ id: 'C3', kind: 'confirmed', place: 'V1' }], 'more.csv')
    pen.say(located({ place: 'V3' }))
    expect(seen(pen).states).toBe('A unknown, B due')
    pen.say({ type: 'case.located@1', rows: [{ file: 'more.csv', row: 1 }], ...nothing, at: '2022-05-02' })
    expect(seen(pen)).toMatchObject({ states: 'A due, B due', unplaced: [] })
  })

  test('L31 the time told of a round is that of what it leaves open, its beginning or both ends', () => {
    const end = aTime('2022-05-18T20:00:00+08:00')
    for (const [given, times] of [
      [{ finishedAt: end }, ['2022-05-18T08:00:00+08:00', '2022-05-18T20:00:00+08:00']],
      [{}, ['2022-05-18T08:00:00+08:00', '2022-05-18T08:00:00+08:00']],
      [{ startedAt: aTime('2032-05-18T08:00:00+08:00') }, ['2022-05-18T08:00:00+08:00', null]],
    ] as const) {
      const pen = aLog()
      pen.bring('rounds', [{ zone: 'A', result: 'positive', ...given }])
      expect(seen(pen).unplaced).toHaveLength(2)
      pen.say({
        ...{ type: 'round.located@1', rows: [{ file: 'rounds.csv', row: 1 }] },
        ...{ ...nothing, at: '2022-05-18T08:00:00+08:00' },
      })
      const [round] = registerOf(pen).rounds
      const zone = 'Asia/Shanghai'
      const ends = [round!.startedAt, round!.finishedAt].map((one) => one && formatInstant(zone, one.at))
      expect(ends).toEqual(times)
      expect(seen(pen).unplaced).toHaveLength(1)
    }
  })

  test('L32 ruled out by a named person with a reason it holds nothing and stays listed; placed later it counts', () => {
    const pen = aLog()
    const [event] = pen.say(ruledOut()) as [LogEvent]
    expect(seen(pen)).toMatchObject({
      states: 'A due, B due',
      unplaced: [
        {
          id: 'C1',
          holds: [],
          ruledOut: {
            ...{ kind: 'notInAnyZone', by: '林', role: 'epidemiologist', reason: '流调核实在区外' },
            ...{ event: event.id, at: formatInstant('Asia/Shanghai', event.recordedAt) },
          },
        },
      ],
    })
    pen.say(located({ place: 'V1' }))
    expect(seen(pen)).toMatchObject({ states: 'A blocked, B due', unplaced: [] })
  })

  test('L32 one without reason, name, kind or the row it repeats is not applied', () => {
    for (const over of [{ kind: 'ignored' }, { role: 'clerk' }]) {
      const pen = aLog()
      pen.say(ruledOut(over))
      expect(seen(pen)).toMatchObject({ states: 'A unknown, B unknown', unapplied: [] })
      expect(registerOf(pen).setAside).toMatchObject([{ code: 'not-valid', part: Object.keys(over)[0] }])
    }
    for (const over of [{ because: ' ' }, { kind: 'duplicateOf' }, { rows: [] }]) {
      const pen = aLog()
      pen.say(ruledOut(over))
      expect(seen(pen), JSON.stringify(over)).toMatchObject({
        ...{ states: 'A unknown, B unknown', unapplied: ['not-a-value'] },
      })
    }
    const pen = aLog()
    pen.say(
      located({}),
      located({ at: 'gestern' }),
      located({ rows: [{ file: 'x.csv', row: 1 }], place: 'V1' }),
    )
    expect(seen(pen).unapplied).toEqual(['not-a-value', 'not-a-value', 'no-such-row'])
  })

  test('L33 a refused row ends when its file comes again without it, or by ruling out', () => {
    const refused = (list: readonly number[]): Body => ({
      ...{ type: 'rows.refused@1', list: 'cases', source: 'cases.csv' },
      refused: list.map((row) => ({ row, why: 'no-such-day' })),
    })
    const pen = aLog()
    pen.say(located({ place: 'V3' }), refused([7, 8]))
    expect(seen(pen)).toMatchObject({
      states: 'A unknown, B unknown',
      unplaced: [{ row: 7, why: 'no-such-day', refused: true }, { row: 8 }],
    })
    pen.say(ruledOut({ rows: [{ file: 'cases.csv', row: 7 }], kind: 'duplicateOf', of: 'C2' }))
    pen.say({ type: 'case.narrowed@1', rows: [{ file: 'cases.csv', row: 8 }], place: 'V2', because: null })
    expect(seen(pen)).toMatchObject({ states: 'A due, B unknown' })
    pen.say(refused([8]))
    expect(seen(pen)).toMatchObject({ states: 'A due, B unknown', unplaced: [{ row: 8, near: ['V2'] }] })
    pen.say(refused([]))
    expect(seen(pen)).toMatchObject({ states: 'A due, B due', unplaced: [] })
  })
})

describe('ruling out a refused row of zones or steps', () => {
  const lifted = {
    ...{ zones: { within: 'county', levels: ['sealed'], eq: 0 }, id: 'othersLifted' },
  }
  /** A controlled zone that waits for sealed ones, and two rows of zones that were refused. */
  function aWaitingZone(): LogPen {
    const pen = new LogPen()
    pen.say({ type: 'policy.adopted@1', policy: onePolicy(lifted) })
    pen.bring('places', [{ code: 'V1', name: '东村', kind: 'village', shape: square(113) }])
    pen.bring('zones', [
      { id: 'C', members: 'V1', level: 'controlled', from: aDay('2022-05-01'), policy: 'test-one' },
    ])
    refuse(pen, [2, 3])
    return pen
  }
  const refuse = (pen: LogPen, lines: readonly number[], why = 'not-a-day') =>
    pen.say({
      ...{ type: 'rows.refused@1', list: 'zones', source: 'zones.csv' },
      refused: lines.map((row) => ({ row, why })),
    })
  const ruling = (lines: readonly number[], over: object = {}): Body =>
    ({
      ...{ type: 'stay.ruledOut@1', kind: 'enteredByMistake', of: null, role: 'approver' },
      ...{ rows: lines.map((row) => ({ file: 'zones.csv', row })), because: '表尾的合计行', ...over },
    }) as Body
  const open = (pen: LogPen) => seen(pen).unplaced.filter((row) => !('ruledOut' in row && row.ruledOut))

  test('L32 each of them holds until it is ruled out by name and reason; undo brings it back', () => {
    const pen = aWaitingZone()
    expect(seen(pen).states).toBe('C unknown')
    expect(open(pen)).toMatchObject([
      {
        list: 'zones',
        file: 'zones.csv',
        row: 2,
        refused: true,
        holds: [{ zone: 'C' }, { leaf: 'stricterInside' }],
      },
      { row: 3 },
    ])
    pen.say(ruling([2]))
    expect(seen(pen).states).toBe('C unknown')
    pen.say(ruling([3]))
    expect(seen(pen)).toMatchObject({ states: 'C due', unapplied: [] })
    expect(open(pen)).toEqual([])
    expect(seen(pen).unplaced).toMatchObject([
      { row: 2, holds: [], ruledOut: { kind: 'enteredByMistake', reason: '表尾的合计行' } },
      { row: 3 },
    ])
    pen.say(...undoDrafts(pen.events, pen.device))
    expect(seen(pen).states).toBe('C unknown')
  })

  test('L32 without a reason, or of a row that was never refused, nothing is ruled out', () => {
    const pen = aWaitingZone()
    pen.say(ruling([2, 3], { because: ' ' }))
    expect(seen(pen)).toMatchObject({ states: 'C unknown', unapplied: ['not-a-value'] })
    pen.say(ruling([9]))
    expect(seen(pen).unapplied).toEqual(['not-a-value', 'no-such-row'])
  })

  test('L32 a refused step is listed with the zone that it names until it is ruled out', () => {
    const pen = aWaitingZone()
    pen.say({
      ...{ type: 'rows.refused@1', list: 'transitions', source: 'steps.csv' },
      refused: [{ row: 1, why: 'not-in-list', zone: 'C', transition: null }],
    })
    expect(open(pen)[2]).toMatchObject({ list: 'transitions', file: 'steps.csv', row: 1, zones: ['C'] })
    pen.say({
      ...{ type: 'step.ruledOut@1', kind: 'duplicateOf', of: '第 2 行', role: 'approver' },
      ...{ rows: [{ file: 'steps.csv', row: 1 }], because: '同一签批抄了两遍' },
    } as Body)
    expect(open(pen)).toMatchObject([{ list: 'zones' }, { list: 'zones' }])
    expect(seen(pen).unapplied).toEqual([])
  })

  test('L32 refused again for the same cause it stays ruled out; for another cause it is another row', () => {
    const pen = aWaitingZone()
    pen.say(ruling([2, 3]))
    refuse(pen, [2, 3])
    expect(seen(pen).states).toBe('C due')
    refuse(pen, [2, 3], 'missing')
    expect(seen(pen).states).toBe('C unknown')
  })
})
