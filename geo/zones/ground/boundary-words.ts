import type { Facts } from '../../facts'
import { boundsOf } from '../../geometry/rings/bounds'
import { contains } from '../../geometry/rings/contains'
import { metresPerDegree } from '../../geometry/rings/plane'
import { wound } from '../../geometry/rings/ring'
import type { Bounds, Position, Shape } from '../../geometry/rings/shape'
import { SpatialIndex } from '../../geometry/spatial-index'
import type { BoundaryAlong, BoundarySide, BoundaryStretch } from './boundary'
import { RoadsBeside } from './roads-beside'

export interface BoundaryQuestion {
  /** metres within which a road runs along the line */
  readonly roadWithinM?: number
  /** metres from one look to the next */
  readonly stepM?: number
}

interface Look {
  readonly at: Position
  /** unit vector along the line, and of that length in metres */
  readonly along: readonly [east: number, north: number]
  readonly lengthM: number
}

const SIDES: readonly BoundarySide[] = ['east', 'south', 'west', 'north']
/** metres beyond the line at which the neighbour is looked for */
const BEYOND_M = [12, 40]
/** a stretch shorter than this share of the whole line is said together with the one before it */
const TOO_SHORT = 0.012

/**
 * The outer line of a ground in words' order (east, south, west, north; 四至), each side by the length of what it runs along,
 * the longest first. The line is walked a step at a time: a named road within `roadWithinM` (25) that runs the same way
 * to 35° is what it runs along; else the smallest place just beyond it; outside the district, the district's own line.
 * A side is where the line lies seen from the middle of its bounds. Lengths in metres.
 */
export function boundaryStretches(
  facts: Pick<Facts, 'places' | 'roads'>,
  outline: Shape,
  { roadWithinM = 25, stepM = 15 }: BoundaryQuestion = {},
): BoundaryStretch[] {
  const bounds = boundsOf(outline)
  if (!bounds) return []
  const roads = new RoadsBeside(facts.roads, { bounds, withinM: roadWithinM })
  const beyond = new PlacesBeyond(facts.places, outline)
  const walked: BoundaryStretch[] = []
  for (const look of looksAlong(outline, stepM)) {
    const along = roads.beside(look.at, look.along) ?? beyond.of(look)
    walked.push({ side: sideOf(bounds, look.at), along, lengthM: look.lengthM })
  }
  return bySide(smoothed(walked))
}

/** Looks along the outer rings, the ground to the left. */
function* looksAlong(outline: Shape, stepM: number): Generator<Look> {
  for (const [ring] of wound(outline)) {
    if (!ring) continue
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [x, y, toX, toY] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!]
      const metres = metresPerDegree((y + toY) / 2)
      const [east, north] = [(toX - x) * metres.lon, (toY - y) * metres.lat]
      const length = Math.hypot(east, north)
      const count = Math.max(1, Math.round(length / stepM))
      for (let part = 0; length > 0 && part < count; part++) {
        const share = (part + 0.5) / count
        yield {
          at: [x + (toX - x) * share, y + (toY - y) * share],
          along: [east / length, north / length],
          lengthM: length / count,
        }
      }
    }
  }
}

/** The side on which a position lies, in bounds drawn out to a square. */
function sideOf([west, south, east, north]: Bounds, [lon, lat]: Position): BoundarySide {
  const across = (lon - (west + east) / 2) / (east - west || 1)
  const up = (lat - (south + north) / 2) / (north - south || 1)
  if (Math.abs(across) > Math.abs(up)) return across > 0 ? 'east' : 'west'
  return up > 0 ? 'north' : 'south'
}

/** The places beyond a line: the smallest that holds a position just outside it. */
class PlacesBeyond {
  private readonly index: SpatialIndex
  private readonly hasDistrict: boolean

  constructor(
    private readonly places: Facts['places'],
    private readonly outline: Shape,
  ) {
    this.index = new SpatialIndex(places.map(({ shape }) => shape))
    this.hasDistrict = places.some(({ shape }) => shape !== null)
  }

  of({ at, along }: Look): BoundaryAlong {
    const metres = metresPerDegree(at[1])
    for (const far of BEYOND_M) {
      const beyond: Position = [at[0] + (along[1] * far) / metres.lon, at[1] - (along[0] * far) / metres.lat]
      if (contains(this.outline, beyond)) continue
      const held = this.index.holding(beyond).map((row) => this.places[row]!)
      if (held.length === 0) return this.hasDistrict ? { kind: 'district' } : { kind: 'open' }
      const parents = new Set(held.map(({ parent }) => parent))
      const smallest = held.find(({ code }) => !parents.has(code)) ?? held[0]!
      return { kind: 'place', code: smallest.code, name: smallest.name, placeKind: smallest.kind }
    }
    return { kind: 'open' }
  }
}

const keyOf = ({ side, along }: BoundaryStretch): string =>
  `${side} ${along.kind} ${'code' in along ? along.code : 'name' in along ? along.name : ''}`

/** Stretches that follow on each other are one; what is too short to be said goes to the one before it. */
function smoothed(walked: readonly BoundaryStretch[]): BoundaryStretch[] {
  const whole = walked.reduce((sum, { lengthM }) => sum + lengthM, 0)
  const runs: BoundaryStretch[] = []
  for (const one of walked) add(runs, one, false)
  const said: BoundaryStretch[] = []
  for (const run of runs) add(said, run, run.lengthM < whole * TOO_SHORT)
  return said
}

function add(to: BoundaryStretch[], one: BoundaryStretch, short: boolean): void {
  const last = to.at(-1)
  const joins = last && (keyOf(last) === keyOf(one) || (short && last.side === one.side))
  if (last && joins) to[to.length - 1] = { ...last, lengthM: last.lengthM + one.lengthM }
  else to.push(one)
}

function bySide(stretches: readonly BoundaryStretch[]): BoundaryStretch[] {
  const sums = new Map<string, BoundaryStretch>()
  for (const one of stretches) {
    const sum = sums.get(keyOf(one))
    sums.set(keyOf(one), { ...one, lengthM: (sum?.lengthM ?? 0) + one.lengthM })
  }
  return [...sums.values()].sort(
    (a, b) =>
      SIDES.indexOf(a.side) - SIDES.indexOf(b.side) ||
      b.lengthM - a.lengthM ||
      (keyOf(a) < keyOf(b) ? -1 : 1),
  )
}
