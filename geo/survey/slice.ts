import type { AssessAnswer, CoverageAnswer } from '../answers'
import { type Share, sharesOf } from '../coverage/shares'
import type { Facts } from '../facts'
import { type Hierarchy, hierarchyOf } from '../places/hierarchy'
import { addDays, type Day, dayOf, type Instant } from '../time/calendar'
import type { PolicyOf } from '../zones/ground/ground'
import type { Policy } from '../zones/policy/policy'
import { type Attribution, attribute } from '../zones/record/attribution'

/** One slice of the facts with everything that was already answered about it: what every part of a survey reads. */
export interface Slice {
  readonly facts: Facts
  readonly asOf: Instant
  readonly timezone: string
  /** the day that the as-of lies in, or ends */
  readonly day: Day
  /** the last day that is over */
  readonly lastWholeDay: Day
  /** the policy by which the district is read; null where it is unknown */
  readonly policy: Policy | null
  readonly policyOf: PolicyOf
  readonly hierarchy: Hierarchy
  /** the zones in force, and to which each case and contact belongs */
  readonly attribution: Attribution
  readonly shares: readonly Share[]
  readonly assess: AssessAnswer
  readonly coverage: CoverageAnswer
}

export interface SliceInput {
  readonly facts: Facts
  readonly asOf: Instant
  readonly policy: Policy | null
  readonly policyOf: PolicyOf
  readonly assess: AssessAnswer
  readonly coverage: CoverageAnswer
}

/** Joins facts and answers of one as-of. */
export function sliceOf({ facts, asOf, policy, policyOf, assess, coverage }: SliceInput): Slice {
  const { timezone } = facts.pack
  const hierarchy = hierarchyOf(facts.places)
  const attribution = attribute(facts, asOf, policyOf)
  return {
    ...{ facts, asOf, timezone, policy, policyOf, hierarchy, attribution, assess, coverage },
    day: dayOf(timezone, asOf - 1),
    lastWholeDay: addDays(dayOf(timezone, asOf), -1),
    shares: sharesOf(hierarchy, attribution.zones),
  }
}
