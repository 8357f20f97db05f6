import type { ClustersAnswer } from '../answers'
import { momentAt, textAt } from '../columns'
import type { CaseTable, Facts, ZoneStay } from '../facts'
import type { Position } from '../geometry/rings/shape'
import { outsideOf } from '../period/outside'
import { placesAt } from '../places/changes/places-at'
import { hierarchyOf } from '../places/hierarchy'
import { byCode } from '../places/tree'
import { rowNames } from '../row-names'
import { formatMoment, type Instant } from '../time/calendar'
import { policiesOf } from '../zones/policy/policies-of'
import { sourcesOf } from '../zones/sources/answer'
import { resolvedOf } from '../zones/unplaced/references'
import { undatedCases } from '../zones/unplaced/table-times'
import { metresBetween } from './distance'
import { linkCases } from './link'
import { dayNumber, dayReader, isSuspected, positionsOfCases, reportedBy } from './located-cases'
import { OWN_ADDRESSES, radiusFromData } from './radius'

export interface ClusterQuestion {
  readonly asOf: Instant
  /** metres between two linked cases; 500, or what the data bear */
  readonly radius?: number | 'fromData'
  /** days between two linked cases; 14 */
  readonly window?: number
  /** a smaller group is not reported; 3 */
  readonly min?: number
}

/**
 * Space-time clusters (时空聚集) of the cases reported by `asOf`, suspected ones left out. A cluster has the id of
 * its earliest case, of equal times the smaller id, whatever the order of the rows. Cases that have no position, their
 * own or their place's, are counted in `unplaced`. Throws RangeError on a radius, window or minimum out of range.
 */
export function clusters(register: Facts, question: ClusterQuestion): ClustersAnswer {
  const given = placesAt(register, question.asOf)
  const { facts } = resolvedOf(given)
  const { asOf, window = 14, min = 3 } = question
  if (!(min >= 1)) throw new RangeError(`min must be 1 case or more, got ${min}`)
  const { cases } = facts
  const positionOf = positionsOfCases(cases, hierarchyOf(facts.places))
  const dayAt = dayReader(facts.pack.timezone)
  const rows: number[] = []
  const positions: Position[] = []
  const isUndated = undatedCases(facts, asOf)
  let unplaced = 0
  for (let row = 0; row < cases.length; row++) {
    if (!reportedBy(cases, row, asOf) || isSuspected(cases, row) || isUndated(row)) continue
    const position = positionOf(row)
    if (!position) unplaced++
    else {
      rows.push(row)
      positions.push(position)
    }
  }
  const { radius: asked = OWN_ADDRESSES } = question
  const radius = asked === 'fromData' ? radiusFromData(positions) : asked
  /** a day that is over ends at the midnight it is asked for */
  const lastWhole = dayNumber(dayAt(asOf)) - 1
  const group = linkCases(
    {
      lon: Float64Array.from(positions, ([lon]) => lon),
      lat: Float64Array.from(positions, ([, lat]) => lat),
      day: Int32Array.from(rows, (row) => dayNumber(dayAt(cases.reportedAt.at[row]!))),
    },
    { radius, window },
  )
  const found = membersOf(group)
    .filter((members) => members.length >= min)
    .map((members) =>
      describe(
        facts,
        members.map((at) => ({ row: rows[at]!, position: positions[at]! })),
        (row) => lastWhole - dayNumber(dayAt(cases.reportedAt.at[row]!)),
      ),
    )
  return {
    schema: 'cordon-clusters/1',
    outside: outsideOf(facts),
    clusters: found.sort((a, b) => byCode(a.id, b.id)),
    unplaced,
    options: { radius, window, min },
    sources: sourcesOf(given, { asOf, policy: policiesOf(given)({ policy: null } as ZoneStay) }),
  }
}

function membersOf(group: Int32Array): number[][] {
  const members = new Map<number, number[]>()
  group.forEach((root, at) => {
    const list = members.get(root)
    if (list) list.push(at)
    else members.set(root, [at])
  })
  return [...members.values()]
}

interface Member {
  readonly row: number
  readonly position: Position
}

/** Members are put in the order of time and id first, so that sums do not depend on the order of the rows. */
function describe(
  facts: Facts,
  members: readonly Member[],
  daysAgo: (row: number) => number,
): ClustersAnswer['clusters'][number] {
  const { cases } = facts
  const names = rowNames(cases)
  const idOf = ({ row }: Member): string => names[row]!
  const sorted = [...members].sort(
    (a, b) => cases.reportedAt.at[a.row]! - cases.reportedAt.at[b.row]! || byCode(idOf(a), idOf(b)),
  )
  const centre = meanOf(sorted.map((member) => member.position))
  return {
    id: idOf(sorted[0]!),
    cases: sorted.map(idOf).sort(byCode),
    places: [...new Set(sorted.flatMap(({ row }) => textAt(cases.place, row) ?? []))].sort(byCode),
    from: timeOf(facts, cases, sorted[0]!),
    to: timeOf(facts, cases, sorted.at(-1)!),
    centre,
    radiusM: farthest(centre, sorted),
    lastWeek: members.filter(({ row }) => daysAgo(row) >= 0 && daysAgo(row) < 7).length,
    weekBefore: members.filter(({ row }) => daysAgo(row) >= 7 && daysAgo(row) < 14).length,
  }
}

function timeOf(facts: Facts, cases: CaseTable, { row }: Member): string {
  return formatMoment(facts.pack.timezone, momentAt(cases.reportedAt, row)!)
}

function farthest([lon, lat]: Position, members: readonly Member[]): number {
  return members.reduce(
    (most, { position }) => Math.max(most, metresBetween(lon, lat, position[0], position[1])),
    0,
  )
}

/** Mean position. Longitudes are taken relative to the first, so that a group on both sides of 180° has its middle there. */
function meanOf(positions: readonly Position[]): Position {
  const [first] = positions[0]!
  const turned = positions.map(([lon]) => lon - 360 * Math.round((lon - first) / 360))
  const lon = turned.reduce((sum, one) => sum + one, 0) / positions.length
  const lat = positions.reduce((sum, one) => sum + one[1], 0) / positions.length
  return [lon - 360 * Math.round(lon / 360), lat]
}
