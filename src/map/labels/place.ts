import { largest } from '#geo'
import type { LabelKind, LabelRequest, Obstacle } from '../part'
import { type Box, grown, inside, overlaps, type Point, segmentMeets } from './box'
import { placeCallouts } from './callout'

/** Width of a text in css px, with its letter spacing in em. */
export type Measure = (text: string, font: { size: number; weight: number; spacing: number }) => number

export interface ScreenLabel {
  readonly request: LabelRequest
  /** its positions on the screen, css px, in the same order */
  readonly points: readonly Point[]
}

export interface ScreenObstacle {
  readonly box: Box
  readonly kind: Obstacle['kind'] | 'furniture'
}

export interface PlacedLabel {
  readonly request: LabelRequest
  /** index into its positions, and where that lies: a label moves with its anchor */
  readonly position: number
  readonly anchor: Point
  readonly box: Box
  /** from the symbol's edge to the box; callouts only */
  readonly leader: readonly [Point, Point] | null
}

export interface Scene {
  readonly labels: readonly ScreenLabel[]
  readonly obstacles: readonly ScreenObstacle[]
  /** screen rings of the zones a callout should not lie on */
  readonly zones: readonly (readonly Float64Array[])[]
  /** where labels may stand */
  readonly frame: Box
  readonly k: number
  readonly measure: Measure
}

/** Who is served first. Counts stand in their discs and are never moved. */
export const LABEL_ORDER: readonly LabelKind[] = [
  'count',
  'callout',
  'gap',
  'site',
  'zoneCode',
  'town',
  'shield',
  'river',
  'village',
  'compound',
]

const LINE_HEIGHT = 1.3

/** Padding round the text of each kind, css px at k = 1: horizontal, vertical. */
const PADDING: Partial<Record<LabelKind, Point>> = {
  callout: [9, 5],
  shield: [4, 1],
  zoneCode: [6, 2],
  town: [2, 0],
}

export function paddingOf(request: LabelRequest): Point {
  if (request.kind === 'gap' && request.lines[0]?.colour === 'flagInk') return [7, 3]
  return PADDING[request.kind] ?? [1, 0]
}

/** Width and height a label takes, css px. */
export function sizeOf(request: LabelRequest, k: number, measure: Measure): Point {
  const [px, py] = paddingOf(request)
  const spacing = request.spacing ?? 0
  const widths = request.lines.map((line) =>
    measure(line.text, { size: line.size * k, weight: line.weight, spacing }),
  )
  const height = request.lines.reduce((sum, line) => sum + line.size * LINE_HEIGHT * k, 0)
  const bar = request.kind === 'callout' ? 5 * k : 0
  return [Math.max(0, largest(widths)) + 2 * px * k + bar, height + 2 * py * k]
}

const DIRECTIONS: readonly Point[] = Array.from({ length: 8 }, (_, i) => [
  Math.cos((i * Math.PI) / 4),
  Math.sin((i * Math.PI) / 4),
])

/** Offsets of the box's top left corner from the anchor, in the order in which they are tried. */
export function candidates(kind: LabelKind, [w, h]: Point, k: number): Point[] {
  const centre: Point = [-w / 2, -h / 2]
  if (kind === 'town')
    return [
      centre,
      ...[1, 2, 3, 4, 5].flatMap((ring) =>
        DIRECTIONS.map(([dx, dy]): Point => [centre[0] + dx * ring * 24 * k, centre[1] + dy * ring * 19 * k]),
      ),
    ]
  if (kind === 'village')
    return [
      [-w / 2, 5 * k],
      [-w / 2, -h - 4 * k],
      [6 * k, -h / 2],
      [-w - 6 * k, -h / 2],
    ]
  if (kind === 'gap')
    return [
      centre,
      ...[-1.5, 1.5].map((step): Point => [-w / 2, -h / 2 + step * h]),
      [-w - 14 * k, -h / 2],
      [14 * k, -h / 2],
    ]
  if (kind === 'zoneCode') return [0, -1, 1, -2, 2].map((step): Point => [-w / 2, -h / 2 + step * h * 1.1])
  if (kind === 'compound') return [centre, [-w / 2, -h * 1.1], [-w / 2, h * 0.1]]
  return [centre]
}

