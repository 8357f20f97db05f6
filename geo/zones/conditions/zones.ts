import { rowRefOf } from '../../columns'
import { printMoment } from '../days'
import type { Comparison } from '../policy'
import { type Asked, type LeafAnswer, met, type Siblings, unknown, unmet } from './asked'
import { limitOf, satisfies } from './compare'

interface Zones {
  readonly zones: { readonly within: string; readonly levels: readonly string[] } & Comparison
}

/**
 * How many other zones of the same unit, or beside this one (`within: "beside"`), stand at these levels. Time alone never
 * settles it: people move zones. A zone of a level that this one's edition does not have may stand there too.
 */
export function askZones(asked: Asked, { zones }: Zones): LeafAnswer {
  const { count, ids, lastLeft, unsure = 0, unread = [] } = asked.siblings(zones.within, zones.levels)
  const figures = { n: limitOf(zones), have: count, of: limitOf(zones), zones: ids.join(' ') }
  const holds = satisfies(count, zones)
  if (holds !== satisfies(count + unread.length, zones)) return levelUnknown(asked, figures, unread)
  if (unsure > 0 && holds !== satisfies(count + unsure, zones)) return unknown('not-stated', { figures })
  return holds ? met(lastLeft, { figures }) : unmet('zones-remain', { figures })
}

function levelUnknown(
  { timezone }: Asked,
  { zones: _zones, ...figures }: LeafAnswer['figures'],
  unread: NonNullable<Siblings['unread']>,
): LeafAnswer {
  const evidence = unread.map((one) => ({
    ...rowRefOf(one),
    at: printMoment(timezone, one.enteredAt),
    value: one.level,
  }))
  const ids = unread.map(({ id }) => id).join(' ')
  return unknown('level-unknown', { figures: { ...figures, unread: ids }, evidence })
}
