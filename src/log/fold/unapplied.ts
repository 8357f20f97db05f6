import type { ChangeFault } from '#geo'

/** An event that could not act, and why. Counted and shown, never dropped. */
export interface Unapplied {
  readonly event: string
  readonly type: string
  readonly code:
    | 'no-such-row'
    | 'no-such-zone'
    | 'already-held'
    | 'no-such-event'
    | 'no-such-field'
    | 'not-a-value'
    | 'missing-segment'
    | 'unknown-type'
    | 'contested'
    | 'suspended'
    | 'same-person'
    | ChangeFault
}
