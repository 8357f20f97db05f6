import { expect, test } from 'vitest'
import type { SurveyOrders } from '#geo'
import { newOrder, orderAbout, recordOf, unitFor, unitsKnown } from '../../../src/views/orders/proposed-order'
import { aFacts, aPack, aPlace, moment } from '../../helpers/facts'
import { aGivenOrder } from '../../helpers/orders'

const AT = moment('2022-05-20T10:00').at
const unit = { kind: 'unit', place: 'V1', day: '2022-05-20' } as const
const free = { kind: 'free' } as const
const facts = aFacts({
  pack: aPack({ reporting: { kind: 'village', cutoff: '12:00', items: [] } }),
  places: [
    aPlace({ code: 'T1', kind: 'town', name: '东镇' }),
    aPlace({ code: 'T2', kind: 'town', name: '西镇' }),
  ],
})

test('an order for a report is due at the next cut-off, any other in two hours', () => {
  const due = (subject: typeof unit | typeof free, at: number) =>
    newOrder(facts, { subject, text: '', town: null }, at).dueAt
  expect(due(unit, AT)).toBe('2022-05-20 12:00')
  expect(due(free, AT)).toBe('2022-05-20 12:00')
  expect(due(unit, moment('2022-05-20T13:00').at), 'the cut-off is past').toBe('2022-05-20 15:00')
  expect(due(free, moment('2022-05-20T13:00').at)).toBe('2022-05-20 15:00')
  expect(due(unit, moment('2022-05-20T08:00').at)).toBe('2022-05-20 12:00')
})

test('who gets it: the office that had the last of the kind, else the town of the gap, else the last unit', () => {
  const of = (units: readonly string[], subject: typeof unit | typeof free, town: string | null) =>
    unitFor(
      { ...facts, givenOrders: units.map((one) => aGivenOrder(unit, { unit: one })) },
      { subject, town },
    )
  expect(of([], unit, '东镇')).toBe('东镇')
  expect(of([], free, null)).toBe('')
  expect(of(['西镇'], unit, '东镇')).toBe('东镇')
  expect(of(['西镇', '区公安分局'], unit, '东镇')).toBe('区公安分局')
  expect(of(['区公安分局'], free, null), 'of another kind').toBe('区公安分局')
  const given = [aGivenOrder(unit, { unit: '区公安分局' }), aGivenOrder(free, { unit: '西镇' })]
  expect(unitsKnown({ ...facts, givenOrders: given })).toEqual(['西镇', '区公安分局', '东镇'])
})

test('a deadline that cannot be read stays as typed, so that it is said', () => {
  const fields = { unit: ' 东镇 ', text: ' 补报 ', dueAt: 'soon' }
  const record = recordOf(fields, { subject: unit, at: AT, timezone: 'Asia/Shanghai' })
  expect(record).toMatchObject({ unit: '东镇', text: '补报', dueAt: 'soon', at: '2022-05-20T10:00:00+08:00' })
})

test('the order about a gap is found while it is open, whatever the order of its parts', () => {
  const rows = { kind: 'rows', list: 'cases', rows: [{ file: 'a.csv', row: 2, segment: null }] } as const
  const ordersOf = (subject: object, state = 'open') =>
    ({ all: [{ id: 'o1', subject, state }] }) as unknown as SurveyOrders
  const turned = { day: '2022-05-20', place: 'V1', kind: 'unit' }
  expect(orderAbout(ordersOf(turned), unit)?.id).toBe('o1')
  expect(orderAbout(ordersOf(turned, 'closed'), unit)).toBe(null)
  expect(orderAbout(ordersOf(turned), { ...unit, place: 'V2' })).toBe(null)
  expect(orderAbout(ordersOf(free), free), 'two without a gap are two').toBe(null)
  expect(orderAbout(ordersOf(rows), { ...rows, rows: [{ file: 'a.csv', row: 2 }] })?.id).toBe('o1')
  expect(orderAbout(ordersOf(rows), { ...rows, rows: [{ file: 'a.csv', row: 3 }] })).toBe(null)
  expect(orderAbout(null, unit)).toBe(null)
})
