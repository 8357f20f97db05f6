import type { SurveyZone } from '../answers'
import { MOST_OF_ALL, mostOf, unknownParts } from '../coverage/bounded'
import { hiddenGround } from '../coverage/hidden-ground'
import type { Share } from '../coverage/shares'
import type { ZoneGround } from '../zones/ground/ground'
import type { Slice } from './slice'

/** Which figures of a zone are at most so large: another that nobody drew, or of which no people are known, may have some. */
export type ZoneBounds = (ground: ZoneGround, shares: readonly Share[]) => Partial<SurveyZone>

export function zoneBounds({ hierarchy, attribution: { zones } }: Slice): ZoneBounds {
  const holdsHidden = hiddenGround(hierarchy, zones)
  const open = zones.filter((zone) => unknownParts(hierarchy, zone) > 0)
  return (ground, shares) => {
    const isOther = (zone: ZoneGround): boolean => zone !== ground
    const isHolding = shares.some(({ town }) =>
      holdsHidden({ rank: ground.rank, zones: [ground], town, isOther }),
    )
    const mayHaveAny = open.some((zone) => isOther(zone) && zone.rank >= ground.rank)
    return {
      ...(isHolding && ground.outline.length > 0 ? { holdsUndrawn: true as const } : {}),
      ...mostOf(shares, (id) => id !== ground.id),
      ...(mayHaveAny ? MOST_OF_ALL : {}),
    }
  }
}
