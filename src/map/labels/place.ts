import type { LabelKind, LabelRequest } from '../../layers/part'
import { drawnOut, liesIn, offDisc } from './beside'
import { type Box, grown, inside, overlaps, type Point } from './box'
import { placeCallouts } from './callout'
import { codesInstead, mostCallouts } from './instead'
import { offsetsOf } from './offsets'
import type { PlacedLabel, Scene, ScreenLabel } from './screen'
import { sizeOf } from './size'
import { Taken } from './taken'

/** Who is served first. Counts stand in their discs and are never moved. */
export const LABEL_ORDER: readonly LabelKind[] = [
  'count',
  'callout',
  'gap',
  'zoneGaps',
  'site',
  'zoneCode',
  'town',
  'shield',
  'river',
  'village',
  'compound',
]

/** Of a name that fits nowhere whole, so much must lie in its place. */
const MOST_OF_IT = 0.75

/** What has a leader where it does not fit in its place. */
const DRAWN_OUT: ReadonlySet<LabelKind> = new Set(['town', 'zoneGaps', 'zoneCode', 'gap'])

/** What may also stand at the middle of its ground, however small that is. */
const AT_ITS_SPOT: ReadonlySet<LabelKind> = new Set(['zoneCode', 'gap'])

/** How far from the middle of its ground a label still stands at it, and a chip of several zones from the first, css px at k = 1. */
const [AT_SPOT, AT_FIRST] = [4, 16]

/** Whether a code or a word lies on its ground, or at the middle of ground that is smaller. */
function belongs(label: ScreenLabel, box: Box, [x, y]: Point, k: number): boolean {
  const { request, ground } = label
  const isAt = (away: number): boolean => inside([x, y, x, y], grown(box, away * k))
  if (!ground) return request.kind !== 'zoneCode' || isAt(AT_FIRST)
  if (!AT_ITS_SPOT.has(request.kind)) return true
  return isAt(AT_SPOT) || liesIn(label, box, 0)
}

/** What stands at a spot and names no ground is nowhere else. */
const isDrawnOut = ({ request: { kind }, ground }: ScreenLabel): boolean =>
  DRAWN_OUT.has(kind) && (ground !== undefined || !AT_ITS_SPOT.has(kind))

/** How much of a name must lie in its place: of a town all, or most, else it is drawn out. */
const SHARE: Partial<Record<LabelKind, number>> = { town: 1, zoneGaps: 1, village: 0.6, compound: 0.6 }

function settle(label: ScreenLabel, taken: Taken, scene: Scene, least = 1): PlacedLabel | null {
  const { request } = label
  const free = (box: Box): boolean =>
    inside(box, scene.frame) &&
    !taken.isTaken(box) &&
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
      if (
        free(box) &&
        belongs(label, box, anchor, scene.k) &&
        (share === undefined || liesIn(label, box, share))
      )
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

/** A panel of the screen hides what lies under it: a number there would only be cut. */
const isUnderFurniture = (box: Box, { obstacles }: Scene): boolean =>
  obstacles.some(({ kind, box: over }) => kind === 'furniture' && overlaps(box, over))

/** Where a number stands whose disc bears a symbol in its middle: beside it, if there is room. */
function besideDisc(label: ScreenLabel, taken: Taken, scene: Scene): PlacedLabel | null {
  const { beside } = label.request
  if (!beside || !isCovered(counted(label, scene).box, scene)) return null
  return settle({ ...label, request: beside }, taken, scene)
}

const isCovered = (box: Box, { obstacles }: Scene): boolean =>
  obstacles.some(({ kind, box: over }) => kind !== 'disc' && kind !== 'furniture' && overlaps(box, over))

/** Boxes that callouts should leave free although they are drawn later: words of silent villages. */
function reserved(scene: Scene): Box[] {
  return scene.labels
    .filter(({ request }) => request.kind === 'gap')
    .map((label) => counted(label, scene).box)
}

/** A zone's code without its name. */
function inShort(label: ScreenLabel): ScreenLabel {
  const { request } = label
  const [first] = request.lines
  if (request.kind !== 'zoneCode' || request.code === undefined || !first) return label
  return { ...label, request: { ...request, lines: [{ ...first, text: request.code }] } }
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
      const beside = besideDisc(label, taken, scene)
      if (beside) {
        keep(beside, 2)
        continue
      }
      const number = counted(label, scene)
      if (!isUnderFurniture(number.box, scene)) placed.push(number)
      continue
    }
    const spot =
      settle(label, taken, scene) ??
      settle(label, taken, scene, MOST_OF_IT) ??
      settle(inShort(label), taken, scene)
    if (spot) keep(spot, label.request.kind === 'village' ? 1 : 2)
    else if (isDrawnOut(label)) without.push(inShort(label))
  }
  for (const label of without) {
    const others = labels.filter(({ request }) => request.id !== label.request.id)
    const spot = drawnOut(label, taken, { scene, others })
    if (spot) keep(spot, 2)
  }
  return placed
}

/** A disc that is seen before its number must have it, css px at k = 1. */
const LARGE_DISC = 9

/** Numbers beside small discs wait until the towns have their names. */
const turnOf = ({ kind, radius }: LabelRequest): LabelKind =>
  kind === 'count' && radius !== undefined && radius < LARGE_DISC ? 'shield' : kind

/** A callout that takes more of the frame's width than this names its zone by the code alone. */
const WIDEST = 0.4

/** A callout as wide as it may be. */
function withinWidth(label: ScreenLabel, { frame, k, measure }: Scene): ScreenLabel {
  const { request } = label
  const [first, ...others] = request.lines
  const [width] = sizeOf(request, k, measure)
  if (!first || request.code === undefined || width <= (frame[2] - frame[0]) * WIDEST) return label
  return { ...label, request: { ...request, lines: [{ ...first, text: request.code }, ...others] } }
}

/** Callouts, as many as can be read, and the zones in view that have none. */
function placeZones(
  labels: readonly ScreenLabel[],
  taken: Taken,
  scene: Scene,
): { readonly placed: PlacedLabel[]; readonly without: ScreenLabel[] } {
  const seen = labels.filter(({ points: [at] }) => at && inside([...at, ...at], scene.frame))
  const asked = seen.slice(0, mostCallouts(scene)).map((label) => withinWidth(label, scene))
  const placed = placeCallouts(asked, { scene, words: reserved(scene) }).map((spot) => ({
    ...spot,
    leader: spot.leader && offDisc(spot.leader, taken),
  }))
  for (const spot of placed) taken.take(spot, 2)
  const told = new Set(placed.map(({ request }) => request.id))
  return { placed, without: seen.filter(({ request }) => !told.has(request.id)) }
}

/**
 * Greedy placement, one kind after the other, larger rank first. What does not fit is dropped, never
 * shrunk, never laid over another label; a callout never covers the symbol of a gap. A town's name and the code
 * of a zone lie on their ground or have a leader to it. A zone without room for its callout has its code; many codes share chips that count.
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
