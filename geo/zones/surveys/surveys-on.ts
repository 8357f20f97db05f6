import type { Facts, FieldSurvey } from '../../facts'
import { contains } from '../../geometry/rings/contains'
import { type Hierarchy, hierarchyOf } from '../../places/hierarchy'
import type { Instant } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import type { ZoneGround } from '../ground/ground'

/** Surveys of one part of a zone: a member, or the zone as a whole. */
export interface SurveyedPart {
  /** code of the member; null for the zone as a whole */
  readonly member: string | null
  /** by day */
  readonly rows: readonly FieldSurvey[]
}

/**
 * What was surveyed on the ground of each zone and is seen at `asOf`, part by part: rows that name the zone stand for the
 * whole; else each member has those of itself, of what lies in it, and of points that do. A zone without members has
 * those that name it and those whose point lies in its outline.
 */
export function surveysOn(
  facts: Facts,
  zones: readonly Pick<ZoneGround, 'id' | 'members' | 'outline'>[],
  asOf: Instant,
): (readonly SurveyedPart[])[] {
  const hierarchy = hierarchyOf(facts.places)
  const seen = (facts.surveys ?? [])
    .filter(({ on }) => isSeenMoment(on, asOf))
    .sort((a, b) => a.on.at - b.on.at)
    .map((row) => ({ row, place: placeOf(row, facts, hierarchy), position: positionOf(row, facts) }))
  return zones.map(({ id, members, outline }) => {
    const whole = seen.filter(
      ({ row, position }) =>
        row.zone === id ||
        (members.length === 0 && row.zone === null && position !== null && contains(outline, position)),
    )
    const within = (code: string) =>
      seen.filter(({ row, place }) => row.zone === null && place !== null && isIn(place, code, hierarchy))
    const rowsOf = (found: typeof seen): FieldSurvey[] => found.map(({ row }) => row)
    const parts = members.map((member): SurveyedPart => ({ member, rows: rowsOf(within(member)) }))
    if (whole.length === 0 && members.length > 0) return parts
    const all = [...whole, ...members.flatMap(within)].sort((a, b) => a.row.on.at - b.row.on.at)
    return [{ member: null, rows: rowsOf(all) }]
  })
}

const isIn = (place: string, outer: string, hierarchy: Hierarchy): boolean =>
  place === outer || hierarchy.ancestorsOf(place).includes(outer)

/** A point may be a facility: then it is where that is. */
function positionOf({ point, position }: FieldSurvey, { facilities }: Facts): FieldSurvey['position'] {
  return position ?? facilities.find(({ id }) => id === point)?.position ?? null
}

function placeOf(row: FieldSurvey, facts: Facts, hierarchy: Hierarchy): string | null {
  if (row.place !== null) return row.place
  const own = facts.facilities.find(({ id }) => id === row.point)?.place
  if (own) return own
  const position = positionOf(row, facts)
  return position && (hierarchy.placeAt(position[0], position[1])?.code ?? null)
}
