import { type Facts, readMoment, type SignedHandOver } from '#geo'
import type { LogEvent } from '../events'
import type { HandFault } from '../hand/field-faults'
import type { HandoverBody } from './handover-body'

export type HandoverEvent = Extract<LogEvent, HandoverBody>

/** Two signatures of one person are none: the name decides, whatever its spaces. */
export const isSamePerson = (one: string, other: string): boolean => plain(one) === plain(other)
const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase()

/** Hand-overs as they were signed, in the order of the log. */
export class HandoverDeeds {
  readonly #signed = new Map<string, SignedHandOver>()

  /** Null where the signature counts; else why it does not. */
  sign(event: HandoverEvent): 'no-such-row' | 'not-a-value' | 'same-person' | 'already-held' | null {
    const signature = { name: event.by.name, unit: event.by.unit, at: event.recordedAt }
    if (event.role === 'out') {
      if (!event.content) return 'not-a-value'
      const { id, content } = event
      this.#signed.set(id, { id, number: this.#signed.size + 1, content, out: signature, taken: null })
      return null
    }
    const handed = event.of === null ? undefined : this.#signed.get(event.of)
    if (!handed) return 'no-such-row'
    if (handed.taken) return 'already-held'
    if (isSamePerson(handed.out.name, event.by.name)) return 'same-person'
    this.#signed.set(handed.id, { ...handed, taken: signature })
    return null
  }

  read(): readonly SignedHandOver[] {
    return Object.freeze([...this.#signed.values()])
  }
}

/** The hand-over that waits for whoever takes over; null where none does. */
export const handedOver = ({ handovers = [] }: Pick<Facts, 'handovers'>): SignedHandOver | null =>
  handovers.at(-1)?.taken === null ? handovers.at(-1)! : null

/** What is missing of a signature; that one person signs twice is told where the name is known. */
export function handoverFault(body: HandoverBody, facts: Facts): HandFault | null {
  const waiting = handedOver(facts)
  if (body.role === 'in')
    return waiting && waiting.id === body.of ? null : { field: 'of', code: 'no-such-handover' }
  if (waiting) return { field: 'of', code: 'not-taken-over' }
  if (!body.content) return { field: 'content', code: 'not-a-value' }
  const { from, to } = body.content
  const [begin, end] = [from, to].map((when) => readMoment(facts.pack.timezone, when)?.at ?? Number.NaN)
  return begin! < end! ? null : { field: 'content', code: 'no-time' }
}
