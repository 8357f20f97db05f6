import { projectorOf } from '../../src/map/projector'
import type { BoxFault } from './box-faults'
import type { LabelledMap, LabelSeen } from './labels-in-page'

type Point = readonly [number, number]

/** Of a name, so much lies in its place, with its middle. */
const MOST = 0.5
/** Of what stands at a spot and not on ground, so far from it, css px at k = 1. */
const BESIDE = 26
/** What stands at the middle of its ground where that is smaller, so far from it, css px at k = 1. */
const AT_ITS_SPOT: ReadonlySet<string> = new Set(['zoneCode', 'gap'])
const SPOT = 5
/** A disc is at most a twelfth of the map's short side across: of a place all under one the leader begins at its rim. */
const WIDEST_DISC = 1 / 12

function isIn(rings: readonly (readonly Point[])[], [x, y]: Point): boolean {
  let isInside = false
  for (const ring of rings)
    for (const [at, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(at + 1) % ring.length]!
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside
    }
  return isInside
}

const [ACROSS, DOWN] = [24, 6]

function shareIn(rings: readonly (readonly Point[])[], [left, top, right, bottom]: LabelSeen['box']): number {
  let hits = 0
  for (let i = 0; i < ACROSS; i++)
    for (let j = 0; j < DOWN; j++) {
      const x = left + ((i + 0.5) / ACROSS) * (right - left)
      if (isIn(rings, [x, top + ((j + 0.5) / DOWN) * (bottom - top)])) hits++
    }
  return hits / (ACROSS * DOWN)
}

/** css px between a point and a box. */
const away = ([x, y]: Point, [left, top, right, bottom]: LabelSeen['box']): number =>
  Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0))

/** How far a label stands from where it belongs, css px; 0 where it stands there or a leader leads there. */
function astray(label: LabelSeen, map: LabelledMap): number {
  const { box, leader, ground, anchor, radius } = label
  const project = projectorOf({ ...map.camera }, map.size)
  const rings = (ground ?? []).map((ring) =>
    Array.from({ length: ring.length / 2 }, (_, at) => project([ring[2 * at]!, ring[2 * at + 1]!])),
  )
  if (leader) {
    const [from, to] = [leader[0]! as Point, leader[1]! as Point]
    const short = Math.min(...map.size)
    const begins = Math.hypot(from[0] - anchor[0], from[1] - anchor[1])
    const isBegun = isIn(rings, from) || begins <= short * WIDEST_DISC * map.k + 1
    return isBegun ? (away(to, box) > 1 ? away(to, box) : 0) : begins
  }
  if (label.kind === 'callout') return Math.max(1, away(anchor, box))
  if (rings.length === 0) {
    const gap = away(anchor, box) - radius
    return gap > BESIDE * map.k ? gap : 0
  }
  const home = AT_ITS_SPOT.has(label.kind) ? away(anchor, box) <= SPOT * map.k : false
  const middle: Point = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  const least = AT_ITS_SPOT.has(label.kind) ? 0 : MOST
  return home || (isIn(rings, middle) && shareIn(rings, box) >= least) ? 0 : Math.max(1, away(anchor, box))
}

/** Every label of the maps that stands outside its place without a leader to it. */
export function labelFaultsOf(maps: readonly LabelledMap[]): BoxFault[] {
  return maps.flatMap((map) =>
    map.labels.flatMap((label): BoxFault[] => {
      const by = Math.round(astray(label, map))
      return by === 0 ? [] : [{ kind: 'astray', text: label.text, other: '', where: `map ${label.kind}`, by }]
    }),
  )
}
