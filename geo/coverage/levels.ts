import type { GroundSum, LevelRow } from '../answers'
import type { Hierarchy } from '../places/hierarchy'
import { byCode } from '../places/tree'
import type { ZoneGround } from '../zones/ground'
import { knownSum } from './known-sum'
import { type Share, sharesOf } from './shares'

/** The row of everything that lies in no zone: routine prevention, 常态化防控. */
export const NORMAL = 'normal'

export interface Levels {
  readonly district: GroundSum
  readonly rows: readonly LevelRow[]
}

/**
 * Ground, people, households and places by level and town, the strictest level first and `normal` last; towns by
 * code, ground in no town (`null`) after them. The rows add up to the district: both are sums of the same shares.
 */
export function levelsOf(hierarchy: Hierarchy, zones: readonly ZoneGround[]): Levels {
  return levelsFrom(sharesOf(hierarchy, zones), zones)
}

/** The same from shares that were already made. */
export function levelsFrom(shares: readonly Share[], zones: readonly ZoneGround[]): Levels {
  const levels = new Map(zones.map((zone) => [zone.id, zone]))
  const groups = new Map<string, { level: string; rank: number; town: string | null; shares: Share[] }>()
  for (const share of shares) {
    const zone = share.zone === null ? null : levels.get(share.zone)!
    const level = zone?.level ?? NORMAL
    const key = `${level}\n${share.town ?? ''}`
    const group = groups.get(key)
    if (group) group.shares.push(share)
    else groups.set(key, { level, rank: zone?.rank ?? -Infinity, town: share.town, shares: [share] })
  }
  const rows = [...groups.values()]
    .sort((a, b) => b.rank - a.rank || byCode(a.level, b.level) || byTown(a.town, b.town))
    .map(({ level, town, shares: own }): LevelRow => ({ level, town, ...drawnOf(level, sumOf(own)) }))
  const district = shares.length === 0 ? UNTOLD : sumOf(shares)
  if (!rows.some((row) => row.level === NORMAL))
    rows.push({ level: NORMAL, town: null, ...nothingOf(district) })
  return { district, rows }
}

/** Members without ground are counted; how large they are nobody knows. */
const drawnOf = (level: string, sum: GroundSum): Omit<LevelRow, 'level' | 'town'> =>
  level !== NORMAL && sum.areaM2 === 0 ? { ...sum, areaM2: null } : sum

/** What is left of a district that lies in zones as a whole: nobody, or as unknown as the district. */
function nothingOf({ people, households }: Levels['district']): Levels['district'] {
  return {
    areaM2: 0,
    people: people === null ? null : 0,
    peopleKnown: people === null ? 0 : 1,
    households: households === null ? null : 0,
    places: 0,
  }
}

/** A district of which no place is told: nobody knows who lives there. */
const UNTOLD = { areaM2: 0, people: null, peopleKnown: 0, households: null, places: 0 }

function byTown(a: string | null, b: string | null): number {
  return a === null || b === null ? Number(a === null) - Number(b === null) : byCode(a, b)
}

/** Sum of shares. People and households are null where none is known; `peopleKnown` is 1 where nothing is counted. */
export function sumOf(shares: readonly Share[]): GroundSum {
  const places = shares.reduce((sum, share) => sum + share.places, 0)
  const known = shares.reduce((sum, share) => sum + share.known, 0)
  const people = knownSum(shares.map((share) => share.people))
  return {
    areaM2: shares.reduce((sum, share) => sum + share.areaM2, 0),
    people: shares.length === 0 ? 0 : people,
    peopleKnown: places > 0 ? Math.min(1, known / places) : people === null && shares.length > 0 ? 0 : 1,
    households: shares.length === 0 ? 0 : knownSum(shares.map((share) => share.households)),
    places,
  }
}
