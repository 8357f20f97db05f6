import Flatbush from 'flatbush'
import { type Line, type Place, shapeOutline } from '#geo'
import { shapeContains } from './geojson'

/** Lines between places, each once: a border shared by two places is not drawn twice, so dashes stay even. */
export interface Borders {
  readonly village: readonly Line[]
  readonly town: readonly Line[]
  readonly district: readonly Line[]
  /** the places whose polygons tile the ground: villages, or towns and districts where nothing finer has a shape */
  readonly ground: readonly Place[]
}

interface Edge {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly owner: number
  other: number
  /** the other has an edge with just these ends */
  isShared: boolean
}

const key = (lon: number, lat: number): string => `${Math.round(lon * 1e6)},${Math.round(lat * 1e6)}`

/** Steps beyond a line, in degrees (about 10 and 30 m): far enough to leave a line that two sources drew apart. */
const BEYOND = [1e-4, 3e-4]

/** A step to one side of a line, in degrees: about a centimetre. */
const ASIDE = 1e-7
/** Steps across a gap that the drawing left, in degrees, and the share of the whole that a gap may be wide. */
const ACROSS = [6e-4, 1e-3, 1.5e-3]
const WIDEST_GAP = 1 / 400

const RANK: Partial<Record<Place['kind'], number>> = { district: 0, town: 1, village: 2 }

/** The finest places with shapes: a town stands in for its villages only where none of them has one. */
export function groundPlaces(places: readonly Place[]): Place[] {
  const covered = new Set<string>()
  const answer: Place[] = []
  for (const kind of ['village', 'town', 'district'] as const)
    for (const place of places) {
      if (place.kind !== kind) continue
      const own = place.shape !== null && place.shape.length > 0
      if (own && !covered.has(place.code)) answer.push(place)
      if ((own || covered.has(place.code)) && place.parent) covered.add(place.parent)
    }
  return answer
}

function ancestor(
  places: ReadonlyMap<string, Place>,
  place: Place,
  kind: 'town' | 'district',
): string | null {
  let at: Place | undefined = place
  for (let step = 0; at && step < 8; step++) {
    if (at.kind === kind) return at.code
    if ((RANK[at.kind] ?? 9) < RANK[kind]!) return null
    at = at.parent === null ? undefined : places.get(at.parent)
  }
  return null
}

function edgesOf(ground: readonly Place[]): Edge[] {
  const edges = new Map<string, Edge>()
  for (const [owner, place] of ground.entries())
    for (const polygon of shapeOutline(place.shape!))
      for (const ring of polygon)
        for (let i = 0; i + 3 < ring.length; i += 2) {
          const [a, b] = [key(ring[i]!, ring[i + 1]!), key(ring[i + 2]!, ring[i + 3]!)]
          if (a === b) continue
          const id = a < b ? `${a} ${b}` : `${b} ${a}`
          const seen = edges.get(id)
          if (seen) {
            seen.other = owner
            seen.isShared = true
          } else
            edges.set(id, {
              from: [ring[i]!, ring[i + 1]!],
              to: [ring[i + 2]!, ring[i + 3]!],
              owner,
              other: -1,
              isShared: false,
            })
        }
  return [...edges.values()]
}

/** Gives edges whose other side was drawn with other vertices the place that lies just beyond them. */
function findNeighbours(ground: readonly Place[], edges: readonly Edge[]): void {
  if (ground.length === 0) return
  const index = new Flatbush(ground.length)
  for (const place of ground) {
    let [west, south, east, north] = [180, 90, -180, -90]
    for (const polygon of place.shape!)
      for (let i = 0; i + 1 < polygon[0]!.length; i += 2) {
        const [x, y] = [polygon[0]![i]!, polygon[0]![i + 1]!]
        ;[west, south, east, north] = [
          Math.min(west, x),
          Math.min(south, y),
          Math.max(east, x),
          Math.max(north, y),
        ]
      }
    index.add(west, south, east, north)
  }
  index.finish()
  const reach = Math.max(index.maxX - index.minX, index.maxY - index.minY) * WIDEST_GAP
  const lying = (x: number, y: number): number[] =>
    index.search(x, y, x, y).filter((i) => shapeContains(ground[i]!.shape!, x, y))
  for (const edge of edges) {
    if (edge.other >= 0) continue
    const [dx, dy] = [edge.to[0] - edge.from[0], edge.to[1] - edge.from[1]]
    const length = Math.hypot(dx, dy) || 1
    const [mx, my] = [(edge.from[0] + edge.to[0]) / 2, (edge.from[1] + edge.to[1]) / 2]
    for (const step of BEYOND.flatMap((far) => [far, -far])) {
      if (edge.other >= 0) break
      const hit = lying(mx - (dy / length) * step, my + (dx / length) * step).find((i) => i !== edge.owner)
      if (hit !== undefined) edge.other = hit
    }
    // further only away from its owner, who may be narrower than that
    const side =
      edge.other < 0 && lying(mx - (dy / length) * ASIDE, my + (dx / length) * ASIDE).includes(edge.owner)
        ? -1
        : 1
    for (const step of ACROSS) {
      if (edge.other >= 0 || step > reach) break
      const [hit] = lying(mx - (dy / length) * step * side, my + (dx / length) * step * side)
      if (hit !== undefined && hit !== edge.owner) edge.other = hit
    }
  }
}

