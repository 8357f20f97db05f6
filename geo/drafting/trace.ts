import { lengthM } from '../geometry/rings/distance'
import type { Line, Position } from '../geometry/rings/shape'
import type { BorderLine } from './border-lines'
import type { LineSpot, Snapped } from './snapped'

interface Way {
  readonly line: Line
  readonly lengthM: number
}

/** Positions without repeats in a row, as a flat line. */
export function lineThrough(positions: readonly Position[]): Line {
  const kept = positions.filter(
    (one, i) => i === 0 || one[0] !== positions[i - 1]![0] || one[1] !== positions[i - 1]![1],
  )
  return Float64Array.from(kept.flat())
}

function vertexAt({ line }: BorderLine, vertex: number): Position {
  return [line[2 * vertex]!, line[2 * vertex + 1]!]
}

/** Vertices passed from one spot forward to the other, in the order of the line; `to` lies ahead of `from`. */
function between(border: BorderLine, from: LineSpot, to: LineSpot): Position[] {
  const passed: Position[] = []
  for (let vertex = from.edge + 1; vertex <= to.edge; vertex++) passed.push(vertexAt(border, vertex))
  return passed
}

/** The same past the end of a ring and on from its beginning. */
function roundTheEnd(border: BorderLine, from: LineSpot, to: LineSpot): Position[] {
  const last = border.line.length / 2 - 1
  const passed: Position[] = []
  for (let vertex = from.edge + 1; vertex <= last; vertex++) passed.push(vertexAt(border, vertex))
  for (let vertex = 1; vertex <= to.edge; vertex++) passed.push(vertexAt(border, vertex))
  return passed
}

const ahead = (a: LineSpot, b: LineSpot): boolean =>
  a.edge < b.edge || (a.edge === b.edge && a.share <= b.share)

/** The one way along an open line, the two round a ring. */
function waysOn(border: BorderLine, from: LineSpot, to: LineSpot): Position[][] {
  const forward = ahead(from, to)
  const [first, second] = forward ? [from, to] : [to, from]
  const direct = between(border, first, second)
  const ways = [forward ? direct : direct.reverse()]
  if (!border.closed) return ways
  const round = roundTheEnd(border, second, first)
  ways.push(forward ? round.reverse() : round)
  return ways
}

/**
 * The shortest way along a line on which both positions lie, or round the other side of that line. Ends included; null
 * where no line passes both, or where the longer way of an open line is asked for.
 */
export function wayAlong(
  lines: readonly BorderLine[],
  { from, to, longWay }: { readonly from: Snapped; readonly to: Snapped; readonly longWay: boolean },
): Line | null {
  let best: readonly Way[] | null = null
  for (const start of from.spots)
    for (const end of to.spots) {
      if (start.line !== end.line) continue
      const ways = waysOn(lines[start.line]!, start, end)
        .map((passed) => lineThrough([from.position, ...passed, to.position]))
        .map((line) => ({ line, lengthM: lengthM(line) }))
        .sort((a, b) => a.lengthM - b.lengthM)
      if (!best || ways[0]!.lengthM < best[0]!.lengthM) best = ways
    }
  return best?.[longWay ? 1 : 0]?.line ?? null
}
