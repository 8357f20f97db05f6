import { describe, expect, test } from 'vitest'
import { fold } from '../../../src/log/fold/fold'
import { handFault } from '../../../src/log/hand/hand-faults'
import type { OrderBody, OrderRecord } from '../../../src/log/orders/order-body'
import { invalidPart } from '../../../src/log/outside/schema'
import { undoDrafts } from '../../../src/log/undo'
import { aTime, aVillageLog, type LogPen } from '../../helpers/log'
import { anOrder } from '../../helpers/orders'

const NOW = Date.parse('2022-05-20T18:00:00+08:00')
const told = (
  type: 'order.answered@1' | 'order.closed@1',
  order: string,
  over: { words?: string; at?: string } = {},
): OrderBody => ({ type, order, at: '2022-05-20T11:00:00+08:00', words: '已到岗', ...over })
const looked = (order: string, outcome: 'done' | 'notDone', at: string): OrderBody => ({
  ...{ type: 'order.rechecked@1', order, outcome, at },
  words: '',
})

const read = (pen: LogPen, known: number | null = null) => fold(pen.events, pen.blocks, { known })
const says = (pen: LogPen, body: OrderBody): string => pen.say(body)[0]!.id

describe('L110 an order is given, and what was said of it', () => {
  test('it stands under the id of its event, with who gave it and what was said in the order of the log', () => {
    const pen = aVillageLog()
    const subject = { kind: 'unit', place: 'V1', day: '2022-05-20' } as const
    const id = says(pen, anOrder({ subject }))
    pen.say(told('order.answered@1', id))
    pen.say(looked(id, 'notDone', '2022-05-20T13:00:00+08:00'))
    const { givenOrders, unapplied, stated } = read(pen)
    expect(unapplied).toEqual([])
    expect(givenOrders).toMatchObject([
      {
        ...{ id, subject, unit: '东镇', text: '核实', by: '县指挥部' },
        ...{ at: aTime('2022-05-20T10:00:00+08:00'), dueAt: aTime('2022-05-20T12:00:00+08:00') },
        deeds: [
          { kind: 'answered', words: '已到岗', by: '县指挥部', event: pen.events[2]!.id },
          { kind: 'refuted', words: '', knownAt: pen.events[3]!.recordedAt },
        ],
        origin: { file: 'log.ndjson', row: 2, segment: null, knownAt: pen.events[1]!.recordedAt },
      },
    ])
    expect([...stated]).toEqual(['places'])
  })

  test('it is known from when it was said, and so is what was said of it', () => {
    const pen = aVillageLog()
    const [given] = pen.say(anOrder())
    const [end] = pen.say(told('order.closed@1', given!.id))
    expect(read(pen, given!.recordedAt - 1).givenOrders).toBe(undefined)
    expect(read(pen, end!.recordedAt - 1).givenOrders).toMatchObject([{ deeds: [] }])
    expect(read(pen, end!.recordedAt).givenOrders).toMatchObject([{ deeds: [{ kind: 'closed' }] }])
  })

  test('what nobody gave is not closed, and nothing is said of it before it was given: both are counted', () => {
    const pen = aVillageLog()
    const id = says(pen, anOrder())
    pen.say(told('order.closed@1', 'nobody'), told('order.closed@1', id, { at: '2022-05-20T09:00:00+08:00' }))
    const { givenOrders, unapplied } = read(pen)
    expect(givenOrders).toMatchObject([{ deeds: [] }])
    expect(unapplied.map(({ code }) => code)).toEqual(['no-such-row', 'not-a-value'])
  })

  test('withdrawn it is gone; undone step by step nothing is left but its history', () => {
    const pen = aVillageLog()
    const before = read(pen)
    const id = says(pen, anOrder())
    pen.say(told('order.answered@1', id))
    pen.say(told('order.closed@1', id))
    pen.say({ type: 'order.withdrawn@1', order: id, because: '重复' })
    expect(read(pen).givenOrders).toBe(undefined)
    for (let n = 0; n < 4; n += 1) pen.say(...undoDrafts(pen.events, 'd1'))
    const { rowHistory, ...after } = read(pen)
    expect(after.givenOrders).toBe(before.givenOrders)
    expect(rowHistory.map(({ list, row, kind }) => [list, row, kind])).toEqual(
      ['entered', 'told', 'decided', 'retracted'].map((kind) => ['orders', id, kind]),
    )
    expect(rowHistory.every(({ reversed }) => reversed !== null)).toBe(true)
    expect(rowHistory[0]!.set).toContainEqual({ field: 'unit', before: null, after: '东镇' })
    expect(rowHistory[3]!.because).toBe('重复')
  })

  test('it keeps no number of a person, whoever wrote the log', () => {
    const pen = aVillageLog()
    const id = says(pen, anOrder({ text: '联系13800138000' }))
    pen.say(told('order.answered@1', id, { words: '电话13800138000' }))
    const { givenOrders, rowHistory } = read(pen)
    expect(JSON.stringify([givenOrders, rowHistory])).not.toContain('13800138000')
  })

  test.each<[string, OrderBody, object]>([
    ['a gap of no kind', anOrder(), { order: { ...anOrder().order, subject: { kind: 'else' } } }],
    [
      'a gap without its row',
      anOrder(),
      { order: { ...anOrder().order, subject: { kind: 'rows', list: 'cases', rows: [] } } },
    ],
    ['a unit without a name', anOrder(), { order: { ...anOrder().order, unit: '' } }],
    ['a deadline that cannot be read', anOrder(), { order: { ...anOrder().order, dueAt: 'soon' } }],
    ['an outcome that is none', looked('e1', 'done', '2022-05-20T11:00:00+08:00'), { outcome: 'maybe' }],
  ])('%s is not valid', (_, body, over) => {
    const [event] = aVillageLog().say(body)
    expect(invalidPart(event)).toBe(null)
    expect(invalidPart({ ...event, ...over })).not.toBe(null)
  })
})