/** Joins edges end to end; a chain stops where three meet, so that dashes run on between junctions. */
export function chain(edges: readonly Pick<Edge, 'from' | 'to'>[]): Line[] {
  const at = new Map<string, number[]>()
  for (const [i, { from, to }] of edges.entries())
    for (const end of [key(...from), key(...to)]) at.set(end, [...(at.get(end) ?? []), i])
  const used = new Uint8Array(edges.length)
  const walk = (start: number, from: readonly [number, number]): [number, number][] => {
    const path: [number, number][] = []
    let [current, tail] = [start, from]
    for (;;) {
      used[current] = 1
      const edge = edges[current]!
      const head = key(...edge.from) === key(...tail) ? edge.to : edge.from
      path.push([head[0], head[1]])
      const meeting = at.get(key(...head))!
      const next = meeting.length === 2 ? meeting.find((i) => !used[i]) : undefined
      if (next === undefined) return path
      ;[current, tail] = [next, head]
    }
  }
  const lines: Line[] = []
  for (const [i, edge] of edges.entries()) {
    if (used[i]) continue
    const forward = walk(i, edge.from)
    const meeting = at.get(key(...edge.from))!
    const before = meeting.length === 2 ? meeting.find((j) => !used[j]) : undefined
    const backward = before === undefined ? [] : walk(before, edge.from)
    lines.push(Float64Array.from([...backward.reverse(), [edge.from[0], edge.from[1]], ...forward].flat()))
  }
  return lines
}

/** Every edge of the rings once, joined to lines: where two shapes share a border their dashes do not fill each other. */
export function linesOnce(rings: readonly Float64Array[]): Line[] {
  const edges = new Map<string, Pick<Edge, 'from' | 'to'>>()
  for (const ring of rings)
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [a, b] = [key(ring[i]!, ring[i + 1]!), key(ring[i + 2]!, ring[i + 3]!)]
      if (a === b) continue
      const id = a < b ? `${a} ${b}` : `${b} ${a}`
      if (!edges.has(id)) edges.set(id, { from: [ring[i]!, ring[i + 1]!], to: [ring[i + 2]!, ring[i + 3]!] })
    }
  return chain([...edges.values()])
}

/** A hole between places smaller than this share of the box round all of them is a gap of the drawing, not the end of the district. */
const LARGEST_GAP = 5e-4

const edgeKey = ([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): string => {
  const [a, b] = [key(ax, ay), key(bx, by)]
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** Square degrees inside a closed line, above 0 where it runs to the left; 0 of one that is open. */
function roomOf(line: Line): number {
  const [x0, y0] = [line[0]!, line[1]!]
  if (key(x0, y0) !== key(line.at(-2)!, line.at(-1)!)) return 0
  let sum = 0
  for (let i = 0; i + 3 < line.length; i += 2)
    sum += (line[i]! - x0) * (line[i + 3]! - y0) - (line[i + 2]! - x0) * (line[i + 1]! - y0)
  return sum / 2
}

/** Whether the owner of the first edge lies outside the ring: a hole, and no island. */
function isHole(line: Line, room: number, owner: Place): boolean {
  const [dx, dy] = [line[2]! - line[0]!, line[3]! - line[1]!]
  const step = (ASIDE * Math.sign(room)) / (Math.hypot(dx, dy) || 1)
  return !shapeContains(owner.shape!, line[0]! + dx / 2 - dy * step, line[1]! + dy / 2 + dx * step)
}

function boxOf(edges: readonly Edge[]): number {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const { from } of edges)
    [west, south, east, north] = [
      Math.min(west, from[0]),
      Math.min(south, from[1]),
      Math.max(east, from[0]),
      Math.max(north, from[1]),
    ]
  return (east - west) * (north - south)
}

/** Gives each edge round a small gap that several places leave between them another of those places. */
function closeGaps(ground: readonly Place[], edges: readonly Edge[]): void {
  const open = edges.filter(({ isShared }) => !isShared)
  const byKey = new Map(open.map((edge) => [edgeKey(edge.from, edge.to), edge]))
  const most = LARGEST_GAP * boxOf(open)
  for (const line of chain(open)) {
    const room = roomOf(line)
    if (room === 0 || Math.abs(room) > most) continue
    const around: Edge[] = []
    for (let i = 0; i + 3 < line.length; i += 2)
      around.push(byKey.get(edgeKey([line[i]!, line[i + 1]!], [line[i + 2]!, line[i + 3]!]))!)
    if (!isHole(line, room, ground[around[0]!.owner]!)) continue
    const owners = [...new Set(around.map(({ owner }) => owner))]
    for (const edge of around)
      if (edge.other < 0) edge.other = owners.find((owner) => owner !== edge.owner) ?? -1
  }
}

/** Of a border that two places drew apart the first draws it: two lines of dashes side by side fill each other. */
const isDrawnTwice = ({ owner, other, isShared }: Edge): boolean => other >= 0 && !isShared && owner > other

/**
 * Village, town and district lines from the polygons of the places. An edge with one owner and nothing
 * beyond it is the district's; where two towns meet it is a town's; else a village's.
 */
export function bordersOf(places: readonly Place[]): Borders {
  const byCode = new Map(places.map((place) => [place.code, place]))
  const ground = groundPlaces(places)
  const edges = edgesOf(ground)
  findNeighbours(ground, edges)
  closeGaps(ground, edges)
  const sorted: Record<'village' | 'town' | 'district', Edge[]> = { village: [], town: [], district: [] }
  const towns = ground.map((place) => ancestor(byCode, place, 'town'))
  const districts = ground.map((place) => ancestor(byCode, place, 'district'))
  for (const edge of edges) {
    if (isDrawnTwice(edge)) continue
    if (edge.other < 0 || districts[edge.owner] !== districts[edge.other]) sorted.district.push(edge)
    else if (towns[edge.owner] !== towns[edge.other]) sorted.town.push(edge)
    else sorted.village.push(edge)
  }
  return {
    village: chain(sorted.village),
    town: chain(sorted.town),
    district: chain(sorted.district),
    ground,
  }
}
