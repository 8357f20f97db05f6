import type { GroundSum, LevelRow } from '../answers'
import type { Hierarchy } from '../places/hierarchy'
import { byCode } from '../places/tree'
import type { ZoneGround } from '../zones/ground/ground'
import { MOST_OF_ALL, mostly, mostOf, statedByTops, unknownParts, withUnknown } from './bounded'
import { type HoldsHidden, hiddenGround } from './hidden-ground'
import { sumOf } from './known-sum'
import { type Share, sharesOf } from './shares'
import { districtGround } from './town-grounds'
import { isDistrictOpen, undrawnOf, undrawnTowns } from './undrawn-ground'

/** The row of everything that lies in no zone: routine prevention, 常态化防控. */
export const NORMAL = 'normal'

export interface Levels {
  readonly district: GroundSum
  readonly rows: readonly LevelRow[]
}

/**
 * Ground, people, households and places by level and town, the strictest level first and `normal` last; towns by
 * code, ground in no town (`null`) after them. The rows add up to the district: both are sums of the same shares. Where
 * nobody knows all the zones, what lies in none that is known is an upper bound.
 */
export function levelsOf(hierarchy: Hierarchy, zones: readonly ZoneGround[], areZonesKnown = true): Levels {
  return levelsFrom(sharesOf(hierarchy, zones), zones, {
    isDrawn: districtGround(hierarchy).shape !== null,
    isPlaced: hierarchy.codes.length > 0,
    isOpen: isDistrictOpen(hierarchy),
    undrawn: undrawnOf(hierarchy),
    undrawnTowns: (zone) => undrawnTowns(hierarchy, zone),
    areZonesKnown,
    holdsHidden: hiddenGround(hierarchy, zones),
    stated: (sum) => statedByTops(hierarchy, sum),
    unknownParts: (zone) => unknownParts(hierarchy, zone),
  })
}

/** What is known of the district beside its shares. */
interface District {
  /** somebody drew its ground: else what lies in no zone is as unknown as the whole */
  readonly isDrawn: boolean
  /** a list tells its places: else how many there are nobody knows */
  readonly isPlaced: boolean
  /** ground of it is missing */
  readonly isOpen: boolean
  /** towns (null: none) of which not all is drawn */
  readonly undrawn: ReadonlySet<string | null>
  /** towns in which ground of the zone is not drawn */
  undrawnTowns(zone: ZoneGround): ReadonlySet<string | null>
  /** else one that nobody knows may have any of what lies in none */
  readonly areZonesKnown: boolean
  readonly holdsHidden: HoldsHidden
  /** as `statedByTops` */
  stated(sum: GroundSum): Pick<GroundSum, 'peopleStated' | 'householdsStated'>
  /** as the function of that name */
  unknownParts(zone: ZoneGround): number
}

function levelsFrom(shares: readonly Share[], zones: readonly ZoneGround[], known: District): Levels {
  const {
    isDrawn,
    isPlaced,
    isOpen,
    undrawn,
    undrawnTowns: townsOf,
    holdsHidden,
    unknownParts: partsOf,
  } = known

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
  const open = zones.map((zone) => ({ zone, parts: partsOf(zone) })).filter(({ parts }) => parts > 0)
  for (const { level, rank } of zones.filter(({ outline }) => outline.length === 0))
    if (![...groups.values()].some((one) => one.level === level))
      groups.set(level, { level, rank, town: null, shares: [] })
  const placed = <T extends GroundSum>(sum: T): T => (isPlaced ? sum : { ...sum, places: null })
  const summed = shares.length === 0 ? UNTOLD : drawnOf(sumOf(shares))
  const whole = { ...summed, ...known.stated(summed) }
  const district = placed(isDrawn ? partly(whole, isOpen) : { ...whole, areaM2: null })
  const hasGround = district.areaM2 !== null
  const isPartly = (level: string, town: string | null): boolean =>
    level === NORMAL
      ? undrawn.has(town)
      : open.some(({ zone }) => zone.level === level && zone.outline.length === 0) ||
        zones.some((zone) => zone.level === level && townsOf(zone).has(town))
  const rows = [...groups.values()]
    .sort((a, b) => b.rank - a.rank || byCode(a.level, b.level) || byTown(a.town, b.town))
    .map(({ level, rank, town, shares: own }): LevelRow => {
      if (own.length === 0) return { level, town, ...UNTOLD }
      const isMissing = isPartly(level, town)
      const mayBeZone = level === NORMAL && !known.areZonesKnown
      const inZones = own.flatMap(({ zone }) => (zone === null ? [] : levels.get(zone)!))
      const holder = { rank, town, zones: level === NORMAL ? null : inZones }
      const isOther = (zone: ZoneGround): boolean => zone.level !== level
      const parts = open
        .filter(({ zone }) => !isOther(zone) && (zone.outline.length === 0 || inZones.includes(zone)))
        .reduce((count, one) => count + one.parts, 0)
      const sum = {
        ...sumOf(withUnknown(own, parts)),
        ...(parts > 0 ? { isPartlyListed: true as const } : {}),
        ...mostOf(own, (zone) => isOther(levels.get(zone)!)),
        ...(mayBeZone || open.some(({ zone }) => isOther(zone) && zone.rank >= rank) ? MOST_OF_ALL : {}),
      }
      const isWhole = level === NORMAL && hasGround && !isMissing
      const ground = partly(isWhole ? sum : drawnOf(sum), isMissing)
      return { level, town, ...placed(mostly(ground, mayBeZone || holdsHidden({ ...holder, isOther }))) }
    })
  if (!rows.some((row) => row.level === NORMAL))
    rows.push({ level: NORMAL, town: null, ...nothingOf(district) })
  return { district, rows }
}

/** Places without ground are counted; how large they are nobody knows. */
const drawnOf = (sum: ReturnType<typeof sumOf>): GroundSum =>
  sum.areaM2 === 0 ? { ...sum, areaM2: null } : sum

/** Of ground that nobody drew in whole there is at least what is drawn. */
const partly = <T extends GroundSum>(sum: T, isMissing: boolean): T =>
  isMissing && sum.areaM2 !== null ? { ...sum, isPartlyDrawn: true } : sum

/** What is left of a district that lies in zones as a whole: nobody, or as unknown as the district. */
function nothingOf({ areaM2, people, households, places }: GroundSum): GroundSum {
  return {
    areaM2: areaM2 === null ? null : 0,
    people: people === null ? null : 0,
    peopleKnown: people === null ? 0 : 1,
    households: households === null ? null : 0,
    householdsKnown: households === null ? 0 : 1,
    places: places === null ? null : 0,
  }
}

/** Ground of which nothing is told: nobody knows how large it is or who lives there. */
const UNTOLD: GroundSum = {
  areaM2: null,
  people: null,
  peopleKnown: 0,
  households: null,
  householdsKnown: 0,
  places: null,
}

function byTown(a: string | null, b: string | null): number {
  return a === null || b === null ? Number(a === null) - Number(b === null) : byCode(a, b)
}
