import type { SignalKind } from '#geo'

/** A positive that is not yet a case, as it was told; null is not said. */
export interface SignalRecord {
  readonly kind: SignalKind
  /** when it was reported */
  readonly at: string
  /** code of a place */
  readonly place: string | null
  /** degrees WGS-84 */
  readonly position: readonly [lon: number, lat: number] | null
  readonly tubes: number | null
  /** those who wait where they are */
  readonly people: number | null
}

/** What a person says of a signal 阳性线索. `signal` is the id of the event that reported it. */
export type SignalBody =
  | { readonly type: 'signal.reported@1'; readonly signal: SignalRecord }
  /** `case`: the number of the case that it became */
  | {
      readonly type: 'signal.decided@1'
      readonly signal: string
      readonly outcome: 'cleared' | 'case'
      readonly case: string | null
      readonly at: string
    }
  /** it was none: entered by mistake */
  | { readonly type: 'signal.withdrawn@1'; readonly signal: string; readonly because: string }

export type SignalType = SignalBody['type']

const TYPES: Readonly<Record<SignalType, true>> = {
  'signal.reported@1': true,
  'signal.decided@1': true,
  'signal.withdrawn@1': true,
}

/** True for what is said of a signal. */
export const isSignalType = (type: string): type is SignalType => Object.hasOwn(TYPES, type)
