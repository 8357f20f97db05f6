import type { Facts } from '../../facts'
import type { Shape } from '../../geometry/rings/shape'
import { placesAt } from '../../places/changes/places-at'
import { hierarchyOf } from '../../places/hierarchy'
import type { Instant } from '../../time/calendar'
import { groundOf, type PolicyOf } from '../ground/ground'
import type { Delimit, Level, Policy } from '../policy/policy'
import { assemble } from './assemble'
import { type Exposed, exposedOf } from './exposed'
import { NoteBook } from './notes'
import { adminUnits, buffers, unitsAround, unitsBeside, type Workshop } from './pieces'
import { Plan } from './plan'
import { riskOf, type Truth } from './risk'
import type { Because, Exposure, Scheme, SchemeNoteCode } from './scheme'

export interface ProposeQuestion {
  readonly asOf: Instant
  /** the edition by which is drawn */
  readonly policy: Policy
  /** editions of the zones in force */
  readonly policyOf: PolicyOf
  /** ids of cases; all counted ones where left out */
  readonly cases?: readonly string[]
  readonly exposures?: readonly Exposure[]
  readonly neighbours?: readonly { readonly name: string; readonly shape: Shape }[]
}

/**
 * The zones that the policy's delimitation draws for cases and for where they were: units by their own risk, circles
 * and ways beyond an edge, neighbours, the remainder. A proposal: nothing is written. What a zone at least as strict
 * has already is left alone and said; what is not known is said and draws nothing; a line that leaves the district is
 * kept whole. No two zones of a scheme hold the same ground, and with a remainder they hold the whole district.
 */
export function propose(register: Facts, question: ProposeQuestion): Scheme {
  const { asOf, policy, policyOf, exposures = [], cases } = question
  const facts = placesAt(register, asOf)
  const hierarchy = hierarchyOf(facts.places)
  const notes = new NoteBook()
  const say = (code: SchemeNoteCode, because: Because): void =>
    notes.add({ code, level: null, because, zone: null })
  const standing = groundOf(facts, asOf, policyOf)
  const exposed = exposedOf(facts, hierarchy, { asOf, exposures, say, ...(cases && { cases }) })
  const risks = new Map<Exposed, (flag: string) => Truth>(
    exposed.map((one) => [one, riskOf(facts, asOf, one, say)]),
  )
  const plan = new Plan(hierarchy, standing)
  const shop: Workshop = {
    ...{ hierarchy, timezone: facts.pack.timezone, asOf, policy, exposed, say },
    linesOf: (level) => plan.linesOf(level),
    riskOf: (one) => risks.get(one)!,
  }
  const levels = [...policy.levels].sort((a, b) => b.rank - a.rank)
  for (const level of levels)
    for (const [at, delimit] of (level.delimit ?? []).entries())
      drawBy(plan, shop, { level, delimit, rule: `levels.${level.id}.delimit.${at}`, notes })
  for (const level of levels)
    for (const delimit of level.delimit ?? [])
      if (delimit.type === 'remainder') plan.remainder(level, delimit, notes)
  return assemble(plan, { policy, notes, exposed, neighbours: question.neighbours ?? [] })
}

interface Rule<T extends Delimit = Delimit> {
  readonly level: Level
  readonly delimit: T
  readonly rule: string
  readonly notes: NoteBook
}

function drawBy(plan: Plan, shop: Workshop, { level, delimit, rule, notes }: Rule): void {
  switch (delimit.type) {
    case 'adminUnit':
      plan.put(level, adminUnits(shop, rule, delimit))
      break
    case 'buffer':
      plan.put(level, buffers(shop, rule, delimit))
      break
    case 'ringOf':
      plan.put(level, unitsAround(shop, rule, delimit))
      break
    case 'adjacent':
      plan.put(level, unitsBeside(shop, rule, delimit))
      break
    case 'manual': {
      const because: Because = { rule, case: null, exposure: null, place: null }
      notes.add({ code: 'by-hand', level: level.id, because, zone: null })
      plan.leaveToPeople(level)
      break
    }
    case 'remainder':
      break
  }
}
