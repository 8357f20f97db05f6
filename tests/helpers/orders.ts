import { answersOf, type Facts, type GivenOrder, type OrderSubject, readAsOf, type SurveyOrder } from '#geo'
import type { OrderBody, OrderRecord } from '../../src/log/orders/order-body'
import { moment, origin, SHANGHAI } from './facts'

/** An order of 20 May 10:00, due at 12:00, as people say it. */
export const anOrder = (over: Partial<OrderRecord> = {}): Extract<OrderBody, { type: 'order.given@1' }> => ({
  type: 'order.given@1',
  order: {
    ...{ subject: { kind: 'free' }, unit: '东镇', text: '核实' },
    ...{ at: '2022-05-20T10:00:00+08:00', dueAt: '2022-05-20T12:00:00+08:00' },
    ...over,
  },
})

/** The same as the facts have it. */
export const aGivenOrder = (subject: OrderSubject, over: Partial<GivenOrder> = {}): GivenOrder => ({
  ...{ id: 'o1', subject, unit: '东镇', text: '核实', by: '县指挥部', deeds: [] },
  ...{ at: moment('2022-05-20T10:00'), dueAt: moment('2022-05-20T12:00') },
  origin: origin('log.ndjson'),
  ...over,
})

export const aDeed = (
  kind: GivenOrder['deeds'][number]['kind'],
  at: string,
  words = '',
): GivenOrder['deeds'][number] => ({ kind, at: moment(at), words, by: null, event: 'e', knownAt: null })

/** Orders of the facts as they stand at a time. */
export const ordersAt = (facts: Facts, at: string) =>
  answersOf(facts, { asOf: readAsOf(SHANGHAI, at)! }).survey.orders ?? null

/** The one order of the facts. */
export const orderAt = (facts: Facts, at: string): SurveyOrder => ordersAt(facts, at)!.all[0]!
