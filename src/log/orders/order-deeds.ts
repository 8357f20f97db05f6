import { type GivenOrder, LOG_FILE, type OrderDeed, readMoment } from '#geo'
import type { LogEvent } from '../events'
import type { ShownCell } from '../identity/changes'
import { freeText } from '../personal/kept-text'
import type { OrderType } from './order-body'

export type OrderEvent = Extract<LogEvent, { type: OrderType }>
type Given = Extract<OrderEvent, { type: 'order.given@1' }>
type Told = Exclude<OrderEvent, { type: 'order.given@1' | 'order.withdrawn@1' }>

/** What an event of an order is told of beside its body. */
interface Placed {
  readonly line: number
  readonly timezone: string
  /** since when it is known; null: from the beginning */
  readonly knownAt: number | null
}

/** Orders as people have told them, in the order of the log. */
export class OrderDeeds {
  readonly #told = new Map<string, GivenOrder>()

  /** Null where the deed was done; else why it was not. */
  say(event: OrderEvent, placed: Placed): 'no-such-row' | 'not-a-value' | null {
    switch (event.type) {
      case 'order.given@1':
        return this.#give(event, placed)
      case 'order.withdrawn@1':
        return this.#told.delete(event.order) ? null : 'no-such-row'
      default:
        return this.#tell(event, placed)
    }
  }

  #give({ id, by, order }: Given, { line, timezone, knownAt }: Placed): 'not-a-value' | null {
    const at = readMoment(timezone, order.at)
    const dueAt = readMoment(timezone, order.dueAt)
    if (!at || !dueAt) return 'not-a-value'
    const origin = { file: LOG_FILE, row: line, segment: null, knownAt }
    const said = { unit: freeText(order.unit), text: freeText(order.text), by: officeOf(by) }
    this.#told.set(id, { ...{ id, subject: order.subject, at, dueAt }, ...said, deeds: [], origin })
    return null
  }

  /** What is said of a time before it was given is of another one. */
  #tell(event: Told, { timezone, knownAt }: Placed): 'no-such-row' | 'not-a-value' | null {
    const order = this.#told.get(event.order)
    if (!order) return 'no-such-row'
    const at = readMoment(timezone, event.at)
    if (!at || at.at < order.at.at) return 'not-a-value'
    const deed: OrderDeed = {
      ...{ kind: kindOf(event), at, words: freeText(event.words), event: event.id, knownAt },
      by: officeOf(event.by),
    }
    this.#told.set(order.id, { ...order, deeds: [...order.deeds, deed] })
    return null
  }

  read(): readonly GivenOrder[] {
    return Object.freeze([...this.#told.values()])
  }
}

function kindOf(event: Told): OrderDeed['kind'] {
  if (event.type === 'order.answered@1') return 'answered'
  if (event.type === 'order.closed@1') return 'closed'
  return event.outcome === 'done' ? 'confirmed' : 'refuted'
}

const officeOf = ({ unit, name }: LogEvent['by']): string | null => unit || name || null

/** What a deed of an order sets, under names that its history has words for. */
export function orderValues(event: OrderEvent): Readonly<Record<string, ShownCell>> {
  switch (event.type) {
    case 'order.given@1': {
      const { unit, text, at, dueAt, subject } = event.order
      return { unit: freeText(unit), text: freeText(text), at, dueAt, about: subject.kind }
    }
    case 'order.rechecked@1':
      return { outcome: event.outcome, words: freeText(event.words), at: event.at }
    case 'order.withdrawn@1':
      return {}
    default:
      return { words: freeText(event.words), at: event.at }
  }
}
