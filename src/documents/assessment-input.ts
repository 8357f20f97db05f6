import type { ApprovalStep, FrozenView, Survey, SurveyZone, TransitionAnswer } from '#geo'
import type { Locale } from '../i18n/format'
import type { ZoneDeed } from '../log/fold/zone-deeds'
import type { Translate } from './document'
import type { PaperFrame } from './paper-frame'

/** What an assessment form is made of: answers, steps with what they saw, and the zone's file. */
export interface AssessmentInput {
  readonly zone: SurveyZone
  readonly transition: TransitionAnswer
  /** what is seen now */
  readonly seen: FrozenView
  readonly chain: readonly ApprovalStep[]
  /** the file of the zone */
  readonly deeds: readonly ZoneDeed[]
  readonly survey: Survey
  readonly locale: Locale
  readonly t: Translate
  readonly frame: PaperFrame
}
