import { formatInstant, type Instant } from '#geo'
import type { SignalBody } from '../../log/hand/signal-body'
import { handVerb } from './writing'

export type SignalReported = Extract<SignalBody, { type: 'signal.reported@1' }>
export type SignalDecided = Extract<SignalBody, { type: 'signal.decided@1' }>
export type SignalWithdrawn = Extract<SignalBody, { type: 'signal.withdrawn@1' }>

/** 阳性线索: a positive that is not yet a case. */
export const reportSignal = handVerb<SignalReported>({ id: 'signal.report', label: 'hand.verb.signal' })
/** What became of it: 排除, or the case of that number. */
export const decideSignal = handVerb<SignalDecided>({ id: 'signal.decide', label: 'hand.verb.clear' })
/** It was none, with the reason. */
export const withdrawSignal = handVerb<SignalWithdrawn>({
  id: 'signal.withdraw',
  label: 'hand.verb.withdraw',
})

interface When {
  readonly at: Instant
  readonly timezone: string
}

export const clearedOf = (signal: string, { at, timezone }: When): SignalDecided => ({
  ...{ type: 'signal.decided@1', signal, outcome: 'cleared', case: null },
  at: formatInstant(timezone, at),
})

/** It became the case of that number. */
export const becameCase = (signal: string, number: string, { at, timezone }: When): SignalDecided => ({
  ...{ type: 'signal.decided@1', signal, outcome: 'case', case: number.trim() || null },
  at: formatInstant(timezone, at),
})
