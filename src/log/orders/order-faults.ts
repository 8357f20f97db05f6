import { type Facts, type GivenOrder, type Moment, type OrderSubject, readMoment } from '#geo'
import {
  type HandFault,
  isPlace,
  isZone,
  reasonFault,
  type SaidAt,
  timeFault,
  wordsFault,
} from '../hand/field-faults'
import type { OrderBody, OrderRecord } from './order-body'

/** ms; an order that is due later than this is one of another year */
const LONGEST = 60 * 86_400_000

/** The first thing that is missing or cannot be of what is said of an order, in the order of its fields. */
export function orderFault(body: OrderBody, said: SaidAt): HandFault | null {
  if (body.type === 'order.given@1') return recordFault(body.order, said)
  const order = (said.facts.givenOrders ?? []).find(({ id }) => id === body.order)
  if (!order) return { field: 'order', code: 'no-such-order' }
  if (body.type === 'order.withdrawn@1') return reasonFault(body.because)
  const isNeeded = body.type === 'order.closed@1'
  if (isNeeded && body.words.trim() === '') return { field: 'words', code: 'no-words' }
  return wordsFault('words', body.words) ?? toldFault(body.at, order, said)
}

function recordFault(record: OrderRecord, said: SaidAt): HandFault | null {
  const { unit, text, at, subject } = record
  if (unit.trim() === '') return { field: 'unit', code: 'no-unit' }
  if (text.trim() === '') return { field: 'text', code: 'no-text' }
  return (
    wordsFault('unit', unit) ??
    dueFault(record, said) ??
    wordsFault('text', text) ??
    timeFault('at', at, said) ??
    subjectFault(subject, said.facts)
  )
}

/** A deadline lies after the order is given, and not in another year. */
function dueFault({ at, dueAt }: OrderRecord, { facts }: SaidAt): HandFault | null {
  const [given, due] = [at, dueAt].map((when) => readMoment(facts.pack.timezone, when))
  if (!due) return { field: 'dueAt', code: 'no-time' }
  if (!given) return null
  if (due.at <= given.at && !isThatDay(given, due)) return { field: 'dueAt', code: 'due-before' }
  return due.at - given.at > LONGEST ? { field: 'dueAt', code: 'due-far' } : null
}

/** A day alone lasts to its end. */
const isThatDay = (given: Moment, due: Moment): boolean => due.isDay && given.at < due.at + 86_400_000

function toldFault(at: string, order: GivenOrder, said: SaidAt): HandFault | null {
  const moment = readMoment(said.facts.pack.timezone, at)
  if (moment && moment.at < order.at.at) return { field: 'at', code: 'before-order' }
  return timeFault('at', at, said)
}

function subjectFault(subject: OrderSubject, facts: Facts): HandFault | null {
  const none = { field: 'subject', code: 'no-such-zone' } as const
  switch (subject.kind) {
    case 'unit':
      return isPlace(subject.place, facts) ? null : { field: 'subject', code: 'no-such-place' }
    case 'crossing':
      return isZone(subject.line, facts) || isPlace(subject.line, facts) ? null : none
    case 'fact':
    case 'condition':
      return isZone(subject.zone, facts) ? null : none
    case 'round':
      return subject.zone === null || isZone(subject.zone, facts) ? null : none
    default:
      return null
  }
}
