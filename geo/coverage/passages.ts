import type { Road } from '../facts'
import type { Line, Shape } from '../geometry/rings/shape'
import { type Along, runsOn } from '../geometry/roads/along'
import type { CrossingOfMany } from '../geometry/roads/crossings'
import { crossingsOfMany } from '../geometry/roads/crossings-of-many'
import { type Meetings, meetingsOf } from '../geometry/roads/joins'

const found = new WeakMap<readonly Road[], WeakMap<Shape, Passages>>()

interface Passages extends Meetings {
  readonly crossings: readonly CrossingOfMany[]
  readonly along: readonly Along[]
}

const known = new WeakMap<readonly Road[], readonly Line[]>()

/** The same list for the same roads, so that their boxes are indexed once for all outlines. */
export function linesOf(roads: readonly Road[]): readonly Line[] {
  let lines = known.get(roads)
  if (!lines) known.set(roads, (lines = roads.map(({ line }) => line)))
  return lines
}

/** How the roads pass the outline together, beside the crossings of each alone. */
export function meetingsAndRuns(
  lines: readonly Line[],
  outline: Shape,
  crossings: readonly CrossingOfMany[],
): Omit<Passages, 'crossings'> {
  const { along, joins } = runsOn(lines, outline, crossings)
  const met = meetingsOf(lines, outline, crossings)
  return { along, ends: met.ends, joins: [...met.joins, ...joins] }
}

/** How the roads pass the outline, each alone and where they meet: kept as long as roads and outline are. */
export function passagesOf(roads: readonly Road[], outline: Shape): Passages {
  let ofRoads = found.get(roads)
  if (!ofRoads) found.set(roads, (ofRoads = new WeakMap()))
  let passages = ofRoads.get(outline)
  if (!passages) {
    const lines = linesOf(roads)
    const crossings = crossingsOfMany(lines, [outline])
    ofRoads.set(outline, (passages = { crossings, ...meetingsAndRuns(lines, outline, crossings) }))
  }
  return passages
}

/** Where each road alone cuts the outline, without any hour. */
export function roadCrossings(roads: readonly Road[], outline: Shape): readonly CrossingOfMany[] {
  return passagesOf(roads, outline).crossings
}
