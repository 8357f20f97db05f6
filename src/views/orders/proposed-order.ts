import {
  dayOf,
  type Facts,
  formatInstant,
  type Instant,
  type OrderSubject,
  readMoment,
  type SurveyOrder,
  type SurveyOrders,
} from '#geo'
import type { OrderRecord } from '../../log/orders/order-body'
import { momentTyped, typedInstant } from '../hand/forms/as-typed'

/** What the form of an order holds, as its fields have it. */
export interface OrderFields {
  unit: string
  dueAt: string
  text: string
}

/** ms until an order is due where nothing else says when */
const USUAL = 2 * 3_600_000

/** When an order for the gap is due: a report by the next cut-off, anything else in two hours. */
export function dueOf({ pack }: Pick<Facts, 'pack'>, subject: OrderSubject, at: Instant): Instant {
  const cutoff = subject.kind === 'unit' ? pack.reporting?.cutoff : undefined
  if (cutoff === undefined) return at + USUAL
  const today = readMoment(pack.timezone, `${dayOf(pack.timezone, at)}T${cutoff}`)?.at ?? at + USUAL
  return today > at ? today : at + USUAL
}

/**
 * Who gets it: the office that got the last order of the kind; where that was a town, the town in which the gap lies; else
 * whoever got the last order.
 */
export function unitFor(
  { givenOrders = [], places }: Pick<Facts, 'givenOrders' | 'places'>,
  { subject, town }: { readonly subject: OrderSubject; readonly town: string | null },
): string {
  const towns = new Set(places.filter(({ kind }) => kind === 'town').map(({ name }) => name))
  const alike = givenOrders.findLast((order) => order.subject.kind === subject.kind)?.unit
  if (alike !== undefined && !towns.has(alike)) return alike
  return town ?? givenOrders.at(-1)?.unit ?? ''
}

/** Units that may be meant: those that had orders, newest first, and the towns. */
export function unitsKnown({
  givenOrders = [],
  places,
}: Pick<Facts, 'givenOrders' | 'places'>): readonly string[] {
  const towns = places.filter(({ kind, former }) => kind === 'town' && !former).map(({ name }) => name)
  return [...new Set([...givenOrders.map(({ unit }) => unit).reverse(), ...towns])]
}

/** The record of the fields; a deadline that cannot be read stays as typed, so that it is said. */
export function recordOf(
  { unit, dueAt, text }: OrderFields,
  {
    subject,
    at,
    timezone,
  }: { readonly subject: OrderSubject; readonly at: Instant; readonly timezone: string },
): OrderRecord {
  return {
    ...{ subject, unit: unit.trim(), text: text.trim(), at: formatInstant(timezone, at) },
    dueAt: momentTyped(timezone, dueAt) ?? '',
  }
}

/** Fields as the form opens for a gap. */
export const newOrder = (
  facts: Facts,
  gap: { readonly subject: OrderSubject; readonly text: string; readonly town: string | null },
  at: Instant,
): OrderFields => ({
  unit: unitFor(facts, gap),
  text: gap.text,
  dueAt: typedInstant(facts.pack.timezone, dueOf(facts, gap.subject, at)),
})

/** The order about a gap that is not closed yet; null where none was given. */
export const orderAbout = (
  orders: SurveyOrders | null | undefined,
  subject: OrderSubject,
): SurveyOrder | null =>
  orders?.all.find((order) => order.state !== 'closed' && isSame(order.subject, subject)) ?? null

function isSame(one: OrderSubject, other: OrderSubject): boolean {
  if (one.kind === 'free' || one.kind !== other.kind) return false
  if (one.kind === 'rows' && other.kind === 'rows')
    return one.list === other.list && other.rows.some((row) => one.rows.some((own) => isRow(own, row)))
  return keyOf(one) === keyOf(other)
}

type Row = Extract<OrderSubject, { kind: 'rows' }>['rows'][number]
const isRow = (one: Row, other: Row): boolean =>
  one.file === other.file && one.row === other.row && (one.segment ?? null) === (other.segment ?? null)

const keyOf = (subject: OrderSubject): string =>
  JSON.stringify(Object.entries(subject).sort(([a], [b]) => (a < b ? -1 : 1)))
