import { formatInstant, type Instant } from '#geo'
import type { OrderBody, OrderRecord } from '../../log/orders/order-body'
import { handVerb } from '../hand/writing'

type Of<Type extends OrderBody['type']> = Extract<OrderBody, { type: Type }>
export type OrderGiven = Of<'order.given@1'>
export type OrderTold = Of<'order.answered@1' | 'order.closed@1' | 'order.rechecked@1'>
export type OrderWithdrawn = Of<'order.withdrawn@1'>

/** 交办: a task for a unit until a deadline, born from a gap. */
export const giveOrder = handVerb<OrderGiven>({ id: 'order.give', label: 'orders.verb.give', key: 'O' })
/** 答复, 销号, 复查: what was said of it since. */
export const tellOrder = handVerb<OrderTold>({ id: 'order.tell', label: 'orders.verb.answered' })
/** It was none, with the reason. */
export const withdrawOrder = handVerb<OrderWithdrawn>({ id: 'order.withdraw', label: 'hand.verb.withdraw' })

export const orderOf = (order: OrderRecord): OrderGiven => ({ type: 'order.given@1', order })

/** What is said of an order by one press and a word. */
export type OrderAct = 'answered' | 'closed' | 'done' | 'notDone'

interface Said {
  readonly words: string
  readonly at: Instant
  readonly timezone: string
}

export function toldOf(order: string, act: OrderAct, { words, at, timezone }: Said): OrderTold {
  const said = { order, words: words.trim(), at: formatInstant(timezone, at) }
  if (act === 'answered' || act === 'closed') return { type: `order.${act}@1`, ...said }
  return { type: 'order.rechecked@1', outcome: act, ...said }
}
