import * as v from 'valibot'
import type { OrderSubject } from '#geo'
import { position } from '../hand/hand-schema'
import { count, id, text, textOrNull, time } from '../outside/records'
import type { OrderBody, OrderRecord, OrderType } from './order-body'

type Fields<Type extends OrderType> = {
  readonly [Name in Exclude<keyof Extract<OrderBody, { type: Type }>, 'type'>]-?: v.GenericSchema<
    unknown,
    Extract<OrderBody, { type: Type }>[Name]
  >
}

const row = v.object({
  file: text,
  row: v.nullable(count),
  segment: v.exactOptional(textOrNull),
})

const subject: v.GenericSchema<unknown, OrderSubject> = v.variant('kind', [
  v.object({ kind: v.literal('crossing'), line: id, position }),
  v.object({ kind: v.literal('unit'), place: id, day: v.pipe(text, v.regex(/^\d{4}-\d{2}-\d{2}$/), time) }),
  v.object({ kind: v.literal('round'), zone: v.nullable(id), place: v.nullable(id), round: id }),
  v.object({ kind: v.literal('fact'), zone: id, fact: id }),
  v.object({ kind: v.literal('condition'), zone: id, transition: id, condition: id }),
  v.object({ kind: v.literal('rows'), list: id, rows: v.pipe(v.array(row), v.minLength(1)) }),
  v.object({ kind: v.literal('free') }),
])

const order: v.GenericSchema<unknown, OrderRecord> = v.object({
  ...{ subject, unit: id, text: id, at: time, dueAt: time },
})

const said = { order: id, at: time, words: text }

/** What each deed of an order asks for. */
export const ORDER_FIELDS: { readonly [Type in OrderType]: Fields<Type> } = {
  'order.given@1': { order },
  'order.answered@1': said,
  'order.closed@1': said,
  'order.rechecked@1': { ...said, outcome: v.picklist(['done', 'notDone']) },
  'order.withdrawn@1': { order: id, because: text },
}
