import type { ContactRecord } from './contact-body'
import type { FacilityBody } from './facility-body'
import type { PassageBody } from './passage-body'

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

/** What a person states for a zone or place, under the names of the columns of its list; null is not said. */
export interface Statement {
  readonly zone: string | null
  /** code of a place */
  readonly place: string | null
  readonly at: string
  /** who says so: an office, never a person */
  readonly unit: string | null
  /** number or title of the document that says so */
  readonly paper: string | null
}

/** A round of testing of a zone or place as it stands at `at`, under the names of the columns of its list; null is not said. */
export interface RoundRecord {
  readonly zone: string | null
  /** code of a place */
  readonly place: string | null
  readonly round: string
  readonly scope: string | null
  readonly method: string | null
  readonly startedAt: string
  /** when it was closed; null while it runs */
  readonly finishedAt: string | null
  readonly listed: number | null
  readonly excused: number | null
  readonly sampled: number | null
  readonly sent: number | null
  readonly resulted: number | null
  readonly positiveTubes: number | null
  readonly positivePeople: number | null
  readonly result: string | null
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
  | { readonly type: 'contact.added@1'; readonly contact: ContactRecord }
  /** a fact that a condition asks for; `value` as the list of facts has it: `true`, `false`, a number, words */
  | ({ readonly type: 'fact.stated@1'; readonly fact: string; readonly value: string } & Statement)
  /** a figure that a condition asks for */
  | ({ readonly type: 'metric.stated@1'; readonly metric: string; readonly value: number } & Statement)
  /** a round is opened, has new figures or is closed: all of it as it stands at that hour */
  | { readonly type: 'round.reported@1'; readonly at: string; readonly round: RoundRecord }
  | FacilityBody
  | PassageBody

export type HandType = HandBody['type']

const TYPES: Readonly<Record<HandType, true>> = {
  'report.filed@1': true,
  'checkpoint.checked@1': true,
  'case.reported@1': true,
  'contact.added@1': true,
  'fact.stated@1': true,
  'metric.stated@1': true,
  'round.reported@1': true,
  'facility.opened@1': true,
  'occupancy.stated@1': true,
  'passage.counted@1': true,
}

/** True for what enters a row by hand. */
export const isHandType = (type: string): type is HandType => Object.hasOwn(TYPES, type)
