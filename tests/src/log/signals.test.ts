import { describe, expect, test } from 'vitest'
import type { Body } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import { handFault } from '../../../src/log/hand/hand-faults'
import type { SignalBody, SignalRecord } from '../../../src/log/hand/signal-body'
import { invalidPart } from '../../../src/log/outside/schema'
import { undoDrafts } from '../../../src/log/undo'
import { AUTHOR, aDay, aTime, aVillageLog, LogPen } from '../../helpers/log'

const NOW = Date.parse('2022-05-20T18:00:00+08:00')
const aSignal = (over: Partial<SignalRecord> = {}): Extract<SignalBody, { type: 'signal.reported@1' }> => ({
  type: 'signal.reported@1',
  signal: {
    ...{ kind: 'pooled', at: '2022-05-20T10:00:00+08:00', place: 'V1', position: null },
    ...{ tubes: 1, people: 10 },
    ...over,
  },
})
const decided = (
  signal: string,
  over: Partial<Extract<SignalBody, { type: 'signal.decided@1' }>> = {},
): Extract<SignalBody, { type: 'signal.decided@1' }> => ({
  ...{ type: 'signal.decided@1', signal, outcome: 'cleared', case: null },
  at: '2022-05-20T12:00:00+08:00',
  ...over,
})

const read = (pen: LogPen, known: number | null = null) => fold(pen.events, pen.blocks, { known })
const says = (pen: LogPen, body: Body): string => pen.say(body)[0]!.id

describe('L94 a signal is told, and what became of it', () => {
  test('it stands under the id of its event, with what was decided in the order of the log', () => {
    const pen = aVillageLog()
    const id = says(pen, aSignal())
    const end = says(pen, decided(id))
    const { signals, unapplied, stated } = read(pen)
    expect(unapplied).toEqual([])
    expect(signals).toEqual([
      {
        ...{ id, kind: 'pooled', at: aTime('2022-05-20T10:00:00+08:00'), place: 'V1', position: null },
        ...{ tubes: 1, people: 10 },
        decisions: [
          {
            ...{ at: aTime('2022-05-20T12:00:00+08:00'), outcome: 'cleared', case: null, event: end },
            knownAt: pen.events[2]!.recordedAt,
          },
        ],
        origin: { file: 'log.ndjson', row: 2, segment: null, knownAt: pen.events[1]!.recordedAt },
      },
    ])
    expect([...stated]).toEqual(['places'])
  })

  test('is known from when it was said, and so is its end', () => {
    const pen = aVillageLog()
    const [reported] = pen.say(aSignal())
    const [end] = pen.say(decided(reported!.id))
    expect(read(pen, reported!.recordedAt - 1).signals).toBe(undefined)
    expect(read(pen, end!.recordedAt - 1).signals).toMatchObject([{ decisions: [] }])
    expect(read(pen, end!.recordedAt).signals).toMatchObject([{ decisions: [{ outcome: 'cleared' }] }])
  })

  test('what nobody told is not decided, and nothing is decided before it was told: both are counted', () => {
    const pen = aVillageLog()
    const id = says(pen, aSignal())
    pen.say(decided('nobody'), decided(id, { at: '2022-05-20T09:00:00+08:00' }))
    const { signals, unapplied } = read(pen)
    expect(signals).toMatchObject([{ decisions: [] }])
    expect(unapplied.map(({ code }) => code)).toEqual(['no-such-row', 'not-a-value'])
  })

  test('withdrawn it is gone; undone step by step nothing is left but the history', () => {
    const pen = aVillageLog()
    const before = read(pen)
    const id = says(pen, aSignal())
    pen.say(decided(id))
    pen.say({ type: 'signal.withdrawn@1', signal: id, because: '误报' })
    expect(read(pen).signals).toBe(undefined)
    for (let n = 0; n < 3; n += 1) pen.say(...undoDrafts(pen.events, 'd1'))
    const { rowHistory, ...after } = read(pen)
    expect(after.signals).toBe(before.signals)
    expect(rowHistory.map(({ list, row, kind }) => [list, row, kind])).toEqual(
      ['entered', 'decided', 'retracted'].map((kind) => ['signals', id, kind]),
    )
    expect(
      rowHistory.every(({ reversed }) => reversed?.by === AUTHOR || reversed?.by.name === AUTHOR.name),
    ).toBe(true)
    expect(rowHistory[1]!.set).toContainEqual({ field: 'outcome', before: null, after: 'cleared' })
  })

  test('the place of it keeps no number of a person, whoever wrote the log', () => {
    const pen = aVillageLog()
    says(pen, aSignal({ place: '患者张三，电话13800138000' }))
    expect(read(pen).signals![0]!.place ?? '').not.toContain('13800138000')
    expect(JSON.stringify(read(pen).rowHistory)).not.toContain('13800138000')
  })

  test('a case that it became keeps no name of a person', () => {
    const pen = aVillageLog()
    const id = says(pen, aSignal())
    pen.say(decided(id, { outcome: 'case', case: '张三' }))
    expect(read(pen).signals![0]!.decisions[0]!.case).toBe(null)
    expect(JSON.stringify(read(pen).rowHistory)).not.toContain('张三')
  })

  test.each<[string, Body, object]>([
    ['a kind that is none', aSignal(), { signal: { ...aSignal().signal, kind: 'red' } }],
    ['a part of a person', aSignal(), { signal: { ...aSignal().signal, people: 1.5 } }],
    ['a position off the globe', aSignal(), { signal: { ...aSignal().signal, position: [1, 91] } }],
    ['an outcome that is none', decided('e1'), { outcome: 'maybe' }],
    ['a time that cannot be read', decided('e1'), { at: 'soon' }],
  ])('%s is not valid', (_, body, over) => {
    const [event] = new LogPen().say(body)
    expect(invalidPart(event)).toBe(null)
    expect(invalidPart({ ...event, ...over })).not.toBe(null)
  })
})

