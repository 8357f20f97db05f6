import type { Facts } from '../../facts'
import { isSeenMoment } from '../../time/seen'
import type { Condition } from '../policy/policy'
import { readYesNo } from '../record/yes-no'
import type { Exposed, Say } from './exposed'

const HIGH = 'highSpreadRiskAndContactsHardToTrace'
const SOME = 'someSpreadRiskAndContactsHardToTrace'

/** True, false, or null where nobody said. */
export type Truth = boolean | null

/** What was said of a place by hand: the last statement at or before the as-of holds. */
export function statedOf(facts: Facts, asOf: number, place: string | null, flag: string): Truth {
  let says: Truth = null
  let at = -Infinity
  for (const one of facts.statedFacts) {
    if (one.fact !== flag || one.place === null || one.place !== place) continue
    if (!isSeenMoment(one.at, asOf) || one.at.at < at) continue
    says = readYesNo(one.value)
    at = one.at.at
  }
  return says
}

/**
 * The two risks of a place where a case was. Contacts that are all held take it off, unless it is high all the same;
 * contacts that cannot be found make it high. Contradictions are said, and the stricter reading proposed.
 */
export function riskOf(facts: Facts, asOf: number, exposed: Exposed, say: Say): (flag: string) => Truth {
  const { exposure, place, because } = exposed
  const own = exposure ? ownRisk(exposure.risk, exposure.contactsTraced) : { high: null, some: null }
  if (exposure?.risk === 'high' && exposure.contactsTraced === true)
    say('high-risk-but-contacts-held', because)
  if (exposure?.risk === 'low' && exposure.contactsTraced === false)
    say('low-risk-but-contacts-untraced', because)
  return (flag) => {
    const stated = statedOf(facts, asOf, place, flag)
    const told = flag === HIGH ? own.high : flag === SOME ? own.some : null
    if (stated !== null && told !== null && stated !== told) say('stated-otherwise', because)
    return stated === null ? told : told === null ? stated : stated || told
  }
}

function ownRisk(
  risk: 'high' | 'some' | 'low' | null,
  contactsTraced: boolean | null,
): { high: Truth; some: Truth } {
  if (risk === 'high') return { high: true, some: false }
  if (contactsTraced === true) return { high: false, some: false }
  if (contactsTraced === false) return { high: true, some: false }
  if (risk === null) return { high: null, some: null }
  return { high: false, some: risk === 'some' }
}

/** A condition on one place: flags joined in any way. Anything else cannot be asked of a place and is unknown. */
export function holdsOfPlace(
  condition: Condition,
  flagOf: (flag: string) => Truth,
  unasked: () => void,
): Truth {
  const ask = (one: Condition): Truth => holdsOfPlace(one, flagOf, unasked)
  if ('all' in condition) return every(condition.all.map(ask))
  if ('any' in condition) return not(every(condition.any.map((one) => not(ask(one)))))
  if ('not' in condition) return not(ask(condition.not))
  if ('flag' in condition) return flagOf(condition.flag)
  unasked()
  return null
}

const not = (truth: Truth): Truth => (truth === null ? null : !truth)
const every = (all: readonly Truth[]): Truth =>
  all.includes(false) ? false : all.includes(null) ? null : true
