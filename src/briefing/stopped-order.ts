import type { TransitionAnswer } from '#geo'
import type { Locale } from '../i18n/format'
import { formatShortMoment } from '../i18n/format-short'
import { SPEECH } from './speech/speeches'

/** What is said of a whole order that is held in place of when it takes effect: that it is, and why. Null of any other. */
export function stoppedOrder(transition: TransitionAnswer | null, at: string, locale: Locale): string | null {
  const approval = transition?.approval
  if (!approval?.suspended?.length && !approval?.untilPlaced) return null
  const when = formatShortMoment(at, locale)
  return approval.untilPlaced ? SPEECH[locale].approvalUntilPlaced(when) : SPEECH[locale].approvalAtRisk(when)
}
