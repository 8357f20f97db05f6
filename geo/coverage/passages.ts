import type { Road } from '../facts'
import type { Line, Shape } from '../geometry/rings/shape'
import { type Along, type RunPass, runsOn } from '../geometry/roads/along'
import type { CrossingOfMany } from '../geometry/roads/crossings'
import { crossingsOfMany } from '../geometry/roads/crossings-of-many'
import { type Meetings, meetingsOf } from '../geometry/roads/joins'
import { layerOf } from './way'

const found = new WeakMap<readonly Road[], WeakMap<Shape, Passages>>()

/** How roads pass one outline. */
export interface Passages extends Meetings {
  readonly crossings: readonly CrossingOfMany[]
  /** by a run with a side road or of several lines */
  readonly passes: readonly RunPass[]
  readonly along: readonly Along[]
}

const said = new WeakMap<Road, string>()

/** All that a road says of itself, but where it is and stands. */
export function saidOf(road: Road): string {
  let all = said.get(road)
  if (all === undefined) {
    const { line, origin, ...rest } = road
    said.set(road, (all = JSON.stringify(rest)))
  }
  return all
}

const known = new WeakMap<readonly Road[], readonly Line[]>()

/** The same list for the same roads, so that their boxes are indexed once for all outlines. */
export function linesOf(roads: readonly Road[]): readonly Line[] {
  let lines = known.get(roads)
  if (!lines) known.set(roads, (lines = roads.map(({ line }) => line)))
  return lines
}

/** How the roads pass the outline, where each alone crosses it so. */
export function meetingsAndRuns(
  roads: readonly Road[],
  outline: Shape,
  alone: readonly CrossingOfMany[],
): Passages {
  const lines = linesOf(roads)
  const { isLed, ...runs } = runsOn(lines, outline, alone, (line) => saidOf(roads[line]!))
  return { ...runs, ...meetingsOf(lines, outline, runs.crossings, (line) => layerOf(roads[line]!), isLed) }
}

/** How the roads pass the outline, each alone and where they meet: kept as long as roads and outline are. */
export function passagesOf(roads: readonly Road[], outline: Shape): Passages {
  let ofRoads = found.get(roads)
  if (!ofRoads) found.set(roads, (ofRoads = new WeakMap()))
  let passages = ofRoads.get(outline)
  if (!passages) {
    const alone = crossingsOfMany(linesOf(roads), [outline])
    ofRoads.set(outline, (passages = meetingsAndRuns(roads, outline, alone)))
  }
  return passages
}

/** Where each road alone cuts the outline, without any hour. */
export function roadCrossings(roads: readonly Road[], outline: Shape): readonly CrossingOfMany[] {
  return passagesOf(roads, outline).crossings
}