/** A name beside a symbol: right, left, above, below. */
const besides = ([w, h]: Point, k: number): Point[] => [
  [13 * k, -h / 2],
  [-w - 13 * k, -h / 2],
  [-w / 2, -h - 13 * k],
  [-w / 2, 13 * k],
]

interface Taken {
  readonly boxes: Box[]
  /** symbols that a zone's own name may cover: everything but gaps, discs and furniture */
  readonly minor: readonly Box[]
  readonly leaders: (readonly [Point, Point])[]
}

function settle(label: ScreenLabel, taken: Taken, scene: Scene): PlacedLabel | null {
  const { request } = label
  const free = (box: Box): boolean =>
    inside(box, scene.frame) &&
    !taken.boxes.some((other) => overlaps(box, other)) &&
    (request.kind === 'zoneCode' || !taken.minor.some((other) => overlaps(box, other))) &&
    !taken.leaders.some((leader) => segmentMeets(...leader, box))
  const size = sizeOf(request, scene.k, scene.measure)
  const named = request.kind === 'gap' && request.lines[0]?.colour === 'flagInk'
  const offsets = named ? besides(size, scene.k) : candidates(request.kind, size, scene.k)
  for (const [position, anchor] of label.points.entries())
    for (const [dx, dy] of offsets) {
      const [left, top] = [anchor[0] + dx, anchor[1] + dy]
      const box: Box = [left, top, left + size[0], top + size[1]]
      if (free(box)) return { request, position, anchor, box, leader: null }
    }
  return null
}

function counted(label: ScreenLabel, scene: Scene): PlacedLabel {
  const [w, h] = sizeOf(label.request, scene.k, scene.measure)
  const anchor = label.points[0]!
  const box: Box = [anchor[0] - w / 2, anchor[1] - h / 2, anchor[0] + w / 2, anchor[1] + h / 2]
  return { request: label.request, position: 0, anchor, box, leader: null }
}

/** Boxes that callouts should leave free although they are drawn later: words of silent villages. */
function reserved(scene: Scene): Box[] {
  return scene.labels
    .filter(({ request }) => request.kind === 'gap')
    .map((label) => counted(label, scene).box)
}

/**
 * Greedy placement, one kind after the other, larger rank first. What does not fit is dropped, never
 * shrunk, never laid over another label; a callout never covers the symbol of a gap.
 */
export function placeLabels(scene: Scene): PlacedLabel[] {
  const placed: PlacedLabel[] = []
  const small = (kind: ScreenObstacle['kind']): boolean => kind === 'site' || kind === 'crossing'
  const taken: Taken = {
    boxes: scene.obstacles.filter(({ kind }) => !small(kind)).map(({ box }) => box),
    minor: scene.obstacles.filter(({ kind }) => small(kind)).map(({ box }) => box),
    leaders: [],
  }
  for (const kind of LABEL_ORDER) {
    const labels = scene.labels
      .filter(({ request }) => request.kind === kind)
      .sort((a, b) => b.request.rank - a.request.rank || (a.request.id < b.request.id ? -1 : 1))
    if (kind === 'callout') {
      for (const spot of placeCallouts(labels, { scene, words: reserved(scene) })) {
        placed.push(spot)
        taken.boxes.push(grown(spot.box, 2))
        if (spot.leader) taken.leaders.push(spot.leader)
      }
      continue
    }
    for (const label of labels) {
      if (label.points.length === 0) continue
      const spot = kind === 'count' ? counted(label, scene) : settle(label, taken, scene)
      if (!spot) continue
      placed.push(spot)
      if (kind !== 'count') taken.boxes.push(grown(spot.box, kind === 'village' ? 1 : 2))
    }
  }
  return placed
}
