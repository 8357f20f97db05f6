import type { Survey } from '../answers'
import { coverage as coverageOf } from '../coverage/coverage'
import { findingsOf } from '../coverage/findings'
import type { Facts } from '../facts'
import { placesAt } from '../places/changes/places-at'
import type { Answers, AnswersQuestion } from '../survey/answers'
import { survey as surveyOf } from '../survey/survey'
import type { Instant } from '../time/calendar'
import { assess as assessOf } from '../zones/assess'
import { type ZoneChange, zoneChanges } from './changes'
import type { Hypothesis } from './hypothesis'
import { withMovesMade } from './moves'
import { type Supposition, suppose } from './suppose'

/** What would be, and what of it the hypotheses do. */
export interface SupposedAnswers extends Answers {
  /** the instant of the last hypothesis, or the as-of: that of every date and number here but the coverage */
  readonly at: Instant
  /** the same instant with everything else as it is and nothing supposed */
  readonly otherwise: Survey
  readonly changes: readonly ZoneChange[]
}

/**
 * What every screen would show at the time of the last hypothesis if the hypotheses were so and nothing else
 * happened: what moves a zone at once has moved it, and what was approved has taken effect. Posts, reports and rooms are those of the as-of: nobody has filed or checked since. Throws RangeError on
 * an unusable policy.
 */
export function answersSupposing(
  register: Facts,
  question: AnswersQuestion & { readonly hypotheses: readonly Hypothesis[] },
): SupposedAnswers {
  const { hypotheses, ...asked } = question
  const facts = placesAt(register, asked.asOf)
  const supposed = suppose(facts, { asOf: asked.asOf, hypotheses })
  const untouched = suppose(facts, { asOf: asked.asOf, hypotheses: [] })
  const answers = answersAt(supposed, asked)
  const otherwise = answersAt({ ...untouched, at: supposed.at }, asked)
  return {
    ...answers,
    survey: { ...answers.survey, sources: otherwise.survey.sources },
    at: supposed.at,
    otherwise: otherwise.survey,
    changes: zoneChanges(otherwise, answers),
  }
}

function answersAt({ facts: laid, at }: Supposition, asked: AnswersQuestion): Answers {
  const facts = withMovesMade(laid, { from: asked.asOf, until: at, policy: asked.policy ?? null })
  const coverage = coverageOf(laid, asked)
  const findings = findingsOf(facts, { ...asked, coverage })
  const question = { ...asked, asOf: at }
  const assess = assessOf(facts, { ...question, findings })
  return { assess, coverage, survey: surveyOf(facts, { ...question, assess, coverage }) }
}