describe('L95 what is missing of it is one code at its field', () => {
  const pen = aVillageLog()
  pen.bring('cases', [{ id: 'LX22-001', reportedAt: aDay('2022-05-19'), place: 'V1' }])
  const id = says(pen, aSignal())
  const fault = (body: SignalBody) => {
    const found = handFault(body, read(pen), NOW)
    return found && `${found.field} ${found.code}`
  }

  test.each<[string | null, SignalBody]>([
    [null, aSignal()],
    [null, aSignal({ place: null, position: [113, 23] })],
    [null, aSignal({ kind: 'other', tubes: null, people: null })],
    ['place no-ground', aSignal({ place: null })],
    ['place no-such-place', aSignal({ place: 'V9' })],
    ['tubes no-count', aSignal({ tubes: null, people: null })],
    ['people no-count', aSignal({ kind: 'antigen', tubes: null, people: null })],
    ['tubes no-count', aSignal({ tubes: 0 })],
    ['people no-count', aSignal({ people: Number.NaN })],
    ['people no-count', aSignal({ people: 13800138000 })],
    ['at no-time', aSignal({ at: '上午' })],
    ['at implausible-time', aSignal({ at: '2022-05-20T18:01:00+08:00' })],
  ])('%s', (expected, body) => expect(fault(body)).toBe(expected))

  test('of a decision and a withdrawal', () => {
    expect(fault(decided(id))).toBe(null)
    expect(fault(decided('nobody'))).toBe('signal no-such-signal')
    expect(fault(decided(id, { outcome: 'case' }))).toBe('id no-number')
    expect(fault(decided(id, { outcome: 'case', case: '张三' }))).toBe('id personal')
    expect(fault(decided(id, { outcome: 'case', case: 'LX22-199' }))).toBe(null)
    expect(fault(decided(id, { outcome: 'case', case: 'LX22-001' }))).toBe('id case-before-signal')
    expect(fault(decided(id, { at: '2022-05-20T09:00:00+08:00' }))).toBe('at before-signal')
    expect(fault(decided(id, { at: '2022-05-20T19:00:00+08:00' }))).toBe('at implausible-time')
    expect(fault({ type: 'signal.withdrawn@1', signal: id, because: ' ' })).toBe('because no-reason')
    expect(fault({ type: 'signal.withdrawn@1', signal: id, because: '误报' })).toBe(null)
  })
})
