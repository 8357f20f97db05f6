import {
  type AskedFact,
  type ConditionAnswer,
  factsAsked,
  lacksFact,
  type Policy,
  type ZoneAnswer,
} from '#geo'
import type { Statement } from '../../../log/hand/hand-body'
import { momentTyped } from './as-typed'

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

/** The fact that a condition waits for; null where it waits for none. */
export function factLacking(
  zone: ZoneAnswer,
  policy: Policy | null,
  condition: ConditionAnswer,
): AskedFact | null {
  if (!policy || !lacksFact(condition)) return null
  const facts = factsOfZone(zone, policy)
  return facts.find((one) => one.condition.id === condition.id && one.isLacking) ?? null
}

/** What the form of a fact holds, as its fields have it. */
export interface FactFields {
  zone: string
  fact: string
  value: string
  at: string
  unit: string
  paper: string
}

/** Who, when and on what paper, as the list of facts has it; a time that cannot be read stays as typed. */
export function saidOf({ zone, at, unit, paper }: FactFields, timezone: string): Statement {
  return {
    zone: zone || null,
    place: null,
    at: momentTyped(timezone, at) ?? '',
    ...{ unit: unit.trim() || null, paper: paper.trim() || null },
  }
}
