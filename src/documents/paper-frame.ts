import type { Survey } from '#geo'
import { rulesEnded } from '../briefing/rules-note'
import { formatCount, formatFullAsOf, type Locale } from '../i18n/format'
import type { Translate } from './document'

/** What every paper says of where it comes from. */
export interface PaperFrame {
  readonly head: string | null
  readonly events: number
  readonly synthetic: boolean
  readonly exercise: boolean
}

/** What labels and footer of a paper are made of. */
export interface Framed {
  readonly survey: Survey
  readonly frame: PaperFrame
  readonly locale: Locale
  readonly t: Translate
}

/** Under every title: what the data is not. */
export function labelsOf({ survey, frame, locale, t }: Framed): string[] {
  const ended = rulesEnded(survey, locale)
  return [
    ...(frame.exercise ? [t('documents.exercise')] : []),
    ...(frame.synthetic ? [t('documents.synthetic')] : []),
    ...(ended === null ? [] : [ended]),
  ]
}

export function footerOf({ survey, frame, locale, t }: Framed): string {
  return t('documents.footer', {
    asOf: formatFullAsOf(survey.asOf, locale),
    head: frame.head?.slice(0, 12) ?? '—',
    events: formatCount(frame.events),
    count: frame.events,
  })
}
