import type { CoverageAnswer } from '../answers'
import type { Facts, ZoneStay } from '../facts'
import { outsideOf } from '../period/outside'
import { placesAt } from '../places/changes/places-at'
import { type Hierarchy, hierarchyOf } from '../places/hierarchy'
import { formatInstant, type Instant } from '../time/calendar'
import { groundOf, type ZoneGround } from '../zones/ground/ground'
import { policiesOf } from '../zones/policy/policies-of'
import { zonesUnknown } from '../zones/record/zones-unknown'
import { sourcesOf } from '../zones/sources/answer'
import { resolvedOf } from '../zones/unplaced/references'
import { unplacedOf } from '../zones/unplaced-answer'
import { levelsOf } from './levels'
import { type DistrictOutline, perimeter, type ZoneOutline } from './perimeter'
import { quarantineOf } from './quarantine'
import { reportingOf, reportsFiledOf } from './reporting'
import { testingOf } from './testing'
import { districtGround } from './town-grounds'

export interface CoverageQuestion {
  readonly asOf: Instant
  /** ranks every zone by this policy, whatever the pack says */
  readonly policy?: string | null
  /** where the caller has them already */
  readonly unplaced?: CoverageAnswer['unplaced']
}

/**
 * Whether the lines hold at `asOf`: crossings and their posts, ground and people by level and town, rounds, daily
 * reports, quarantine rooms. Positions WGS-84, areas m², lists sorted by id; what is not known is null.
 */
export function coverage(
  register: Facts,
  { asOf, policy = null, unplaced }: CoverageQuestion,
): CoverageAnswer {
  const given = placesAt(register, asOf)
  const { facts } = resolvedOf(given)
  const hierarchy = hierarchyOf(facts.places)
  const zones = groundOf(facts, asOf, policiesOf(given, policy))
  const lines = zones.map((zone) => lineOf(zone, hierarchy))
  const {
    perimeter: crossings,
    total,
    endsAtLine,
  } = perimeter(facts, lines, { district: districtOutline(facts), asOf })
  return {
    schema: 'cordon-coverage/1',
    asOf: formatInstant(facts.pack.timezone, asOf),
    outside: outsideOf(facts),
    perimeter: crossings,
    guardDistanceM: facts.pack.perimeter.guardDistanceM,
    perimeterTotal: total,
    endsAtLine,
    unplaced: unplaced ?? unplacedOf(given, { asOf, policy }),
    sources: sourcesOf(given, { asOf, policy: policiesOf(given, policy)({ policy: null } as ZoneStay) }),
    levels: levelsOf(hierarchy, zones, zonesUnknown(given, asOf) !== 'rows-unread'),
    testing: facts.stated.has('rounds') || facts.rounds.length > 0 ? testingOf(facts, asOf) : null,
    reporting: reportingOf(facts, hierarchy, asOf),
    ...reportsFiledOf(facts, hierarchy, asOf),
    quarantine: quarantineOf(facts, asOf),
  }
}

/** The outer line of the district; null where no place is drawn. Its id is its code, or empty where it has none. */
export function districtOutline(facts: Facts): DistrictOutline | null {
  const hierarchy = hierarchyOf(facts.places)
  const { shape } = districtGround(hierarchy)
  if (!shape) return null
  const [root, ...others] = hierarchy.tops
  const only = others.length === 0 && root !== undefined ? hierarchy.place(root) : null
  return { id: only?.code ?? '', name: only?.name ?? '', outline: shape }
}

/** Its line, and how much of it is known: of members without ground, for which nothing is drawn in their place, it is not. */
function lineOf({ id, level, stay, shape, outline, members }: ZoneGround, hierarchy: Hierarchy): ZoneOutline {
  const isUndrawn = (code: string): boolean => (hierarchy.shapeOf(code) ?? []).length === 0
  const isPart = (stay.drawn ?? []).length === 0 && members.some(isUndrawn)
  const drawn = outline.length === 0 ? 'none' : isPart ? 'part' : 'all'
  return { id, name: stay.name, level, outline: shape, drawn }
}
