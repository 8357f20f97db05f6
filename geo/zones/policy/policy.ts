import type { ListName } from '../../facts'
import type { Unit } from './units'

export type { Unit } from './units'

/** The policy document: levels, delimitation, clocks, transitions, approvals and schedules as data. */
export interface Policy {
  readonly id: string
  readonly extends?: string
  /** ids of inherited transitions that this edition no longer has */
  readonly omits?: readonly string[]
  readonly name: Bilingual
  readonly disease: string
  readonly jurisdiction: string
  readonly valid: { readonly from: string; readonly to: string | null }
  readonly sources: readonly string[]
  readonly tz?: string
  readonly mode: 'fsm' | 'classify'
  /** `elapsed`: the same clock time n calendar days later. `fullDays`: n whole days, the first excluded. */
  readonly dayCount: 'elapsed' | 'fullDays'
  readonly dayOne?: 'anchorDay' | 'nextDay'
  readonly unit?: { readonly default: string; readonly allowed: readonly string[] }
  readonly overlap?: 'maxRank'
  readonly levels: readonly Level[]
  readonly clocks?: Readonly<Record<string, Clock>>
  readonly classifyInitial?: readonly { readonly level: string; readonly when: Condition }[]
  readonly transitions?: readonly Transition[]
  readonly classify?: readonly {
    readonly level: string
    readonly when: Condition
    /** once at the level a place stays there until this holds, and then goes down one level */
    readonly until?: Condition
  }[]
  /** how many linked cases make a cluster, each from its day on; 2 before the first */
  readonly clusterSize?: readonly {
    readonly from: string
    readonly cases: number
    readonly source?: string
  }[]
  /** how long the silence of a list of live data means *none*: hours from its 截至 on, null without end */
  readonly silence?: readonly {
    readonly list: ListName
    readonly hours: number | null
    readonly source?: string
  }[]
  readonly hysteresis?: { readonly downgradeAfterDays: number }
  readonly schedules?: Readonly<Record<string, Schedule>>
  readonly approvals?: Readonly<Record<string, readonly ApprovalStep[]>>
  readonly migrate?: readonly {
    readonly from: string
    readonly map: Readonly<Record<string, string>>
    readonly keepClock: boolean
    readonly graceDays?: number
  }[]
  /** ways of being found that count as 社会面 */
  readonly communityFinds?: readonly string[]
  /** what is counted, and its words */
  readonly subject?: {
    readonly zh: string
    readonly en: string
    readonly unit: string
    readonly unitEn?: string
  }
  readonly deadlines?: readonly {
    readonly id: string
    readonly zh: string
    readonly en?: string
    readonly from: string
    readonly done: string
    readonly hours: number
    readonly source: string
  }[]
}

export interface Bilingual {
  readonly zh?: string
  readonly en?: string
}

/** How ground comes to a level. */
export type Delimit = Bilingual & { readonly source?: string } & (
    | {
        readonly type: 'adminUnit'
        readonly unit?: Unit
        /** what is looked at: `home`, `activity`, `premises` … */
        readonly of: readonly string[]
        readonly lookbackDays?: number
        readonly minCases?: number
        readonly when?: Condition
      }
    | {
        readonly type: 'buffer'
        /** `case`, `premises`, `zone:<level>`, or any of them with `.edge` */
        readonly of: string
        readonly radiusM: number
        /** levels whose ground is left out */
        readonly minus?: readonly string[]
      }
    | { readonly type: 'ringOf'; readonly unit: Unit; readonly minus: readonly string[] }
    | { readonly type: 'adjacent'; readonly to: string; readonly unit: Unit }
    | { readonly type: 'remainder'; readonly within: Unit; readonly minus: readonly string[] }
    | { readonly type: 'manual' }
  )

export interface Level extends Bilingual {
  readonly id: string
  /** higher = stricter */
  readonly rank: number
  /** code prefix, e.g. 封 / S */
  readonly prefix?: Bilingual
  readonly measures?: readonly Bilingual[]
  /** term: after so many hours the level may not go on; the zone never moves by itself */
  readonly ttlHours?: number
  readonly delimit?: readonly Delimit[]
  readonly source?: string
}

export interface Schedule {
  readonly pcrDays: readonly number[]
  readonly antigenDays?: readonly number[]
  readonly finalWithinHours?: number
  readonly temperaturePerDay?: number
  readonly source?: string
}

