import { describe, expect, test } from 'vitest'
import { answersOf } from '#geo'
import { fold } from '../../src/log/fold/fold'
import type { OrderBody } from '../../src/log/orders/order-body'
import { undoDrafts } from '../../src/log/undo'
import { LogPen } from '../helpers/log'
import { anOrder } from '../helpers/orders'
import { randomOf, shuffled } from '../helpers/random-log'

const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1)
const DAY = '2022-05-20'
const UNITS = Array.from({ length: 8 }, (_, i) => `V${i}`)
const clock = (hour: number): string => `${DAY}T${String(hour).padStart(2, '0')}:00:00+08:00`
const at = (hour: number): number => Date.parse(clock(hour))
const read = (pen: LogPen, events = pen.events) => fold(events, pen.blocks, { known: null })

/** Units, orders for their reports, reports and what is said of the orders, in a random order of a day. */
function randomDay(seed: number): { readonly pen: LogPen; readonly random: () => number } {
  const random = randomOf(seed)
  const pick = (count: number): number => Math.floor(random() * count)
  const pen = new LogPen()
  pen.bring('places', [
    { code: 'D', name: '甲区', kind: 'district' },
    ...UNITS.map((code) => ({ code, name: code, kind: 'village', parent: 'D' })),
  ])
  pen.say({
    type: 'pack.described@1',
    pack: { ...read(pen).pack, reporting: { kind: 'village', cutoff: '12:00', items: ['发热'] } },
  })
  const given: string[] = []
  for (let n = 0; n < 25; n += 1) {
    const place = UNITS[pick(UNITS.length)]!
    const hour = 8 + pick(12)
    const order = given[pick(given.length)]
    const said = { at: clock(hour), words: '一句' }
    const deeds: (() => OrderBody | null)[] = [
      () => anOrder({ subject: { kind: 'unit', place, day: DAY }, at: clock(hour), dueAt: clock(hour + 2) }),
      () => (order ? { type: 'order.answered@1', order, ...said } : null),
      () => (order ? { type: 'order.closed@1', order, ...said } : null),
      () =>
        order ? { type: 'order.rechecked@1', order, outcome: pick(2) ? 'done' : 'notDone', ...said } : null,
      () => (order && pick(4) === 0 ? { type: 'order.withdrawn@1', order, because: '重复' } : null),
    ]
    if (pick(4) === 0)
      pen.say({ type: 'report.filed@1', place, day: DAY, filedAt: clock(hour), items: { 发热: '0' } })
    const body = deeds[pick(deeds.length)]!()
    const [event] = body ? pen.say(body) : []
    if (event?.type === 'order.given@1') given.push(event.id)
  }
  return { pen, random }
}
const ordersOf = (pen: LogPen, hour: number) => answersOf(read(pen), { asOf: at(hour) }).survey

describe('orders', () => {
  test.each(SEEDS)('L112 any order of the events gives the same orders (seed %i)', (seed) => {
    const { pen, random } = randomDay(seed)
    const { givenOrders, unapplied } = read(pen)
    const again = read(pen, shuffled([...pen.events, ...pen.events.slice(0, 4)], random))
    expect(again.givenOrders).toEqual(givenOrders)
    expect(again.unapplied).toEqual(unapplied)
  })

  test.each(SEEDS)('L112 undone step by step, each order is as it was before (seed %i)', (seed) => {
    const { pen } = randomDay(seed)
    const before = read(pen).givenOrders
    const count = pen.events.length
    const last = before?.at(-1)?.id ?? 'nobody'
    pen.say(anOrder({ at: clock(20), dueAt: clock(22) }))
    pen.say({ type: 'order.withdrawn@1', order: last, because: '重复' })
    for (let n = 0; n < 2; n += 1) pen.say(...undoDrafts(pen.events, pen.device))
    expect(pen.events.length).toBe(count + 4)
    expect(read(pen).givenOrders).toEqual(before)
  })

  test.each(SEEDS.slice(0, 20))(
    'S60 at every hour one is closed by the fact where its unit is not silent and nobody refuted it (seed %i)',
    (seed) => {
      const { pen } = randomDay(seed)
      for (const hour of [9, 12, 15, 20]) {
        const { orders, reporting } = ordersOf(pen, hour)
        const given = read(pen).givenOrders?.filter((one) => one.at.at <= at(hour)) ?? []
        expect(orders?.all.length ?? 0).toBe(given.length)
        if (!orders) continue
        const silent = new Set(reporting?.missing ?? UNITS)
        for (const order of orders.all) {
          const place = order.subject.kind === 'unit' ? order.subject.place : ''
          const said = given.find(({ id }) => id === order.id)!.deeds.filter((deed) => deed.at.at <= at(hour))
          const isRefuted = said.findLast(({ kind }) => kind !== 'answered')?.kind === 'refuted'
          expect(order.closed?.how === 'fact').toBe(!silent.has(place) && !isRefuted)
        }
        expect(orders.open + orders.closed).toBe(orders.all.length)
        expect(orders.overdue).toBeLessThanOrEqual(orders.open)
        const isOpen = orders.all.map(({ state }) => state !== 'closed')
        expect(isOpen, 'closed ones come last').toEqual([...isOpen].sort((a, b) => Number(b) - Number(a)))
        expect(orders.all.slice(0, orders.overdue).every(({ state }) => state === 'overdue')).toBe(true)
      }
    },
  )
})
