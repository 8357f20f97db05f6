import type { HandOverContent } from '#geo'

/** One signature of a hand-over: who hands over freezes what it says, who takes over signs that. */
export interface HandoverBody {
  readonly type: 'handover.signed@1'
  readonly role: 'out' | 'in'
  /** id of the event by which it was handed over; null for that one itself */
  readonly of: string | null
  /** null where it is taken over */
  readonly content: HandOverContent | null
}

/** True for a signature of a hand-over. */
export const isHandoverType = (type: string): type is HandoverBody['type'] => type === 'handover.signed@1'
