import type { OrderSubject } from '#geo'

/** An order 交办 as it is given: what for, to whom, until when. */
export interface OrderRecord {
  readonly subject: OrderSubject
  /** an office, never a person */
  readonly unit: string
  readonly text: string
  readonly at: string
  readonly dueAt: string
}

/** What a person says of an order. `order` is the id of the event that gave it. */
export type OrderBody =
  | { readonly type: 'order.given@1'; readonly order: OrderRecord }
  /** the unit says what it did, or will do */
  | { readonly type: 'order.answered@1'; readonly order: string; readonly at: string; readonly words: string }
  /** closed by hand: no fact tells that it is done, or it is not needed any more */
  | { readonly type: 'order.closed@1'; readonly order: string; readonly at: string; readonly words: string }
  /** looked at again; not done opens it again */
  | {
      readonly type: 'order.rechecked@1'
      readonly order: string
      readonly at: string
      readonly outcome: 'done' | 'notDone'
      readonly words: string
    }
  /** it was none: given by mistake */
  | { readonly type: 'order.withdrawn@1'; readonly order: string; readonly because: string }

export type OrderType = OrderBody['type']

const TYPES: Readonly<Record<OrderType, true>> = {
  'order.given@1': true,
  'order.answered@1': true,
  'order.closed@1': true,
  'order.rechecked@1': true,
  'order.withdrawn@1': true,
}

/** True for what is said of an order. */
export const isOrderType = (type: string): type is OrderType => Object.hasOwn(TYPES, type)
