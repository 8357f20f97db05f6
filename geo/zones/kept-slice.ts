import type { Facts } from '../facts'
import type { Instant } from '../time/calendar'
import type { PolicyOf } from './ground/ground'

/** `look` is called amid the rows and may throw to end it: then nothing is kept. */
type Question<Answer> = (facts: Facts, asOf: Instant, policyOf: PolicyOf, look?: () => void) => Answer

/** The same question with its last answer about each facts kept: all that is asked of one slice asks it again. */
export function keptLast<Answer>(ask: Question<Answer>): Question<Answer> {
  const latest = new WeakMap<Facts, { asOf: Instant; policyOf: PolicyOf; answer: Answer }>()
  return (facts, asOf, policyOf, look) => {
    const last = latest.get(facts)
    if (last?.asOf === asOf && last.policyOf === policyOf) return last.answer
    const answer = ask(facts, asOf, policyOf, look)
    latest.set(facts, { asOf, policyOf, answer })
    return answer
  }
}
