import type { Instant } from '../../time/calendar'
import type { MetricDemand } from '../policy/policy'
import { isComputed, isStatedFirst, type Measured, metricRange, statedRange } from '../record/metrics'
import type { Range } from '../record/stated-figures'

/** What a case that nobody brought can only lower; every other computed metric it can only raise. */
const LOWERED = 'daysSinceLastCase'

/** What a metric may be where the list of cases does not speak for all of its ground and time: what is stated is known. */
export function metricRangeBeyond(measured: Measured, demand: MetricDemand, at: Instant): Range | null {
  const { name } = demand
  const stated = statedRange(measured, demand, at)
  if (!isComputed(name) || (stated && isStatedFirst(name))) return stated
  const range = metricRange(measured, demand, at)
  if (range === null) return null
  return name === LOWERED ? { low: 0, high: range.high } : { low: range.low, high: Number.POSITIVE_INFINITY }
}
