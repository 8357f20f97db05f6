import type { ConditionAnswer } from '../answers'
import type { LeafAnswer } from './conditions/asked'
import { filled } from './conditions/sentences'
import { HELD_BY_ROWS } from './conditions/unread'
import { printMoment } from './moves/days'
import type { Trial } from './moves/trial'

/** The leaves of a trial as they are printed, in document order; quiet ones only while they are not met. */
export function conditionsOf(timezone: string, { plan, answers }: Trial): ConditionAnswer[] {
  return plan.leaves.flatMap((leaf, i): ConditionAnswer[] => {
    const answer = answers[i]!
    if (leaf.quiet && answer.state === 'met') return []
    return [
      {
        id: leaf.id,
        zh: filled(leaf.zh, answer.figures),
        en: filled(leaf.en, answer.figures),
        mark: leaf.mark,
        authority: leaf.authority,
        state: answer.state,
        at: printMoment(timezone, answer.at),
        until: printMoment(timezone, answer.until),
        reason: answer.reason,
        evidence: answer.evidence,
        anyOf: leaf.anyOf,
        reading: leaf.reading,
        figures: { ...answer.figures, ...silenceBeneath(answer) },
      },
    ]
  })
}

/** Of a leaf that unplaced rows hold, the list that would hold it once they are placed, for it has fallen silent. */
function silenceBeneath({ reason, without }: LeafAnswer): LeafAnswer['figures'] {
  if (!HELD_BY_ROWS.has(reason) || !without?.reason?.startsWith('list-')) return {}
  const { list, lacks, listUntil, silentHours } = without.figures
  return { list, lacks, listUntil, silentHours } as LeafAnswer['figures']
}
