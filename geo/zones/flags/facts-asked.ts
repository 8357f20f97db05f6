import type { AssessAnswer, ConditionAnswer } from '../../answers'
import type { RowRef } from '../../facts'
import { planOf } from '../conditions/plan'
import type { Words } from '../explain/explanation'
import { inBoth, nameOf } from '../explain/naming'
import type { Policy } from '../policy/policy'
import type { AskedFact } from './facts-of-leaf'

/** Facts that the conditions of a policy ask people for: by transition, then by the id of the condition. */
export type FactsAsked = ReadonlyMap<string, ReadonlyMap<string, readonly AskedFact[]>>

const known = new WeakMap<Policy, FactsAsked>()

export function factsAsked(policy: Policy): FactsAsked {
  let asked = known.get(policy)
  if (!asked) {
    const ofTransition = (transition: NonNullable<Policy['transitions']>[number]) =>
      new Map(planOf(policy, transition).leaves.flatMap(({ id, facts }) => (facts ? [[id, facts]] : [])))
    asked = new Map((policy.transitions ?? []).map((one) => [one.id, ofTransition(one)]))
    known.set(policy, asked)
  }
  return asked
}

/** Why a condition is not met that a statement could settle: nobody made one, or the one that was made decides nothing. */
const LACKING: ReadonlySet<string> = new Set([
  ...['not-stated', 'no-event', 'each-lacking', 'stated-false', 'stated-true'],
  ...['not-a-flag', 'flag-older', 'flag-against-list', 'flag-twice', 'flag-lapsed'],
])

/** True for a condition that waits for what a person states. */
export const lacksFact = ({ state, reason }: Pick<ConditionAnswer, 'state' | 'reason'>): boolean =>
  state !== 'met' && reason !== null && LACKING.has(reason)

/** A finding of a zone: what was stated is contradicted by a list, a later event or another statement. */
export interface Contradicted {
  readonly zone: string
  readonly finding: ConditionAnswer
}

/** Where what the row states decides nothing, for something contradicts it. */
export function contradictedBy(
  { zones }: Pick<AssessAnswer, 'zones'>,
  stated: Pick<RowRef, 'file' | 'row'>,
): readonly Contradicted[] {
  const isOf = ({ id, evidence }: ConditionAnswer): boolean =>
    id.startsWith('contradiction.') &&
    evidence.some(({ file, row }) => file === stated.file && row === stated.row)
  return zones.flatMap(({ id, transitions }) => {
    const finding = transitions.flatMap(({ findings }) => findings).find(isOf)
    return finding ? [{ zone: id, finding }] : []
  })
}

/** What a fact is called in both languages; one that no dictionary knows stands in quotes. */
export function factName({ name, kind }: AskedFact): Words {
  const of = kind === 'yesNo' ? 'flag' : kind === 'event' ? 'event' : 'metric'
  return inBoth((dictionary) => nameOf(dictionary, of, name))
}
