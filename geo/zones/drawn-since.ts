import type { Facts } from '../facts'
import { contains } from '../geometry/contains'
import { hierarchyOf } from '../places/hierarchy'
import type { Instant } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { pointOfPlace } from './attribution'
import { type PolicyOf, rankOf, type ZoneGround } from './ground'
import type { Whereabouts } from './whereabouts'
import { zoneShape } from './zone-shape'

/**
 * Whether a new zone stricter than the one in which it happened was drawn over a row since: what calls for a stricter part has
 * then been answered, also once that part has come down again.
 */
export class DrawnSince {
  constructor(
    private readonly facts: Facts,
    private readonly asOf: Instant,
    private readonly policyOf: PolicyOf,
  ) {}

  answers(zone: ZoneGround, { place, position, at }: Whereabouts): boolean {
    if (at === null) return false
    const hierarchy = hierarchyOf(this.facts.places)
    const lineage = place === null ? [] : [place, ...hierarchy.ancestorsOf(place)]
    const point = position ?? pointOfPlace(place, hierarchy)
    return this.facts.zones.some(
      (stay) =>
        stay.id !== zone.id &&
        stay.from.at >= at &&
        !this.facts.zones.some(({ id, from }) => id === stay.id && from.at < stay.from.at) &&
        isSeenMoment(stay.from, this.asOf) &&
        rankOf(this.policyOf(stay), stay.level) > zone.rank &&
        (stay.members.some((code) => lineage.includes(code)) ||
          (point !== null && contains(zoneShape(stay, this.facts.places), point))),
    )
  }
}