describe('L111 what is missing of an order is one code at its field', () => {
  const pen = aVillageLog()
  const id = says(pen, anOrder())
  const facts = read(pen)
  const fault = (body: OrderBody) => handFault(body, facts, NOW)
  const given = (over: Partial<OrderRecord>) => fault(anOrder(over))

  test('of one that is given: unit, deadline, text, time and the gap', () => {
    expect(given({})).toBe(null)
    expect(given({ unit: ' ' })).toEqual({ field: 'unit', code: 'no-unit' })
    expect(given({ text: '' })).toEqual({ field: 'text', code: 'no-text' })
    expect(given({ unit: '东镇13800138000' })).toEqual({ field: 'unit', code: 'personal' })
    expect(given({ text: '找13800138000' })).toEqual({ field: 'text', code: 'personal' })
    expect(given({ dueAt: '' })).toEqual({ field: 'dueAt', code: 'no-time' })
    expect(given({ dueAt: '2022-05-20T10:00:00+08:00' })).toEqual({ field: 'dueAt', code: 'due-before' })
    expect(given({ dueAt: '2022-05-20' }), 'a day lasts to its end').toBe(null)
    expect(given({ dueAt: '2022-05-19' })).toEqual({ field: 'dueAt', code: 'due-before' })
    expect(given({ dueAt: '2023-05-20' })).toEqual({ field: 'dueAt', code: 'due-far' })
    expect(given({ at: '2022-05-20T19:00:00+08:00', dueAt: '2022-05-20T21:00:00+08:00' })).toEqual({
      ...{ field: 'at', code: 'implausible-time' },
    })
    const unit = (place: string) => given({ subject: { kind: 'unit', place, day: '2022-05-20' } })
    expect(unit('V1')).toBe(null)
    expect(unit('V9')).toEqual({ field: 'subject', code: 'no-such-place' })
    expect(given({ subject: { kind: 'fact', zone: 'Z9', fact: 'clean' } })?.code).toBe('no-such-zone')
  })

  test('of what is said of it: a word where it is closed by hand, a time after it was given, an order', () => {
    expect(fault(told('order.answered@1', id, { words: '' }))).toBe(null)
    expect(fault(told('order.closed@1', id, { words: '' }))).toEqual({ field: 'words', code: 'no-words' })
    expect(fault(told('order.closed@1', 'nobody'))).toEqual({ field: 'order', code: 'no-such-order' })
    expect(fault(told('order.closed@1', id, { at: '2022-05-20T09:00:00+08:00' }))).toEqual({
      ...{ field: 'at', code: 'before-order' },
    })
    expect(fault(told('order.answered@1', id, { words: '13800138000' }))?.code).toBe('personal')
    expect(fault({ type: 'order.withdrawn@1', order: id, because: '' })?.code).toBe('no-reason')
  })
})
