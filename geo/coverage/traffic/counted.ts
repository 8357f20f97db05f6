import { largest } from '../../extremes'
import type { Passage } from '../../facts/facilities'
import { knownSum } from '../known-sum'

/** What is counted of those who pass a post; each is null where no row tells it. */
export const PASSAGE_FIGURES = ['vehicles', 'persons', 'fever', 'refused'] as const
export type PassageFigure = (typeof PASSAGE_FIGURES)[number]

/** A figure of a post and day; `isLeast`: more may have passed than it says. */
export interface Counted {
  readonly value: number | null
  readonly isLeast: boolean
}

export const NONE_COUNTED: Counted = { value: null, isLeast: false }

/**
 * A figure of one post, day, direction and group. The row that was known last counts; of several known at the same time
 * nobody knows whether they are parts or one stands in place of another, and the highest is the least that passed.
 */
export function ofOneKey(rows: readonly Passage[], figure: PassageFigure): Counted {
  const last = largest(rows.map(knownSince))
  const values = rows.filter((row) => knownSince(row) === last).map((row) => row[figure])
  const value = highest(values)
  return { value, isLeast: value !== null && values.some((one) => one !== value) }
}

const knownSince = ({ origin }: Passage): number => origin.knownAt ?? Number.NEGATIVE_INFINITY

/** Sum of parts that have nothing in common, a lower bound where one is not told. */
export function sumOfParts(parts: readonly Counted[]): Counted {
  const value = knownSum(parts.map((part) => part.value))
  return {
    value,
    isLeast: value !== null && parts.some((part) => part.isLeast || part.value === null),
  }
}

/**
 * The same people told in several ways, as a whole and as its parts. Where they agree that is the figure. Where not, the
 * whole may be the rest of them, or a part may be missing: the highest is the least that passed.
 */
export function toldTwice(ways: readonly Counted[]): Counted {
  const told = ways.filter(({ value }) => value !== null)
  const value = highest(told.map((way) => way.value))
  const exact = told.filter(({ isLeast }) => !isLeast)
  const isSure = exact.length > 0 && exact.every((way) => way.value === value)
  return { value, isLeast: value !== null && !isSure }
}

function highest(values: readonly (number | null)[]): number | null {
  return values.reduce((most, one) => (one === null || (most !== null && most >= one) ? most : one), null)
}
