import type { Facts, ZoneStay } from '../../facts'
import { contains } from '../../geometry/rings/contains'
import { hierarchyOf } from '../../places/hierarchy'
import type { Instant } from '../../time/calendar'
import { type PolicyOf, rankOf, type ZoneGround } from '../ground/ground'
import { zoneShape } from '../ground/zone-shape'
import { pointOfPlace } from '../record/row-finder'
import type { Whereabouts } from '../record/whereabouts'
import { staysBegun } from './stays'

/**
 * Whether a new zone stricter than the one in which it happened was drawn over a row since: what calls for a stricter part has
 * then been answered, also once that part has come down again.
 */
export class DrawnSince {
  /** the first stay of each zone that began by the as-of */
  private readonly drawn: readonly ZoneStay[]

  constructor(
    private readonly facts: Facts,
    asOf: Instant,
    private readonly policyOf: PolicyOf,
  ) {
    this.drawn = [...staysBegun(facts.zones, asOf).values()].map(([first]) => first!)
  }

  answers(zone: ZoneGround, { place, position, at }: Whereabouts): boolean {
    if (at === null) return false
    const hierarchy = hierarchyOf(this.facts.places)
    const lineage = place === null ? [] : [place, ...hierarchy.ancestorsOf(place)]
    const point = position ?? pointOfPlace(place, hierarchy)
    return this.drawn.some(
      (stay) =>
        stay.id !== zone.id &&
        stay.from.at >= at &&
        rankOf(this.policyOf(stay), stay.level) > zone.rank &&
        (stay.members.some((code) => lineage.includes(code)) ||
          (point !== null && contains(zoneShape(stay, this.facts.places), point))),
    )
  }
}
