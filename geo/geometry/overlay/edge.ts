import type { Bounds, Line, Position } from '../rings/shape'

/** A directed edge, x1, y1, x2, y2 in degrees. */
export type Edge = readonly [x1: number, y1: number, x2: number, y2: number]

/** Whether two positions are the same numbers. */
export const isSamePlace = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]

/** The bounds of an edge. */
export const boxOfEdge = ([x1, y1, x2, y2]: Edge): Bounds => [
  Math.min(x1, x2),
  Math.min(y1, y2),
  Math.max(x1, x2),
  Math.max(y1, y2),
]

/** The edges of a line or ring that have a length, in its order. */
export function edgesOfLine(line: Line): Edge[] {
  const edges: Edge[] = []
  for (let i = 0; i + 3 < line.length; i += 2)
    if (line[i] !== line[i + 2] || line[i + 1] !== line[i + 3])
      edges.push([line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!])
  return edges
}

/** Whether the position lies in the bounds of the edge, border included. */
export function isInBox([x1, y1, x2, y2]: Edge, [x, y]: Position): boolean {
  return Math.min(x1, x2) <= x && x <= Math.max(x1, x2) && Math.min(y1, y2) <= y && y <= Math.max(y1, y2)
}
