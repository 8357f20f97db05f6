import {
  type Box,
  grown,
  inRings,
  inside,
  nearest,
  overlaps,
  type Point,
  segmentMeets,
  segmentsCross,
} from './box'
import { BoxGrid } from './box-grid'
import type { PlacedLabel, Scene, ScreenLabel, ScreenObstacle } from './screen'
import { sizeOf } from './size'
import { around, type Disc, discIn, isSmall, type Leader, passesOver } from './taken'
import { type ZoneGrid, zoneGridOf } from './zone-grid'

export interface CalloutGround {
  readonly scene: Scene
  /** words of silent villages, which should stay readable */
  readonly words: readonly Box[]
}

/** The ground by cells: obstacles, words and zones are asked for near a place only. */
interface Surroundings {
  readonly scene: Scene
  readonly obstacles: BoxGrid<ScreenObstacle['kind']>
  readonly gaps: BoxGrid<null>
  readonly discs: BoxGrid<Disc>
  readonly words: BoxGrid<null>
  readonly zones: ZoneGrid
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

/** Samples of a box, of 24, that lie on a zone. */
function zoneSamples(box: Box, zones: ZoneGrid): number {
  const near = zones(box)
  if (near.length === 0) return 0
  let hits = 0
  for (let i = 0; i < 8; i++)
    for (let j = 0; j < 3; j++) {
      const x = box[0] + ((i + 0.5) / 8) * (box[2] - box[0])
      const y = box[1] + ((j + 0.5) / 3) * (box[3] - box[1])
      if (near.some((rings) => inRings(rings, x, y))) hits++
    }
  return hits
}

/** css px of the leader that lie on zones, from ten samples. */
function leaderOnZones([from, to]: readonly [Point, Point], zones: ZoneGrid): number {
  const near = zones([
    Math.min(from[0], to[0]),
    Math.min(from[1], to[1]),
    Math.max(from[0], to[0]),
    Math.max(from[1], to[1]),
  ])
  if (near.length === 0) return 0
  const part = Math.hypot(to[0] - from[0], to[1] - from[1]) / 10
  let length = 0
  for (let i = 0; i < 10; i++) {
    const share = (i + 0.5) / 10
    const [x, y] = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
    if (near.some((rings) => inRings(rings, x, y))) length += part
  }
  return length
}

/** What the obstacles at a place and under its leader cost; null where a gap, a disc or furniture forbids it. */
function costOfObstacles(wide: Box, leader: Leader, ground: Surroundings): number | null {
  let cost = 0
  const isForbidden = ground.obstacles.some(wide, (kind) => {
    if (!isSmall(kind)) return true
    cost += kind === 'site' ? COST.site : COST.crossing
    return false
  })
  if (isForbidden) return null
  ground.gaps.someMet(...leader, () => {
    cost += COST.leaderOverGap
    return false
  })
  ground.discs.some(around(leader), (disc) => {
    if (passesOver(leader, disc)) cost += COST.leaderOverDisc
    return false
  })
  return cost
}

/** What the other callouts cost; null where one lies there. */
function costOfOthers(wide: Box, leader: Leader, placed: readonly PlacedLabel[]): number | null {
  let cost = 0
  for (const other of placed) {
    if (overlaps(wide, other.box)) return null
    if (segmentMeets(...leader, other.box)) cost += COST.leaderOverLabel
    if (other.leader && segmentsCross(...leader, ...other.leader)) cost += COST.leadersCross
    if (other.leader && segmentMeets(...other.leader, wide)) cost += COST.leaderOverLabel
  }
  return cost
}

/**
 * Cost of a place, or null where it is forbidden (off the frame, on a gap, a disc or another callout) or already
 * costs `least` before the zones under it are sampled, which is the dear part.
 */
function costOf(
  box: Box,
  leader: Leader,
  ground: Surroundings & { readonly placed: readonly PlacedLabel[]; readonly least: number },
): number | null {
  const { scene, placed, least } = ground
  if (!inside(box, scene.frame)) return null
  const wide = grown(box, 4 * scene.k)
  const length = Math.hypot(leader[1][0] - leader[0][0], leader[1][1] - leader[0][1]) / scene.k
  if (length >= least) return null
  const others = costOfOthers(wide, leader, placed)
  if (others === null || length + others >= least) return null
  const obstacles = costOfObstacles(wide, leader, ground)
  if (obstacles === null) return null
  let given = others + obstacles
  ground.words.some(wide, () => {
    given += COST.word
    return false
  })
  const cost = length + given
  if (cost >= least) return null
  return cost + zoneSamples(box, ground.zones) * COST.zone + leaderOnZones(leader, ground.zones) / scene.k
}

/** The cheapest place for a callout round its symbol, or null where none is allowed. */
function placeCallout(
  label: ScreenLabel,
  ground: Surroundings & { readonly placed: readonly PlacedLabel[] },
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

function surroundingsOf({ scene, words }: CalloutGround): Surroundings {
  const [obstacles, gaps] = [new BoxGrid<ScreenObstacle['kind']>(scene.frame), new BoxGrid<null>(scene.frame)]
  const discs = new BoxGrid<Disc>(scene.frame)
  for (const { box, kind } of scene.obstacles) {
    obstacles.add(box, kind)
    if (kind === 'gap') gaps.add(box, null)
    if (kind === 'disc') discs.add(box, discIn(box))
  }
  const kept = new BoxGrid<null>(scene.frame)
  for (const word of words) kept.add(word, null)
  return { scene, obstacles, gaps, discs, words: kept, zones: zoneGridOf(scene) }
}

/** Rounds in which every callout may move again, now that it sees all the others. */
const ROUNDS = 2

/** All that a callout may cover, with its leader, wherever it is placed. */
function reachOf(label: ScreenLabel, { k, measure }: Scene): Box {
  const [w, h] = sizeOf(label.request, k, measure)
  const [x, y] = label.points[0]!
  const far = DISTANCES.at(-1)! * k + 4 * k
  return [x - far - w, y - far - h, x + far + w, y + far + h]
}

/** All that a placed callout covers. */
function extentOf({ box, anchor: [x, y] }: PlacedLabel): Box {
  return grown([Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)], 1)
}

/**
 * Places for callouts, in the order given, then improved: each in turn is taken up and put where it costs
 * least among the others, as long as one within its reach has moved. One that is allowed nowhere, or without the leader of
 * an earlier one in sight, is left out.
 */
export function placeCallouts(labels: readonly ScreenLabel[], ground: CalloutGround): PlacedLabel[] {
  const near = surroundingsOf(ground)
  const placing = labels.filter(({ points }) => points.length > 0)
  const reaches = new Map(placing.map((label) => [label, reachOf(label, ground.scene)]))
  const spots = new Map<ScreenLabel, PlacedLabel>()
  const due = new Set(placing)
  const moved = (label: ScreenLabel, extents: readonly Box[]): void => {
    for (const [other, reach] of reaches)
      if (other !== label && extents.some((extent) => overlaps(extent, reach))) due.add(other)
  }
  for (let round = 0; round <= ROUNDS; round++)
    for (const label of placing) {
      if (!due.delete(label)) continue
      const placed = [...spots].filter(([other]) => other !== label).map(([, spot]) => spot)
      const spot = placeCallout(label, { ...near, placed })
      const before = spots.get(label)
      if (!spot || (before && isSame(before.box, spot.box))) continue
      spots.set(label, spot)
      moved(label, [extentOf(spot), ...(before ? [extentOf(before)] : [])])
    }
  return inSight(labels.flatMap((label) => spots.get(label) ?? []))
}

/** Without those that hide the leader of an earlier one, or whose leader one hides. */
function inSight(placed: readonly PlacedLabel[]): PlacedLabel[] {
  const hides = ({ box }: PlacedLabel, { leader }: PlacedLabel): boolean =>
    leader !== null && segmentMeets(...leader, box)
  const kept: PlacedLabel[] = []
  for (const spot of placed)
    if (!kept.some((other) => hides(spot, other) || hides(other, spot))) kept.push(spot)
  return kept
}

const isSame = (a: Box, b: Box): boolean => a.every((side, i) => side === b[i])
