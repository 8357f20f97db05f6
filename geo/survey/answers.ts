import type { AssessAnswer, CoverageAnswer, Survey } from '../answers'
import { coverage as coverageOf } from '../coverage/coverage'
import { findingsOf } from '../coverage/findings'
import type { Facts } from '../facts'
import { placesAt } from '../places/changes/places-at'
import type { Instant } from '../time/calendar'
import { assess as assessOf } from '../zones/assess'
import { survey as surveyOf } from './survey'

export interface Answers {
  readonly assess: AssessAnswer
  readonly coverage: CoverageAnswer
  readonly survey: Survey
}

export interface AnswersQuestion {
  readonly asOf: Instant
  /** only printed: the facts are already those known by then */
  readonly known?: Instant | null
  readonly policy?: string | null
}

/** Assessment with its findings, from one coverage. Throws RangeError on an unusable policy. */
export function assessWithFindings(
  facts: Facts,
  question: AnswersQuestion,
): { assess: AssessAnswer; coverage: CoverageAnswer } {
  const coverage = coverageOf(facts, { ...question, unplaced: [] })
  const findings = findingsOf(facts, { ...question, coverage })
  const assess = assessOf(facts, { ...question, findings })
  return { assess, coverage: { ...coverage, unplaced: assess.unplaced } }
}

/** Everything the screens show of one slice: command line and screens ask the same function. */
export function answersOf(register: Facts, question: AnswersQuestion): Answers {
  const facts = placesAt(register, question.asOf)
  const { assess, coverage } = assessWithFindings(facts, question)
  return { assess, coverage, survey: surveyOf(facts, { ...question, assess, coverage }) }
}
