import { type Facts, factsAsked, policiesOf, readYesNo, type ZoneStay } from '#geo'
import { type HandFault, type SaidAt, timeFault, wordsFault, zoneOrPlaceFault } from './field-faults'
import type { HandBody } from './hand-body'

type Stated = Extract<HandBody, { type: 'fact.stated@1' | 'metric.stated@1' }>

/** The first thing that is missing or cannot be of what is stated, in the order of its fields. */
export const statementFault = (body: Stated, said: SaidAt): HandFault | null =>
  zoneOrPlaceFault(body, said) ??
  contentFault(body, said) ??
  timeFault('at', body.at, said) ??
  wordsFault('unit', body.unit) ??
  wordsFault('paper', body.paper)

function contentFault(body: Stated, { facts }: SaidAt): HandFault | null {
  const name = body.type === 'fact.stated@1' ? body.fact : body.metric
  if (name.trim() === '') return { field: 'fact', code: 'no-fact' }
  if (body.type === 'metric.stated@1')
    return Number.isFinite(body.value) ? null : { field: 'value', code: 'no-figure' }
  if (body.value.trim() === '') return { field: 'value', code: 'no-value' }
  if (isYesNo(name, facts) && readYesNo(body.value) === null) return { field: 'value', code: 'not-yes-no' }
  return wordsFault('value', body.value)
}

/** Whether an edition that a zone follows, or the pack, asks it as a question to be answered yes or no. */
function isYesNo(fact: string, facts: Facts): boolean {
  const policyOf = policiesOf(facts)
  const policies = new Set([policyOf({ policy: null } as ZoneStay), ...facts.zones.map(policyOf)])
  return [...policies].some((policy) => policy !== null && asksYesNo(fact, factsAsked(policy)))
}

const asksYesNo = (fact: string, asked: ReturnType<typeof factsAsked>): boolean =>
  [...asked.values()].some((leaves) =>
    [...leaves.values()].some((all) => all.some(({ name, kind }) => name === fact && kind === 'yesNo')),
  )
