import {
  type AskedFact,
  type ConditionAnswer,
  factsOfZone,
  lacksFact,
  type Policy,
  type ZoneAnswer,
} from '#geo'
import type { Statement } from '../../../log/hand/hand-body'
import { momentTyped } from './as-typed'

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
