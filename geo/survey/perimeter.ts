import type { LineCrossing, Survey } from '../answers'
import { countOf } from '../coverage/perimeter'
import type { Slice } from './slice'

type SurveyPerimeter = NonNullable<Survey['perimeter']>

/** Degrees within which crossings of two lines are one point. */
const SAME_POINT = 1e-7

/** The crossings of the zones, each point once, its gaps by town, and the district's own line. Null without roads. */
export function surveyPerimeter(slice: Slice): SurveyPerimeter | null {
  const { perimeter, perimeterTotal } = slice.coverage
  if (!perimeter) return null
  const { guarded, unguarded, closed, unheld = 0 } = perimeterTotal ?? NONE
  const own = perimeter.filter((one) => one.kind === 'district')
  const lines = perimeter.filter((one) => one.kind === 'zone')
  const district = countOf(own.flatMap(({ crossings }) => crossings))
  return {
    total: unheld + (guarded ?? 0) + (unguarded ?? 0) + (closed ?? 0),
    ...{ guarded, unguarded, closed, unheld },
    ends: endsOf(slice),
    along: new Set(lines.flatMap(({ along = [] }) => along.map(({ position }) => position.join(' ')))).size,
    isTold: perimeterTotal !== null,
    untold: lines.filter(({ unguarded: open, isPartlyDrawn }) => open === null || isPartlyDrawn).length,
    gaps: gapsOf(slice),
    district: { total: own.reduce((sum, one) => sum + one.crossings.length, 0), ...district },
  }
}

const NONE = { guarded: 0, unguarded: 0, closed: 0, unheld: 0 }

/** Ends of roads at lines of zones, each place once. */
function endsOf({ coverage }: Slice): number {
  const ends = coverage.endsAtLine?.filter(({ kind }) => kind === 'zone') ?? []
  return new Set(ends.map(({ position }) => position.join(' '))).size
}

/** Unguarded crossings, each point once, under the strictest zone whose line it is. */
function gapsOf({ coverage, attribution, hierarchy }: Slice): SurveyPerimeter['gaps'] {
  const ranks = new Map(attribution.zones.map(({ id, rank }) => [id, rank]))
  const zones = (coverage.perimeter ?? [])
    .filter(({ kind }) => kind === 'zone')
    .sort((a, b) => (ranks.get(b.id) ?? 0) - (ranks.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1))
  const points: Point[] = []
  const told = new Points()
  for (const { id, crossings } of zones)
    for (const crossing of crossings) {
      if (crossing.state !== 'unguarded') continue
      const point = told.add(id, crossing)
      if (point) points.push(point)
    }
  return points.map(({ crossing, zones: [zone, ...others] }) => {
    const place = hierarchy.placeAt(...crossing.position)
    const town = place ? hierarchy.townOf(place.code) : null
    return { zone: zone!, ...(others.length > 0 ? { others } : {}), crossing, town }
  })
}

type Gaps = SurveyPerimeter['gaps']

/** How many unguarded crossings lie on the line of each zone: one on several lines is counted in each. */
export function gapsByZone(gaps: Gaps): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { zone, others = [] } of gaps)
    for (const id of [zone, ...others]) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** How many of them lie on the lines of several zones, and what the figures of all zones add up to with them. */
export function gapsShared(gaps: Gaps): { readonly shared: number; readonly sum: number } {
  return {
    shared: gaps.filter(({ others = [] }) => others.length > 0).length,
    sum: gaps.reduce((sum, { others = [] }) => sum + 1 + others.length, 0),
  }
}

interface Point {
  readonly crossing: LineCrossing
  readonly zones: string[]
}

/**
 * Crossings of several lines, each point once, found by the cell in which they lie: at one position one of each line is
 * the same point, two of one line (of two levels, or of a road that passes twice) are two.
 */
class Points {
  readonly #cells = new Map<string, Point[]>()

  /** The point, where it was not here before; null where it is here already, of another zone. */
  add(zone: string, crossing: LineCrossing): Point | null {
    const [column, row] = crossing.position.map((degrees) => Math.floor(degrees / CELL)) as [number, number]
    for (let x = column - 1; x <= column + 1; x++)
      for (let y = row - 1; y <= row + 1; y++) {
        const near = this.#cells.get(`${x} ${y}`) ?? []
        const known = near.find((one) => !one.zones.includes(zone) && isSame(one.crossing, crossing))
        if (!known) continue
        known.zones.push(zone)
        return null
      }
    const key = `${column} ${row}`
    const cell = this.#cells.get(key)
    const point = { crossing, zones: [zone] }
    if (cell) cell.push(point)
    else this.#cells.set(key, [point])
    return point
  }
}

/** Side of a cell, degrees: two points that are one lie in the same or in neighbouring cells. */
const CELL = 2 * SAME_POINT

function isSame(a: LineCrossing, b: LineCrossing): boolean {
  return (
    Math.abs(a.position[0] - b.position[0]) <= SAME_POINT &&
    Math.abs(a.position[1] - b.position[1]) <= SAME_POINT
  )
}
