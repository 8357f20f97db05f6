import type { ConditionAnswer, SurveyZone, TransitionAnswer, When } from '../../answers'
import type { Words } from '../explain/explanation'
import type { ApprovalStep, Bilingual, Condition } from '../policy/policy'
import type { PolicyFault } from '../policy/policy-fault'

/** What is read of a zone's row: its word, its dates, what they hang on. */
export type ZoneOutlookRow = Pick<
  SurveyZone,
  | 'word'
  | 'loweringWord'
  | 'raises'
  | 'date'
  | 'daysLeft'
  | 'dayProgress'
  | 'ifDone'
  | 'metSince'
  | 'held'
  | 'missing'
  | 'approvalAtRisk'
>

/** How one zone stands under one edition. */
export interface ZoneUnder {
  /** null where the edition has no such level and says none it goes over to */
  readonly level: string | null
  readonly levelName: Words | null
  /** the lowering that decides; null where the edition has none from there */
  readonly transition: string | null
  readonly transitionName: Words | null
  readonly to: string | null
  readonly toName: Words | null
  readonly state: TransitionAnswer['state'] | null
  /** since when it is due, else the date its row shows; null where its row shows none */
  readonly eligibleAt: When | null
  /** what its row says under this edition, on the wall as anywhere */
  readonly row: ZoneOutlookRow
  readonly nationalAt: When | null
  readonly conditions: readonly ConditionAnswer[]
  readonly forecast: readonly { readonly level: string; readonly from: When; readonly into: string | null }[]
  /** when a change still to come reaches the lowest level, or takes the zone into another; null where none does */
  readonly endsAt: When | null
}

/** A figure that both editions ask for the same thing, with another number in each. */
export interface ChangedNumber extends Words {
  readonly condition: string
  /** where in the condition, e.g. `days.gte` */
  readonly key: string
  readonly before: number
  readonly after: number
}

export interface ZoneComparison {
  readonly id: string
  readonly name: string
  readonly from: ZoneUnder
  readonly to: ZoneUnder
  /** calendar days by which the earliest date moves: above 0 later, below 0 earlier; null where either is not known */
  readonly days: number | null
  /** the same for the end of the forecast */
  readonly endDays: number | null
  readonly onlyInFrom: readonly ConditionAnswer[]
  readonly onlyInTo: readonly ConditionAnswer[]
  readonly changed: readonly ChangedNumber[]
}

/** Answer of `compareEditions`: every zone in force, sorted by id. */
export interface EditionComparison {
  readonly schema: 'cordon-compare/1'
  readonly asOf: When
  readonly known: When | null
  readonly from: Words & { readonly id: string }
  readonly to: Words & { readonly id: string }
  readonly zones: readonly ZoneComparison[]
  /** zones by what becomes of their earliest date */
  readonly totals: {
    readonly earlier: number
    readonly later: number
    readonly same: number
    readonly unknown: number
  }
}

/** One thing in which two documents differ, with its sentence. */
export interface PolicyDifference extends Words {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly part:
    | 'head'
    | 'counting'
    | 'level'
    | 'measure'
    | 'delimit'
    | 'transition'
    | 'condition'
    | 'class'
    | 'approval'
    | 'schedule'
    | 'deadline'
    | 'communityFinds'
    | 'subject'
  /** what it is about, e.g. `transition.unseal.condition.noNewCase` */
  readonly id: string
  /** what it is called, e.g. 解除封控 · 增 */
  readonly name: Words
  readonly before: Words | null
  readonly after: Words | null
}

/** A number of a condition that a local edition may set otherwise. */
export interface Threshold extends Words {
  readonly transition: string
  /** id of the leaf */
  readonly condition: string
  /** where in the leaf, e.g. `days.gte` */
  readonly key: string
  readonly value: number
  /** the direction in which it becomes stricter */
  readonly stricter: 'up' | 'down'
}

/** What headquarters changes in an edition it builds on. */
export interface LocalChanges {
  readonly id: string
  readonly name: Bilingual
  readonly jurisdiction?: string
  readonly valid?: { readonly from: string; readonly to: string | null }
  readonly sources?: readonly string[]
  readonly thresholds?: readonly {
    readonly transition: string
    readonly condition: string
    readonly key: string
    readonly value: number
  }[]
  /** chains by name, whole */
  readonly chains?: Readonly<Record<string, readonly ApprovalStep[]>>
  /** names and prefixes of levels by id */
  readonly labels?: Readonly<Record<string, Bilingual & { readonly prefix?: Bilingual }>>
  /** conditions added to a transition; each needs an id of its own */
  readonly conditions?: readonly { readonly transition: string; readonly condition: Condition }[]
}

/** A condition from above that a local edition loosens (RULES §8.10): a warning, never a refusal. */
export interface Loosening extends Words {
  readonly transition: string
  readonly condition: string
  readonly key: string
  readonly before: number
  readonly after: number
}

/** The document of a local edition, ready to be put into a pack's `policies/`. */
export interface LocalEdition {
  readonly document: Readonly<Record<string, unknown>>
  readonly faults: readonly PolicyFault[]
  readonly loosened: readonly Loosening[]
}
