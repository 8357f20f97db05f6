import type { Asked, LeafAnswer } from './asked'
import { askCount } from './count'
import { askDays } from './days'
import { askFlag } from './flag'
import type { LeafExpression } from './leaf-expression'
import { askMetric } from './metric'
import { askRounds } from './rounds/rounds'
import { askSurveys } from './rounds/surveys'
import { askZones } from './zones'

/** Asks one leaf. */
export function askLeaf(asked: Asked, leaf: LeafExpression): LeafAnswer {
  if ('days' in leaf) return askDays(asked, leaf)
  if ('count' in leaf) return askCount(asked, leaf)
  if ('rounds' in leaf) return askRounds(asked, leaf)
  if ('metric' in leaf) return askMetric(asked, leaf)
  if ('surveys' in leaf) return askSurveys(asked, leaf)
  if ('zones' in leaf) return askZones(asked, leaf)
  return askFlag(asked, leaf)
}

/** The opposite: what was met is unmet until it lapses, what will be met is met until then. */
export function opposite(answer: LeafAnswer): LeafAnswer {
  if (answer.state === 'unknown')
    return answer.without ? { ...answer, without: opposite(answer.without) } : answer
  if (answer.state === 'met')
    return {
      ...answer,
      state: 'unmet',
      at: answer.until,
      until: null,
      reason: 'stated-true',
      notBefore: Number.NEGATIVE_INFINITY,
    }
  return {
    ...answer,
    state: 'met',
    at: answer.since ?? null,
    until: answer.at,
    reason: null,
    notBefore: Number.NEGATIVE_INFINITY,
  }
}
