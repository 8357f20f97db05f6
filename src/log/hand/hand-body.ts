/** State of a post as a person found it; only of the first and the last the road counts as held. */
export type CheckedState = 'onDuty' | 'short' | 'empty' | 'locked'

/** One person as reported by hand, under the names of the columns of its list; null is not said. */
export interface CaseRecord {
  readonly id: string | null
  readonly reportedAt: string | null
  readonly sampledAt: string | null
  readonly kind: string | null
  readonly origin: string | null
  readonly foundIn: string | null
  /** code of a place */
  readonly place: string | null
  /** degrees WGS-84 */
  readonly position: readonly [lon: number, lat: number] | null
}

/** What a person enters without a file: each is one row of a list. */
export type HandBody =
  /** what a unit says for a day: items as a cell of the list has them, `0`, `10余`, `x`, empty for missing */
  | {
      readonly type: 'report.filed@1'
      readonly place: string
      readonly day: string
      readonly filedAt: string
      readonly items: Readonly<Record<string, string>>
    }
  /** how a post was found; `missing`: the roles that were not there, as the list of checks has them */
  | {
      readonly type: 'checkpoint.checked@1'
      readonly checkpoint: string
      readonly at: string
      readonly state: CheckedState
      readonly missing: string | null
    }
  | { readonly type: 'case.reported@1'; readonly case: CaseRecord }

export type HandType = HandBody['type']

const TYPES: Readonly<Record<HandType, true>> = {
  'report.filed@1': true,
  'checkpoint.checked@1': true,
  'case.reported@1': true,
}

/** True for what enters a row by hand. */
export const isHandType = (type: string): type is HandType => Object.hasOwn(TYPES, type)
