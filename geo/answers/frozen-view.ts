import type { ConditionAnswer, TransitionAnswer } from './assess'
import type { When } from './printed'

/** What a person saw when a step of a transition was taken: everything the decision rests on, as values. */
export interface FrozenView {
  readonly asOf: When
  readonly known: When | null
  /** hash of the last event of the log */
  readonly head: string | null
  readonly policy: { readonly id: string; readonly zh: string; readonly en: string; readonly digest: string }
  readonly zone: {
    readonly id: string
    readonly name: string
    readonly level: string
    readonly since: When
    readonly designatedAt: When
  }
  readonly transition: {
    readonly id: string
    readonly kind: TransitionAnswer['kind']
    readonly to: string
    readonly into: string | null
    readonly state: TransitionAnswer['state']
    readonly eligibleAt: When | null
    readonly nationalAt: When | null
  }
  readonly conditions: readonly ConditionAnswer[]
  readonly findings: readonly ConditionAnswer[]
  /** area, people, households, places, cases, crossings: by name; null is unknown */
  readonly figures: Readonly<Record<string, number | string | null>>
}

/** One thing that is no longer as a step saw it. */
export interface ViewDifference {
  /** e.g. `condition.noNewCase`, `figure.cases`, `zone.level` */
  readonly key: string
  readonly kind: 'condition' | 'finding' | 'figure' | 'zone' | 'policy' | 'transition'
  readonly before: string | number | null
  readonly after: string | number | null
}
