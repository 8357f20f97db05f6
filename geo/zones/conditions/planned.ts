import type { AskedFact } from '../flags/facts-of-leaf'
import type { Authority, Transition } from '../policy/policy'
import type { Asked, LeafAnswer } from './asked'

/** A leaf of a transition, ready to be asked. */
export interface PlannedLeaf {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly mark: string | null
  readonly authority: Authority
  /** id of the `any` it stands in */
  readonly anyOf: string | null
  /** our reading of the text */
  readonly reading: boolean
  /** events that its clock or window is made of */
  readonly looksAt: readonly string[]
  /** what it asks people to state; absent for what no policy writes */
  readonly facts?: readonly AskedFact[]
  /** it compares figures, which speak for days */
  readonly isOfFigures?: boolean
  /** listed only while it is not met */
  readonly quiet: boolean
  ask(asked: Asked): LeafAnswer
}

export type PlanNode =
  | { readonly kind: 'leaf'; readonly leaf: number }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly PlanNode[] }

/** The conditions of a transition: its leaves in document order, and how they join. */
export interface Plan {
  readonly transition: Transition
  readonly leaves: readonly PlannedLeaf[]
  readonly root: PlanNode
}