export interface ApprovalStep extends Bilingual {
  readonly step: string
  readonly actor?: string
  readonly blocking?: boolean
  readonly slaHours?: number
  /** whoever signed a step of the chain before may sign this one too */
  readonly samePerson?: boolean
  readonly source?: string
}

export type Clock =
  | {
      readonly event: string
      readonly agg?: 'last' | 'first'
      readonly filter?: CaseFilter
      /** every such event wants one of its own: while one of them has none, the last has not come */
      readonly each?: string
    }
  | { readonly maxOf: readonly Clock[] }
  | { readonly minOf: readonly Clock[] }
  | { readonly clock: string }
  | { readonly if: Condition; readonly then: Clock; readonly else: Clock }

export interface CaseFilter {
  readonly only?: readonly string[]
  readonly not?: readonly string[]
}

export interface Comparison {
  readonly gt?: number
  readonly gte?: number
  readonly lt?: number
  readonly lte?: number
  readonly eq?: number
}

/** Whose rule it is. `reference` is shown and never decides. */
export type Authority = 'national' | 'province' | 'city' | 'local' | 'reference'

/** Every node may carry these; `id` defaults to its path (`when.all.2`). */
export interface Annotation extends Bilingual {
  readonly id?: string
  /** one Han character */
  readonly mark?: string
  readonly authority?: Authority
  readonly source?: string
  /** it, or a part of it, is our reading of the text: see policies/README.md */
  readonly reading?: boolean
}

export type Condition = Annotation & Expression

export type Expression =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly days: { readonly since: Clock; readonly gte: number }; readonly ifMissing?: boolean }
  | {
      readonly count: {
        readonly event: string
        readonly withinDays: number
        readonly filter?: CaseFilter
      } & Comparison
    }
  | { readonly rounds: RoundsDemand }
  | { readonly metric: MetricDemand }
  | { readonly surveys: SurveysDemand }
  | { readonly zones: { readonly within: string; readonly levels: readonly string[] } & Comparison }
  | { readonly flag: string; readonly withinHours?: number }

/** A figure within limits. */
export interface MetricDemand extends Comparison {
  readonly name: string
  /** on each of so many days in a row, each with a figure of its own */
  readonly consecutiveDays?: number
  /** a stated figure speaks for so many days from its own on; 1 where nothing is said */
  readonly validDays?: number
  /** how the figures of parts make that of the whole, where the whole has none of its own */
  readonly across?: 'sum' | 'highest' | 'lowest'
}

/** So many surveys in a row whose figure is within limits. */
export interface SurveysDemand extends Comparison {
  readonly min: number
  /** only those of this method; all where nothing is said */
  readonly method?: string
  /** what is compared: the index as stated, the number positive, or the share of positives in per cent */
  readonly figure: 'value' | 'positive' | 'share'
  /** each at least so many days after the one before; 1 where nothing is said */
  readonly apartDays?: number
  /** a survey speaks for so many days after its own */
  readonly validDays: number
  /** how surveys of one day make one figure: their sum, or the worst of them, by which end is worse */
  readonly across: 'sum' | 'highest' | 'lowest'
}

export interface RoundsDemand {
  readonly min: number
  readonly result: 'negative'
  readonly coverage?: number
  readonly withinDays?: number
  readonly withinHours?: number
  readonly since?: Clock
  readonly fromDay?: number
  readonly consecutive?: boolean
}

export interface Transition extends Bilingual {
  readonly id: string
  readonly from: string | readonly string[]
  readonly to: string
  readonly kind: 'release' | 'downgrade' | 'upgrade' | 'extend' | 'split'
  readonly on?: string
  readonly when?: Condition
  readonly sameAs?: string
  readonly cameFrom?: readonly (string | null)[]
  readonly minDaysInLevel?: number
  readonly approval?: string
  readonly scope?: 'zone' | 'affectedUnits'
  readonly redesignate?: boolean
  /** a person may do it: the machine never does it by itself */
  readonly optional?: boolean
  /** the zone may go down although a stricter one lies inside it */
  readonly despiteStricterInside?: boolean
  /** for so many days it goes on as another level, then to `to` without any other condition */
  readonly tail?: { readonly asLevel: string; readonly days: number } & Bilingual
  readonly source?: string
  /** that the event `on` moves the zone is our reading of the text */
  readonly reading?: boolean
  /** in a policy ready for use: id of the transition whose tail this one is. No document says it */
  readonly tailOf?: string
}
