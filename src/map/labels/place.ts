import { largest } from '#geo'
import type { LabelKind, LabelRequest, Obstacle } from '../part'
import { drawnOut, liesIn } from './beside'
import { type Box, inside, type Point } from './box'
import { placeCallouts } from './callout'
import { codesInstead, mostCallouts } from './instead'
import { offsetsOf } from './offsets'
import { Taken } from './taken'

/** Width of a text in css px, with its letter spacing in em. */
export type Measure = (text: string, font: { size: number; weight: number; spacing: number }) => number

export interface ScreenLabel {
  readonly request: LabelRequest
  /** its positions on the screen, css px, in the same order */
  readonly points: readonly Point[]
  /** screen rings of its place, worked out when asked for; absent where its ground is not known */
  readonly ground?: () => readonly Float64Array[]
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
  /** from the symbol or the place to the box: of callouts, and of names drawn out of their place */
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

/** Room between a framed line and its frame, css px at k = 1: horizontal, vertical. */
export const FRAME: Point = [5, 2]

export function paddingOf(request: LabelRequest): Point {
  if (request.kind === 'gap' && request.lines[0]?.colour === 'flagInk') return [7, 3]
  return PADDING[request.kind] ?? [1, 0]
}

/** Width and height a label takes, css px. */
export function sizeOf(request: LabelRequest, k: number, measure: Measure): Point {
  const [px, py] = paddingOf(request)
  const spacing = request.spacing ?? 0
  const widths = request.lines.map((line) =>
    line.framed
      ? measure(line.text, { size: line.size * k, weight: line.weight, spacing: 0 }) + 2 * FRAME[0] * k
      : measure(line.text, { size: line.size * k, weight: line.weight, spacing }),
  )
  const height = request.lines.reduce(
    (sum, line) => sum + (line.size * LINE_HEIGHT + (line.framed ? 2 * FRAME[1] : 0)) * k,
    0,
  )
  const bar = request.kind === 'callout' ? 5 * k : 0
  return [Math.max(0, largest(widths)) + 2 * px * k + bar, height + 2 * py * k]
}

/** Of a name that fits nowhere whole, so much must lie in its place. */
const MOST_OF_IT = 0.75

/** How much of a name must lie in its place: of a town all, or most, else it is drawn out. */
const SHARE: Partial<Record<LabelKind, number>> = { town: 1, village: 0.6, compound: 0.6 }

function settle(label: ScreenLabel, taken: Taken, scene: Scene, least = 1): PlacedLabel | null {
  const { request } = label
  const free = (box: Box): boolean =>
    inside(box, scene.frame) &&
    !taken.boxes.some(box) &&
    (request.kind === 'zoneCode' || !taken.minor.some(box)) &&
    !taken.isCrossed(box)
  const size = sizeOf(request, scene.k, scene.measure)
  const offsets = offsetsOf(label, size, scene.k)
  const own = SHARE[request.kind]
  const share = own === undefined ? undefined : Math.min(own, least)
  for (const [position, anchor] of label.points.entries())
    for (const [dx, dy] of offsets) {
      const [left, top] = [anchor[0] + dx, anchor[1] + dy]
      const box: Box = [left, top, left + size[0], top + size[1]]
      if (free(box) && (share === undefined || liesIn(label, box, share)))
        return { request, position, anchor, box, leader: null }
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

/** Names of one kind: all that fit in their places first, then of towns those that are drawn out. */
function placeNames(labels: readonly ScreenLabel[], taken: Taken, scene: Scene): PlacedLabel[] {
  const placed: PlacedLabel[] = []
  const without: ScreenLabel[] = []
  const keep = (spot: PlacedLabel, margin: number): void => {
    placed.push(spot)
    taken.take(spot, margin)
  }
  for (const label of labels) {
    if (label.points.length === 0) continue
    if (label.request.kind === 'count' && label.request.radius === undefined) {
      placed.push(counted(label, scene))
      continue
    }
    const spot = settle(label, taken, scene) ?? settle(label, taken, scene, MOST_OF_IT)
    if (spot) keep(spot, label.request.kind === 'village' ? 1 : 2)
    else if (label.request.kind === 'town') without.push(label)
  }
  for (const label of without) {
    const others = labels.filter((other) => other !== label)
    const spot = drawnOut(label, taken, { scene, others })
    if (spot) keep(spot, 2)
  }
  return placed
}

/** Numbers beside their discs wait until the towns have their names. */
const turnOf = ({ kind, radius }: LabelRequest): LabelKind =>
  kind === 'count' && radius !== undefined ? 'shield' : kind

/** Callouts, as many as can be read, and the zones in view that have none. */
function placeZones(
  labels: readonly ScreenLabel[],
  taken: Taken,
  scene: Scene,
): { readonly placed: PlacedLabel[]; readonly without: ScreenLabel[] } {
  const seen = labels.filter(({ points: [at] }) => at && inside([...at, ...at], scene.frame))
  const placed = placeCallouts(seen.slice(0, mostCallouts(scene)), { scene, words: reserved(scene) })
  for (const spot of placed) taken.take(spot, 2)
  const told = new Set(placed.map(({ request }) => request))
  return { placed, without: seen.filter(({ request }) => !told.has(request)) }
}

/**
 * Greedy placement, one kind after the other, larger rank first. What does not fit is dropped, never
 * shrunk, never laid over another label; a callout never covers the symbol of a gap. A town's name lies in its
 * town or has a leader to it. A zone without room for its callout has its code; many codes share chips that count.
 */
export function placeLabels(scene: Scene): PlacedLabel[] {
  const placed: PlacedLabel[] = []
  const taken = new Taken(scene)
  let without: readonly ScreenLabel[] = []
  const named = (labels: readonly ScreenLabel[]): PlacedLabel[] => placeNames(labels, taken, scene)
  for (const kind of LABEL_ORDER) {
    const labels = scene.labels
      .filter(({ request }) => turnOf(request) === kind)
      .sort((a, b) => b.request.rank - a.request.rank || (a.request.id < b.request.id ? -1 : 1))
    if (kind === 'callout') {
      const zones = placeZones(labels, taken, scene)
      without = zones.without
      for (const spot of zones.placed) placed.push(spot)
      continue
    }
    if (kind === 'zoneCode') for (const spot of codesInstead(without, scene.k, named)) placed.push(spot)
    for (const spot of named(labels)) placed.push(spot)
  }
  return placed
}
