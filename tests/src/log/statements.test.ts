import { describe, expect, test } from 'vitest'
import type { Body } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import type { Statement } from '../../../src/log/hand/hand-body'
import { handFault } from '../../../src/log/hand/hand-faults'
import { invalidPart } from '../../../src/log/outside/schema'
import { undoDrafts } from '../../../src/log/undo'
import { aDay, LogPen } from '../../helpers/log'
import { onePolicy } from '../../helpers/policies'

const NOON = '2022-05-20T12:00:00+08:00'
const NOW = Date.parse('2022-05-20T18:00:00+08:00')
const read = (pen: LogPen) => fold(pen.events, pen.blocks, { known: null })

const said = (over: Partial<Statement> = {}): Statement => ({
  ...{ zone: 'Z', place: null, at: NOON, unit: '区疾控中心', paper: '澜指〔2022〕31号', ...over },
})
const aFact = (value = 'true', over: Partial<Statement> & { fact?: string } = {}): Body => {
  const { fact = 'environmentNegative', ...more } = over
  return { type: 'fact.stated@1', fact, value, ...said(more) }
}
const aFigure = (value: number, over: Partial<Statement> = {}): Body => ({
  type: 'metric.stated@1',
  metric: 'positivity',
  value,
  ...said(over),
})

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
  pen.say({ type: 'policy.adopted@1', policy: onePolicy({ all: [{ flag: 'environmentNegative' }] }) })
  pen.bring('places', [{ code: 'V1', name: '东村', kind: 'village' }])
  pen.bring('zones', [{ id: 'Z', level: 'sealed', from: aDay('2022-05-10'), members: 'V1' }])
  return pen
}

describe('L96 a fact or figure that a condition asks for is stated by hand: who says so, when and on what paper', () => {
  test('it is a row of its list from the log, and does not state it', () => {
    const pen = aLog()
    const before = read(pen)
    const [stated] = pen.say(aFact())
    pen.say(aFigure(3.5, { zone: null, place: 'V1' }))
    const register = read(pen)
    expect(register.unapplied).toEqual([])
    const origin = { file: 'log.ndjson', row: 5, segment: null, knownAt: stated!.recordedAt }
    expect(register.statedFacts).toEqual([
      {
        ...{ zone: 'Z', place: null, unit: '区疾控中心', at: { at: Date.parse(NOON), isDay: false } },
        ...{ fact: 'environmentNegative', value: 'true', paper: '澜指〔2022〕31号', origin },
      },
    ])
    expect(register.metrics).toMatchObject([{ place: 'V1', metric: 'positivity', value: 3.5 }])
    expect([...register.stated].filter((list) => list === 'facts' || list === 'metrics')).toEqual([])
    expect(register.rowHistory.map(({ list, kind, set }) => [list, kind, set.length])).toEqual([
      ['facts', 'entered', 6],
      ['metrics', 'entered', 6],
    ])
    for (let n = 0; n < 2; n += 1) pen.say(...undoDrafts(pen.events, 'd1'))
    const after = read(pen)
    for (const list of ['statedFacts', 'metrics', 'stated'] as const)
      expect(after[list]).toEqual(before[list])
  })

  test.each<[string, Body, unknown]>([
    ['a time that is none', aFact(), { at: 'soon' }],
    ['a value that is no text', aFact(), { value: true }],
    ['a figure that is text', aFigure(1), { value: '1' }],
    ['a zone without an id', aFact(), { zone: '' }],
  ])('%s is not valid', (_, body, over) => {
    const [event] = new LogPen().say(body)
    expect(invalidPart(event)).toBe(null)
    expect(invalidPart({ ...event, ...(over as object) })).not.toBe(null)
  })

  const facts = read(aLog())
  test.each<[Body, string, string]>([
    [aFact('true', { zone: 'Q' }), 'zone', 'no-such-zone'],
    [aFact('true', { zone: null }), 'place', 'no-ground'],
    [aFact('true', { zone: null, place: 'V9' }), 'place', 'no-such-place'],
    [aFact('true', { fact: ' ' }), 'fact', 'no-fact'],
    [aFact(' '), 'value', 'no-value'],
    [aFact('94/94'), 'value', 'not-yes-no'],
    [aFigure(Number.NaN), 'value', 'no-figure'],
    [aFact('true', { at: '2022-05-21' }), 'at', 'implausible-time'],
    [aFact('true', { at: 'soon' }), 'at', 'no-time'],
    [aFact('true', { unit: '疾控 13812345678' }), 'unit', 'personal'],
    [aFact('true', { paper: '电话 13812345678' }), 'paper', 'personal'],
  ])('what is missing of it is one code at its field: %j', (body, field, code) => {
    expect(handFault(body as never, facts, NOW)).toEqual({ field, code })
  })
  test('what is whole can be written', () => {
    for (const body of [aFact('否'), aFact('94/94', { fact: 'terminalDisinfection' }), aFigure(0)])
      expect(handFault(body as never, facts, NOW)).toBe(null)
  })
})
