import { addDays, dayOf, daysBetween, formatInstant, type Instant, minuteOfDay, type Survey } from '#geo'

/** The days a time slider runs over: `from` 00:00 to the end of `to`, in the pack's zone. */
export interface Span {
  readonly from: string
  readonly to: string
  readonly timezone: string
}

const MINUTES_A_DAY = 1440

/** The span of the survey's timeline; null where it is empty. */
export function spanOf(survey: Survey): Span | null {
  const first = survey.timeline[0]
  const last = survey.timeline.at(-1)
  return first && last ? { from: first.day, to: last.day, timezone: survey.timezone } : null
}

/** No slider runs over more days: twice what charts span round the median of the facts. */
const MOST_DAYS = 4 * 400

/** Every day of the span, in order. */
export function daysOf(span: Span): string[] {
  return Array.from({ length: daysIn(span) }, (_, index) => addDays(span.from, index))
}

function daysIn({ from, to }: Span): number {
  return Math.min(MOST_DAYS, Math.max(1, daysBetween(from, to) + 1))
}

/** Where an instant lies in the span, 0 at its beginning, 1 at its end; outside it is held at the ends. */
export function placeOf(at: Instant, span: Span): number {
  const days =
    daysBetween(span.from, dayOf(span.timezone, at)) + minuteOfDay(span.timezone, at) / MINUTES_A_DAY
  return Math.min(1, Math.max(0, days / daysIn(span)))
}

/** Whether the instant lies before the days of the span, in them, or after them. */
export function sideOf(at: Instant, span: Span): 'before' | 'within' | 'after' {
  const day = daysBetween(span.from, dayOf(span.timezone, at))
  if (day < 0) return 'before'
  return day < daysIn(span) || (day === daysIn(span) && minuteOfDay(span.timezone, at) === 0)
    ? 'within'
    : 'after'
}

/** The instant at a place of the span, rounded to a whole hour of the zone's clock; 24:00 at the very end. */
export function instantAt(
  place: number,
  span: Span,
  readInstant: (day: string, hour: number) => Instant,
): Instant {
  const hours = Math.round(Math.min(1, Math.max(0, place)) * daysIn(span) * 24)
  return readInstant(addDays(span.from, Math.floor(hours / 24)), hours % 24)
}

/** The printed instant, as `aria-valuetext` and the playhead's label need it. */
export function printedAt(at: Instant, span: Span): string {
  return formatInstant(span.timezone, at)
}
