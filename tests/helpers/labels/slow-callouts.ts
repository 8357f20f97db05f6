import {
  type Box,
  grown,
  inRings,
  inside,
  nearest,
  overlaps,
  type Point,
  segmentDistance,
  segmentMeets,
  segmentsCross,
} from '../../../src/map/labels/box'
import type { PlacedLabel, Scene, ScreenLabel } from '../../../src/map/labels/screen'
import { sizeOf } from '../../../src/map/labels/size'

export interface CalloutGround {
  readonly scene: Scene
  /** words of silent villages, which should stay readable */
  readonly words: readonly Box[]
}

/** How far from its symbol a callout may stand, css px at k = 1, nearest first. */
const DISTANCES = [26, 40, 56, 74, 94, 116, 140, 166, 194, 224, 256]
const ANGLES = 32

/** What is given up for a place, in css px of leader that it is worth. */
const COST = {
  zone: 26,
  crossing: 45,
  site: 240,
  word: 160,
  leaderOverGap: 220,
  leaderOverDisc: 90,
  leaderOverLabel: 260,
  leadersCross: 180,
}

function boxAt(anchor: Point, size: Point, angle: number, distance: number): Box {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const lean = (v: number): number => Math.max(-1, Math.min(1, v * 1.6))
  const x = anchor[0] + cos * distance + (lean(cos) * size[0]) / 2
  const y = anchor[1] + sin * distance + (lean(sin) * size[1]) / 2
  return [x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2]
}

/** Shares of a box, in 24 samples, that lie on a zone. */
function zoneSamples(box: Box, zones: Scene['zones']): number {
  let hits = 0
  for (let i = 0; i < 8; i++)
    for (let j = 0; j < 3; j++) {
      const x = box[0] + ((i + 0.5) / 8) * (box[2] - box[0])
      const y = box[1] + ((j + 0.5) / 3) * (box[3] - box[1])
      if (zones.some((rings) => inRings(rings, x, y))) hits++
    }
  return hits
}

/** css px of the leader that lie on zones, from ten samples. */
function leaderOnZones([from, to]: readonly [Point, Point], zones: Scene['zones']): number {
  const part = Math.hypot(to[0] - from[0], to[1] - from[1]) / 10
  let length = 0
  for (let i = 0; i < 10; i++) {
    const share = (i + 0.5) / 10
    const [x, y] = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
    if (zones.some((rings) => inRings(rings, x, y))) length += part
  }
  return length
}

/**
 * Cost of a place, or null where it is forbidden (off the frame, on a gap, a disc or another callout) or already
 * costs `least` before the zones under it are sampled, which is the dear part.
 */
function costOf(
  box: Box,
  leader: readonly [Point, Point],
  ground: CalloutGround & { readonly placed: readonly PlacedLabel[]; readonly least: number },
): number | null {
  const { scene, words, placed, least } = ground
  if (!inside(box, scene.frame)) return null
  const wide = grown(box, 4 * scene.k)
  const length = Math.hypot(leader[1][0] - leader[0][0], leader[1][1] - leader[0][1]) / scene.k
  let cost = 0
  for (const obstacle of scene.obstacles) {
    const hit = overlaps(wide, obstacle.box)
    if (hit && !['site', 'crossing', 'ring'].includes(obstacle.kind)) return null
    if (hit) cost += obstacle.kind === 'site' ? COST.site : COST.crossing
    if (obstacle.kind === 'gap' && segmentMeets(...leader, obstacle.box)) cost += COST.leaderOverGap
    if (obstacle.kind === 'disc' && overDisc(leader, obstacle.box)) cost += COST.leaderOverDisc
  }
  for (const other of placed) {
    if (overlaps(wide, other.box)) return null
    if (segmentMeets(...leader, other.box)) cost += COST.leaderOverLabel
    if (other.leader && segmentsCross(...leader, ...other.leader)) cost += COST.leadersCross
    if (other.leader && segmentMeets(...other.leader, wide)) cost += COST.leaderOverLabel
  }
  for (const word of words) if (overlaps(wide, word)) cost += COST.word
  if (length + cost >= least) return null
  return (
    length + cost + zoneSamples(box, scene.zones) * COST.zone + leaderOnZones(leader, scene.zones) / scene.k
  )
}

/** Whether a leader passes over a disc on which it does not begin. */
function overDisc([from, to]: readonly [Point, Point], [left, top, right, bottom]: Box): boolean {
  const middle: Point = [(left + right) / 2, (top + bottom) / 2]
  const radius = (right - left) / 2
  const begins = Math.hypot(from[0] - middle[0], from[1] - middle[1]) < radius
  return !begins && segmentDistance(from, to, middle) < radius
}

/** The cheapest place for a callout round its symbol, or null where none is allowed. */
function placeCallout(
  label: ScreenLabel,
  ground: CalloutGround & { readonly placed: readonly PlacedLabel[] },
): PlacedLabel | null {
  const { scene } = ground
  const anchor = label.points[0]!
  const size = sizeOf(label.request, scene.k, scene.measure)
  let best: PlacedLabel | null = null
  let least = Number.POSITIVE_INFINITY
  for (const distance of DISTANCES) {
    if (distance > least) break
    for (let i = 0; i < ANGLES; i++) {
      const box = boxAt(anchor, size, ((i + 0.5) / ANGLES) * 2 * Math.PI, distance * scene.k)
      const leader = [anchor, nearest(box, anchor)] as const
      const cost = costOf(box, leader, { ...ground, least })
      if (cost === null || cost >= least) continue
      least = cost
      best = { request: label.request, position: 0, anchor, box, leader }
    }
  }
  return best
}

/** Rounds in which every callout may move again, now that it sees all the others. */
const ROUNDS = 2

/**
 * Places for callouts, in the order given, then improved: each in turn is taken up and put where it costs
 * least among the others. One that is allowed nowhere is left out.
 */
export function placeCalloutsSlowly(labels: readonly ScreenLabel[], ground: CalloutGround): PlacedLabel[] {
  const spots = new Map<ScreenLabel, PlacedLabel>()
  for (let round = 0; round <= ROUNDS; round++)
    for (const label of labels) {
      if (label.points.length === 0) continue
      const placed = [...spots].filter(([other]) => other !== label).map(([, spot]) => spot)
      const spot = placeCallout(label, { ...ground, placed })
      if (spot) spots.set(label, spot)
    }
  const kept: PlacedLabel[] = []
  for (const spot of labels.flatMap((label) => spots.get(label) ?? [])) {
    const isHidden = kept.some(
      (other) => segmentMeets(...other.leader!, spot.box) || segmentMeets(...spot.leader!, other.box),
    )
    if (!isHidden) kept.push(spot)
  }
  return kept
}
