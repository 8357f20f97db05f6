import type { TransitionWord, When, ZoneAnswer } from '../answers'
import { type Instant, readMoment } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import type { Lowering } from './lowering'

/** A change of level that is still to come; `into` names the zone it ends in. */
export interface Change {
  readonly level: string
  readonly from: When
  readonly into: string | null
}

/**
 * Changes after the as-of as the assessment forecasts them. Where its run has moved the zone earlier than anybody
 * did, it tells how the zone might stand and not how it does: then nothing is taken from it.
 */
export function forecastChanges(
  answer: ZoneAnswer,
  { asOf, timezone }: { readonly asOf: Instant; readonly timezone: string },
): readonly Change[] {
  const run = answer.forecast.filter(({ recorded }) => !recorded)
  if (run.some(({ from }) => isSeenMoment(readMoment(timezone, from), asOf))) return []
  return run.map(({ level, from, into }) => ({ level, from, into }))
}

/** Of these a row announces no change of its own. */
const UNANNOUNCED: ReadonlySet<TransitionWord> = new Set(['unmet', 'met', 'toRaise'])

/** What is to come of the zone: the forecast, else the one change that its row announces with a date still to come. */
export function futureOf(forecast: readonly Change[], lowering: Lowering): readonly Change[] {
  const { to, date, word, into } = lowering
  if (forecast.length > 0 || to === null || date === null || UNANNOUNCED.has(word)) return forecast
  return [{ level: to, from: date, into }]
}
