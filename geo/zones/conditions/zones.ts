import type { Comparison } from '../policy'
import { type Asked, type LeafAnswer, met, unmet } from './asked'
import { limitOf, satisfies } from './compare'

interface Zones {
  readonly zones: { readonly within: string; readonly levels: readonly string[] } & Comparison
}

/** How many other zones of the same unit stand at these levels. Time alone never settles it: people move zones. */
export function askZones(asked: Asked, { zones }: Zones): LeafAnswer {
  const { count, ids, lastLeft } = asked.siblings(zones.within, zones.levels)
  const figures = { n: limitOf(zones), have: count, of: limitOf(zones), zones: ids.join(' ') }
  return satisfies(count, zones) ? met(lastLeft, { figures }) : unmet('zones-remain', { figures })
}
