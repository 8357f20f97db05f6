import type { ZoneAnswer } from '../answers'
import { type Day, dayOf, type Instant } from '../time/calendar'
import { type Change, forecastChanges, futureOf } from './future'
import { heldZones } from './held'
import { type Lowering, loweringOf } from './lowering'
import { stuckZones } from './stuck'

/** How a zone reads wherever it is shown. */
export interface Reading {
  readonly lowering: Lowering
  /** changes still to come, the next first */
  readonly future: readonly Change[]
}

/**
 * The readings of all zones of one assessment: the word and the date of each hang on those it waits for. Whoever prints a
 * date of a zone takes it from here.
 */
export function readingsOf(
  answers: readonly ZoneAnswer[],
  { asOf, timezone }: { readonly asOf: Instant; readonly timezone: string },
): (id: string) => Reading {
  const day: Day = dayOf(timezone, asOf - 1)
  const forecasts = new Map(answers.map((answer) => [answer.id, forecastChanges(answer, { asOf, timezone })]))
  const moves = new Set(answers.filter(({ id }) => forecasts.get(id)!.length > 0).map(({ id }) => id))
  const stuck = stuckZones(answers, moves)
  const held = heldZones(answers)
  const transitions = new Map(answers.map((answer) => [answer.id, answer.transitions]))
  return (id) => {
    const forecast = stuck.has(id) ? [] : (forecasts.get(id) ?? [])
    const next = forecast[0]?.from ?? null
    const lowering = loweringOf(transitions.get(id) ?? [], {
      ...{ asOf, day, timezone, forecast: next, held: held.get(id) ?? null },
    })
    return { lowering, future: futureOf(forecast, lowering) }
  }
}
