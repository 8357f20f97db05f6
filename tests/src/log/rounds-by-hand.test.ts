import { describe, expect, test } from 'vitest'
import { assess, formatInstant, hoursToFinish, paceOf } from '#geo'
import { admit } from '../../../src/log/admit'
import type { Body } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import type { RoundRecord } from '../../../src/log/hand/hand-body'
import { handFault } from '../../../src/log/hand/hand-faults'
import { hoursByTown, roundPaces } from '../../../src/log/hand/round-pace'
import { invalidPart } from '../../../src/log/outside/schema'
import { undoDrafts } from '../../../src/log/undo'
import { aDay, aTime, LogPen } from '../../helpers/log'
import { onePolicy } from '../../helpers/policies'

const NOW = Date.parse('2022-05-20T18:00:00+08:00')
const hour = (text: string): string => `2022-05-20T${text}:00+08:00`
const read = (pen: LogPen) => fold(pen.events, pen.blocks, { known: null })

function aRound(
  over: Partial<RoundRecord> = {},
  at = hour('08:00'),
): Extract<Body, { type: 'round.reported@1' }> {
  return {
    ...{ type: 'round.reported@1', at },
    round: {
      ...{ zone: 'Z', place: null, round: '7', scope: null, method: 'pool10', startedAt: hour('08:00') },
      ...{ finishedAt: null, listed: 1_000, excused: 0, sampled: null, sent: null, resulted: null },
      ...{ positiveTubes: null, positivePeople: null, result: null },
      ...over,
    },
  }
}
type Part = Partial<RoundRecord>
const over = { finishedAt: hour('17:00'), sampled: 1_000, resulted: 1_000, result: 'negative' } as const

function aLog(): LogPen {
  const pen = new LogPen()
  pen.say({
    type: 'pack.described@1',
    pack: {
      ...{ title: { zh: '甲', en: null }, timezone: 'Asia/Shanghai', frame: 'wgs84', policy: 'test-one' },
      ...{ use: 'review', synthetic: true, licence: null, asOf: null, perimeter: { guardDistanceM: 50 } },
      reporting: null,
    },
  })
  pen.say({
    type: 'policy.adopted@1',
    policy: onePolicy({ id: 'round', rounds: { min: 1, result: 'negative' } }),
  })
  pen.bring('places', [
    { code: 'T1', name: '东镇', kind: 'town' },
    { code: 'T2', name: '西镇', kind: 'town' },
    { code: 'V1', name: '东村', kind: 'village', parent: 'T1' },
    { code: 'V2', name: '西村', kind: 'village', parent: 'T2' },
  ])
  pen.bring('zones', [{ id: 'Z', level: 'sealed', from: aDay('2022-05-10'), members: 'V1' }])
  return pen
}
const leafOf = (pen: LogPen) =>
  assess(read(pen), { asOf: NOW }).zones[0]!.transitions[0]!.conditions.find(({ id }) => id === 'round')!

describe('L97 a round is opened, has new figures by the hour and is closed, each time as it then stands', () => {
  test('one row of its list, the last word of it holds, and undone nothing is left', () => {
    const pen = aLog()
    const before = read(pen)
    pen.say(aRound())
    pen.say(aRound({ sampled: 400 }, hour('10:00')))
    pen.say(aRound(over, hour('17:00')))
    const register = read(pen)
    expect(register.unapplied).toEqual([])
    expect(register.rounds).toHaveLength(1)
    expect(register.rounds[0]).toMatchObject({ zone: 'Z', round: '7', sampled: 1_000, result: 'negative' })
    expect(register.rounds[0]!.finishedAt).toEqual(aTime(hour('17:00')))
    expect(leafOf(pen).state).toBe('met')
    expect(register.rowHistory.map(({ row, kind }) => [row, kind])).toEqual(
      Array.from({ length: 3 }, () => ['Z||7', 'entered']),
    )
    for (let n = 0; n < 3; n += 1) pen.say(...undoDrafts(pen.events, 'd1'))
    expect(read(pen).rounds).toEqual(before.rounds)
    expect(leafOf(pen).state).not.toBe('met')
  })

  test('figures that a person says anew settle what was corrected; a file that has not changed says nothing new', () => {
    const pen = aLog()
    const rows = [{ zone: 'Z', round: '7', startedAt: aTime(hour('08:00')), listed: 1_000, sampled: 100 }]
    pen.bring('rounds', rows)
    pen.say({ type: 'rounds.corrected@1', row: 'Z||7', set: { sampled: 90 }, because: '重复计数' })
    expect(read(pen).rounds[0]!.sampled).toBe(90)
    pen.say(aRound({ sampled: 400 }, hour('10:00')))
    expect(read(pen).rounds[0]!.sampled).toBe(400)
    const offered = new LogPen('other')
    const draft = offered.importing('rounds', rows)
    const { drafts } = admit({ drafts: [draft], blocks: offered.blocks }, pen.events, pen.blocks)
    expect(drafts.filter(({ type }) => type !== 'file.kept@1')).toEqual([])
    pen.say({ type: 'rounds.retracted@1', row: 'Z||7', because: '误报' })
    expect(read(pen).rounds).toEqual([])
  })

  test.each<[string, unknown]>([
    ['half a person', { sampled: 0.5 }],
    ['fewer than nobody', { listed: -1 }],
    ['a result that is none', { result: 'clean' }],
    ['no number', { round: '' }],
  ])('%s is not valid', (_, wrong) => {
    const [event] = new LogPen().say(aRound())
    expect(invalidPart(event)).toBe(null)
    const body = aRound()
    expect(invalidPart({ ...event, round: { ...body.round, ...(wrong as object) } })).not.toBe(null)
  })
})

