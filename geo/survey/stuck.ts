import type { ZoneAnswer } from '../answers'
import { decisiveOf, missingOf, settlesItself, waitsForOthers } from './lowering'

/**
 * Zones that do not come down by time and approvals alone: something is missing that a person must do or say, there is
 * no lowering at all, or they wait for a zone of which this is so. `moves` are those of which a change is forecast.
 */
export function stuckZones(answers: readonly ZoneAnswer[], moves: ReadonlySet<string>): ReadonlySet<string> {
  const stuck = new Set<string>()
  const waitFor = new Map<string, readonly string[]>()
  for (const { id, transitions } of answers) {
    const decisive = decisiveOf(transitions)
    const isMet = decisive?.state === 'due' || decisive?.state === 'approval'
    const missing = decisive && !isMet ? missingOf(decisive.conditions) : []
    const lacks = missing.some((one) => !settlesItself(one))
    if (!decisive || (lacks && !moves.has(id))) stuck.add(id)
    const named = missing.filter(waitsForOthers).map(({ figures }) => String(figures.zones ?? ''))
    waitFor.set(id, named.join(' ').split(' ').filter(Boolean))
  }
  for (let before = -1; before < stuck.size; ) {
    before = stuck.size
    for (const [id, others] of waitFor) if (others.some((other) => stuck.has(other))) stuck.add(id)
  }
  return stuck
}
