import { type Box, boundsOf, inRings, inside, nearest, type Point } from './box'
import type { PlacedLabel, Scene, ScreenLabel } from './screen'
import { sizeOf } from './size'
import type { Taken } from './taken'

/** How far from its place a name may be drawn out, css px at k = 1, nearest first. */
const DISTANCES = [34, 48, 64, 82, 102, 124, 148, 176, 208, 244]
const ANGLES = 24
/** What a name on the ground of another place costs, in css px of leader that it is worth. */
const ON_ANOTHER = 160

/** Points of a box, in shares of its sides: corners, middles of the sides, the middle. */
const SAMPLES = [0, 0.5, 1].flatMap((x) => [0, 0.5, 1].map((y): Point => [x, y]))

/** Share of the box, in nine samples, that lies on the rings. */
function shareOn(rings: readonly Float64Array[], box: Box): number {
  const [w, h] = [box[2] - box[0], box[3] - box[1]]
  return SAMPLES.filter(([x, y]) => inRings(rings, box[0] + x * w, box[1] + y * h)).length / SAMPLES.length
}

/**
 * Whether a name lies in its place: all of it, or for a place too small the most of it with its middle. A place
 * whose ground nobody knows has no outside.
 */
export function liesIn(label: ScreenLabel, box: Box, share = 1): boolean {
  const rings = label.ground?.()
  if (!rings || rings.length === 0) return true
  const middle: Point = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  return inRings(rings, ...middle) && shareOn(rings, box) >= share
}

function costOf(box: Box, leader: readonly [Point, Point], others: readonly ScreenLabel[]): number {
  const length = Math.hypot(leader[1][0] - leader[0][0], leader[1][1] - leader[0][1])
  return others.reduce((sum, other) => sum + shareOn(other.ground?.() ?? [], box) * ON_ANOTHER, length)
}

/** Steps in which the rim of a disc is sought along a leader. */
const STEPS = 48

/** A leader that would begin on a disc begins at its rim: over the number it is read as a stroke of it. */
export function offDisc([from, to]: readonly [Point, Point], taken: Taken): readonly [Point, Point] {
  for (let step = 0; step < STEPS; step++) {
    const share = step / STEPS
    const at: Point = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
    if (!taken.isOnDisc(at)) return [at, to]
  }
  return [from, to]
}

/** Cells a side of the grid of points at which a leader may begin where a disc lies on the middle of a place. */
const GRID = 9

/** Where a leader may begin: in the middle of the place, or under a disc there at the nearest ground that none covers. */
function beginningOf(label: ScreenLabel, taken: Taken): Point {
  const middle = label.points[0]!
  if (!taken.isOnDisc(middle)) return middle
  const rings = label.ground?.() ?? []
  const [left, top, right, bottom] = rings[0] ? boundsOf(rings[0]) : [0, 0, 0, 0]
  const points = Array.from(
    { length: GRID * GRID },
    (_, at): Point => [
      left + (((at % GRID) + 0.5) / GRID) * (right - left),
      top + ((Math.floor(at / GRID) + 0.5) / GRID) * (bottom - top),
    ],
  ).filter((point) => inRings(rings, ...point) && !taken.isOnDisc(point))
  const away = ([x, y]: Point): number => Math.hypot(x - middle[0], y - middle[1])
  return points.sort((a, b) => away(a) - away(b))[0] ?? middle
}

/** The cheapest free place for a name out of its place, with a leader to it; null where there is none. */
export function drawnOut(
  label: ScreenLabel,
  taken: Taken,
  { scene, others }: { scene: Scene; others: readonly ScreenLabel[] },
): PlacedLabel | null {
  const [middle] = label.points
  if (!middle || !inside([...middle, ...middle], scene.frame)) return null
  const from = beginningOf(label, taken)
  const [w, h] = sizeOf(label.request, scene.k, scene.measure)
  let best: PlacedLabel | null = null
  let least = Number.POSITIVE_INFINITY
  for (const distance of DISTANCES) {
    if (distance * scene.k > least) break
    for (let i = 0; i < ANGLES; i++) {
      const angle = (i / ANGLES) * 2 * Math.PI
      const x = from[0] + Math.cos(angle) * (distance * scene.k + w / 2)
      const y = from[1] + Math.sin(angle) * (distance * scene.k + h / 2)
      const box: Box = [x - w / 2, y - h / 2, x + w / 2, y + h / 2]
      const leader = [from, nearest(box, from)] as const
      if (!isFree(box, leader, taken, scene)) continue
      const cost = costOf(box, leader, others)
      if (cost >= least) continue
      least = cost
      best = { request: label.request, position: 0, anchor: middle, box, leader: offDisc(leader, taken) }
    }
  }
  return best
}

function isFree(box: Box, leader: readonly [Point, Point], taken: Taken, scene: Scene): boolean {
  return (
    inside(box, scene.frame) &&
    !taken.isTaken(box) &&
    !taken.minor.some(box) &&
    !taken.names.someMet(...leader) &&
    !taken.crossesDisc(leader) &&
    !taken.isCrossed(box, leader)
  )
}
