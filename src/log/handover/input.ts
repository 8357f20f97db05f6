import type { AssessAnswer, CoverageAnswer, Instant, Survey } from '#geo'
import type { Register } from '../fold/register'

/** What a hand-over is made of: the answers at its end, those at its beginning, and what the log knows. */
export interface HandOverInput {
  readonly facts: Register
  readonly since: Instant
  readonly asOf: Instant
  readonly before: Survey
  readonly survey: Survey
  readonly assess: AssessAnswer
  readonly coverage: CoverageAnswer
}
