import type { ConditionAnswer, ZoneAnswer } from '../../answers'
import type { Policy } from '../policy/policy'
import { factsAsked, lacksFact } from './facts-asked'
import type { AskedFact } from './facts-of-leaf'

/** A fact that a condition of a zone asks for. */
export interface ZoneFact extends AskedFact {
  readonly condition: ConditionAnswer
  /** nobody stated it, or what was stated does not meet the condition */
  readonly isLacking: boolean
}

/** Facts that the conditions of a zone ask people for, those that are lacking first, each once. */
export function factsOfZone(zone: ZoneAnswer, policy: Policy): readonly ZoneFact[] {
  const asked = factsAsked(policy)
  const all = zone.transitions.flatMap(({ id, conditions }) =>
    conditions.flatMap((condition) =>
      (asked.get(id)?.get(condition.id) ?? []).map((fact) => ({
        ...{ ...fact, condition },
        isLacking: lacksFact(condition) && isItself(condition, fact),
      })),
    ),
  )
  const first = [...all].sort((a, b) => Number(b.isLacking) - Number(a.isLacking))
  return [...new Map(first.toReversed().map((one) => [one.name, one])).values()].toReversed()
}

/** Of a condition that names what is not stated, only that is lacking. */
const isItself = ({ figures }: ConditionAnswer, { name }: AskedFact): boolean =>
  typeof figures.flag !== 'string' || figures.flag === name