describe('L98 by hand a round is negative only where it is known of whom', () => {
  const pen = aLog()
  pen.say(aRound({ sampled: 400 }, hour('10:00')))
  const facts = read(pen)
  test.each<[Partial<RoundRecord>, string, string]>([
    [{ zone: 'Q' }, 'zone', 'no-such-zone'],
    [{ zone: null, place: 'V9' }, 'place', 'no-such-place'],
    [{ round: ' ' }, 'round', 'no-round'],
    [{ startedAt: '2022-05-21' }, 'startedAt', 'implausible-time'],
    [{ sampled: Number.NaN }, 'sampled', 'no-whole-number'],
    [{ excused: 1_001 }, 'excused', 'more-than-listed'],
    [{ sampled: 1_001 }, 'sampled', 'more-than-listed'],
    [{ sampled: 400, resulted: 401 }, 'resulted', 'more-than-sampled'],
    [{ sampled: 399 }, 'sampled', 'fewer-than-before'],
    [{ ...over, finishedAt: hour('07:00') }, 'finishedAt', 'before-start'],
    [{ ...over, listed: null }, 'listed', 'no-listed'],
    [{ ...over, excused: 1_000 }, 'excused', 'all-excused'],
    [{ ...over, resulted: 999 }, 'resulted', 'not-resulted'],
  ])('%j', (wrong, field, code) => {
    expect(handFault(aRound(wrong, hour('17:30')), facts, NOW)).toEqual({ field, code })
  })
  test('what is whole can be written, and so can one that found somebody', () => {
    expect(handFault(aRound(over, hour('17:00')), facts, NOW)).toBe(null)
    const positive = { ...over, listed: null, resulted: 400, result: 'positive' }
    expect(handFault(aRound(positive, hour('17:00')), facts, NOW)).toBe(null)
  })

  test.each<[string, Part]>([
    ['everybody is excused', { ...over, excused: 1_000, sampled: 0, resulted: 0 }],
    ['nobody is listed', { ...over, listed: 0, sampled: 0, resulted: 0 }],
  ])('C65 a round of which %s lifts no zone, whoever wrote it', (_, round) => {
    const other = aLog()
    other.say(aRound(round, hour('17:00')))
    expect(leafOf(other)).toMatchObject({ state: 'unknown', reason: 'coverage-unknown' })
  })
})

describe('L99 hours to finish at the speed of the last two hours', () => {
  const at = (text: string): number => Date.parse(hour(text))
  const figures = [
    { at: at('08:00'), sampled: 0 },
    { at: at('10:00'), sampled: 100 },
    { at: at('11:00'), sampled: 200 },
    { at: at('12:00'), sampled: 400 },
  ]
  test('the figures before them say nothing of the speed', () => {
    expect(paceOf(figures, { due: 1_000, asOf: at('12:30') })).toEqual({ perHour: 150, left: 600 })
    expect(hoursToFinish([{ perHour: 150, left: 600 }])).toBe(4)
  })
  test.each<[string, Parameters<typeof paceOf>[0], number | null, string]>([
    ['no other figure of them', [figures[0]!, figures[3]!], 1_000, '12:00'],
    ['a last figure that is older', figures, 1_000, '14:01'],
    ['nobody knows who is due', figures, null, '12:00'],
    ['nobody has been sampled since', [figures[1]!, { at: at('12:00'), sampled: 100 }], 1_000, '12:00'],
    ['nothing told', [], 1_000, '12:00'],
  ])('%s: not known', (_, told, due, when) => {
    expect(hoursToFinish([paceOf(told, { due, asOf: at(when) })])).toBe(null)
  })
  test('nobody is left: none', () => {
    expect(hoursToFinish([paceOf(figures, { due: 400, asOf: at('18:00') })])).toBe(0)
  })

  test('by town: together, and not known where one of them is not', () => {
    const pen = aLog()
    const say = (place: string, sampled: number | null, when: string, listed: number | null = 1_000) =>
      pen.say(aRound({ zone: null, place, sampled, listed }, hour(when)))
    say('V1', 100, '10:00')
    say('V1', 300, '11:00')
    say('V2', 100, '10:00', null)
    say('V2', 300, '11:00', null)
    const hours = (text: string) =>
      Object.fromEntries(hoursByTown(roundPaces(read(pen), at(text))).map(({ town, hours: n }) => [town, n]))
    expect(hours('11:00')).toEqual({ T1: 3.5, T2: null })
    expect(hours('13:30')).toEqual({ T1: null, T2: null })
    pen.say(aRound({ sampled: 10 }, hour('11:00')))
    expect(Object.keys(hours('11:00')).sort()).toEqual(['T1', 'T2'])
    expect(
      formatInstant('Asia/Shanghai', roundPaces(read(pen), at('11:00'))[0]!.round.startedAt.at),
    ).toContain('08:00')
  })
})
