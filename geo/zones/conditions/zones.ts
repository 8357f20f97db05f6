import type { Comparison } from '../policy'
import { type Asked, type LeafAnswer, met, unknown, unmet } from './asked'
import { limitOf, satisfies } from './compare'

interface Zones {
  readonly zones: { readonly within: string; readonly levels: readonly string[] } & Comparison
}

/**
 * How many other zones of the same unit, or beside this one (`within: "beside"`), stand at these levels. Time alone never
 * settles it: people move zones.
 */
export function askZones(asked: Asked, { zones }: Zones): LeafAnswer {
  const { count, ids, lastLeft, unsure = 0 } = asked.siblings(zones.within, zones.levels)
  const figures = { n: limitOf(zones), have: count, of: limitOf(zones), zones: ids.join(' ') }
  const holds = satisfies(count, zones)
  if (unsure > 0 && holds !== satisfies(count + unsure, zones)) return unknown('not-stated', { figures })
  return holds ? met(lastLeft, { figures }) : unmet('zones-remain', { figures })
}
