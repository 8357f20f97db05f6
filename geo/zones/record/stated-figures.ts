import { largest, smallest } from '../../extremes'
import { addDays, type Day, dayOf, daysBetween, type Instant, startOfDay } from '../../time/calendar'
import { CONTRADICTING } from '../figures/settle-figures'
import type { MetricDemand } from '../policy/policy'
import type { FigurePart, Held } from './record'

/** What a figure may be: one number where both ends are the same. */
export interface Range {
  readonly low: number
  readonly high: number
}

export const exactly = (value: number): Range => ({ low: value, high: value })

/** How a stated figure is read: of which day, and for how long it speaks. */
export interface FigureDay {
  readonly timezone: string
  /** the day asked about */
  readonly day: Day
  /** while the day is not over its own figure may be still to come: the one of the day before stands for it */
  readonly isOpen: boolean
  readonly at: Instant
  readonly validDays: number
  /** the demand has a limit below zero: else a negative figure is a contradiction */
  readonly mayBeNegative: boolean
}

/** The day asked about at an instant, and whether it is over: its last millisecond is its end. */
export function figureDay(
  { timezone, dayAt }: { readonly timezone: string; dayAt(at: Instant): Day },
  at: Instant,
  demand: Pick<MetricDemand, 'validDays' | 'gt' | 'gte' | 'lt' | 'lte' | 'eq'> = {},
): FigureDay {
  const day = dayAt(at)
  const { validDays = 1, gt = 0, gte = 0, lt = 1, lte = 0, eq = 0 } = demand
  return {
    ...{ timezone, day, at, validDays },
    isOpen: startOfDay(timezone, addDays(day, 1)) - at > 1,
    mayBeNegative: Math.min(gt, gte, lte, eq) < 0 || lt <= 0,
  }
}

/** The figure stated of the day; null where nobody stated one, NaN where what was stated contradicts itself. A figure speaks for its day, or as long as the policy says. */
export function statedOn(held: readonly Held<number | null>[], asked: FigureDay): number | null {
  const ageOf = (one: Held<unknown>): number => daysBetween(dayOfFigure(asked.timezone, one), asked.day)
  const last = held.findLast((one) => one.at <= asked.at && ageOf(one) >= 0)
  if (!last) return null
  if (ageOf(last) >= asked.validDays + (asked.isOpen ? 1 : 0)) return null
  return last.value !== null && last.value < 0 && !asked.mayBeNegative ? CONTRADICTING : last.value
}

/** A figure dated 24:00 of a day is that day's. */
function dayOfFigure(timezone: string, { at, isDay }: Held<unknown>): Day {
  return dayOf(timezone, isDay ? at : at - 1)
}

/**
 * The figure of ground from those of its parts: their sum, or the highest or lowest of them. A part without a figure, or
 * with one that contradicts itself, or one that lies in it only partly, leaves the end open to which it may carry the whole; null where no part has a figure.
 */
export function acrossParts(
  parts: readonly FigurePart[],
  across: NonNullable<MetricDemand['across']>,
  asked: FigureDay,
): Range | null {
  const values = parts.map(({ held, isWhole }) => {
    const value = statedOn(held, asked)
    return { value: Number.isNaN(value) ? null : value, isWhole }
  })
  const known = values.flatMap(({ value }) => value ?? [])
  if (known.length === 0) return null
  const sure = values.flatMap(({ value, isWhole }) => (isWhole && value !== null ? [value] : []))
  const isFull = known.length === values.length
  const [up, down] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  if (across === 'sum') return { low: sumOf(sure), high: isFull ? sumOf(known) : up }
  if (across === 'highest') return { low: largest(sure), high: isFull ? largest(known) : up }
  return { low: isFull ? smallest(known) : down, high: smallest(sure) }
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
