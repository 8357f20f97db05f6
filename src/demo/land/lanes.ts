import { cellAt, eachInside, eachNear, FIELD, type Growth, grow, middleOf } from './field'
import { distance, fromGrid, type Point, resampled, simplified, toGrid } from './ground'
import type { Hamlet } from './hamlets'
import type { Land } from './land'
import type { DrawnRoad } from './roads'

/**
 * Lanes from every hamlet to the nearest road over the cheapest land: a tree that keeps within its town where
 * it can (`dear` cells are to be avoided), cut at every fork.
 */
export function lanes(
  land: Land,
  hamlets: readonly Hamlet[],
  work: { readonly roads: readonly DrawnRoad[]; readonly dear: (cell: number) => number },
): DrawnRoad[] {
  const prices = Float64Array.from(land.relief.price, (price, cell) =>
    land.relief.lake[cell] ? Infinity : price,
  )
  for (const { plot } of land.plots) {
    eachInside(FIELD, plot.ring, (cell) => {
      prices[cell] = 40
    })
  }
  const price = (cell: number): number =>
    land.settlement.inside(cell) ? prices[cell]! * work.dear(cell) : Infinity
  const plain = work.roads
    .filter((r) => r.class !== 'motorway')
    .map((r) => r.course.map(([x, y]) => fromGrid(x, y)))
  const seeds = plain
    .flatMap((line) => resampled(line, 0.04).map((p) => ({ cell: cellAt(FIELD, p), owner: 0, start: 0 })))
    .filter((s) => s.cell >= 0)
  const growth = grow(FIELD, seeds, price)
  return forked(
    growth,
    hamlets.map((h) => h.at),
  ).map((line) => ({ name: null, class: 'unclassified', course: onto(line, plain).map(toGrid) }))
}

/** The union of the ways back from all points, as lines between forks and ends. */
function forked(growth: Growth, from: readonly Point[]): Point[][] {
  const uses = new Map<number, number>()
  const ends = new Map<number, Point>()
  for (const at of from) {
    ends.set(cellAt(FIELD, at), at)
    for (let cell = cellAt(FIELD, at); cell >= 0; cell = growth.from[cell]!) {
      const seen = uses.get(cell)
      uses.set(cell, (seen ?? 0) + 1)
      if (seen !== undefined) break
    }
  }
  const isNode = (cell: number): boolean => uses.get(cell)! > 1 || ends.has(cell) || growth.from[cell] === -1
  const out: Point[][] = []
  for (const start of uses.keys()) {
    if (!isNode(start) || growth.from[start] === -1) continue
    const line: Point[] = [ends.get(start) ?? middleOf(FIELD, start)]
    let cell = growth.from[start]!
    for (; !isNode(cell); cell = growth.from[cell]!) line.push(middleOf(FIELD, cell))
    line.push(ends.get(cell) ?? middleOf(FIELD, cell))
    out.push(eased(line))
  }
  return out
}

function eased(steps: Point[]): Point[] {
  let line = steps
  for (let pass = 0; pass < 6; pass++) {
    line = line.map((p, i): Point => {
      const [a, b] = [line[i - 1], line[i + 1]]
      return a && b ? [(a[0] + 2 * p[0] + b[0]) / 4, (a[1] + 2 * p[1] + b[1]) / 4] : p
    })
  }
  return simplified(line, 0.008)
}

/** A lane whose end lies near a road is led onto it. */
function onto(line: readonly Point[], roads: readonly (readonly Point[])[]): Point[] {
  const end = line[line.length - 1]!
  let best: { away: number; at: Point } | null = null
  for (const road of roads) {
    for (const at of road) {
      const away = distance(at, end)
      if (away < 0.15 && (!best || away < best.away)) best = { away, at }
    }
  }
  return best && best.away > 0 ? [...line.slice(0, -1), best.at] : [...line]
}

/** Cells within reach of any of the lines. */
export function cellsAlong(lines: readonly (readonly Point[])[], reach: number): Set<number> {
  const out = new Set<number>()
  for (const line of lines) eachNear(FIELD, line, reach, (cell) => out.add(cell))
  return out
}
