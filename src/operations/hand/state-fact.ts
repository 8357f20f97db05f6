import type { AskedFact } from '#geo'
import type { HandBody, Statement } from '../../log/hand/hand-body'
import { handVerb } from './writing'

export type FactStated = Extract<HandBody, { type: 'fact.stated@1' | 'metric.stated@1' }>

/** What a condition asks people for: who says so, when and on what paper. */
export const stateFact = handVerb<FactStated>({ id: 'fact.state', label: 'hand.verb.fact' })

/** The statement of a fact whose value stands as typed; one of a figure that is none is not a number. */
export function statementOf(asked: AskedFact, value: string, said: Statement): FactStated {
  const { name, kind } = asked
  if (kind !== 'figure') return { type: 'fact.stated@1', fact: name, value: value.trim(), ...said }
  const typed = value.trim().normalize('NFKC')
  return { type: 'metric.stated@1', metric: name, value: typed === '' ? Number.NaN : Number(typed), ...said }
}
