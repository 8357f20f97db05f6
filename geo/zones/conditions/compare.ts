import type { Comparison } from '../policy'

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

/** The first limit stated, as a figure for the sentence. */
export function limitOf({ eq, gte, gt, lte, lt }: Comparison): number | null {
  return eq ?? gte ?? gt ?? lte ?? lt ?? null
}
