import type { Comparison } from '../policy/policy'
import type { Range } from '../record/stated-figures'
import type { Truth } from './asked'

/** Whether the value satisfies every comparison stated; false for NaN. */
export function satisfies(value: number, { gt, gte, lt, lte, eq }: Comparison): boolean {
  return (
    !Number.isNaN(value) &&
    (gt === undefined || value > gt) &&
    (gte === undefined || value >= gte) &&
    (lt === undefined || value < lt) &&
    (lte === undefined || value <= lte) &&
    (eq === undefined || value === eq)
  )
}

/** Whether every value of the range satisfies the comparisons, none does, or that is open. */
export function satisfiesRange({ low, high }: Range, comparison: Comparison): Truth {
  if (satisfies(low, comparison) && satisfies(high, comparison)) return 'met'
  const { gt, gte, lt, lte, eq } = comparison
  const isAbove = [
    lt !== undefined && low >= lt,
    lte !== undefined && low > lte,
    eq !== undefined && low > eq,
  ]
  const isBelow = [
    gt !== undefined && high <= gt,
    gte !== undefined && high < gte,
    eq !== undefined && high < eq,
  ]
  return [...isAbove, ...isBelow].includes(true) ? 'unmet' : 'unknown'
}

/** The first limit stated, as a figure for the sentence. */
export function limitOf({ eq, gte, gt, lte, lt }: Comparison): number | null {
  return eq ?? gte ?? gt ?? lte ?? lt ?? null
}
