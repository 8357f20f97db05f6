import { metresPerDegree, nearDistanceM, type Position } from '#geo'

/**
 * A line drawn round to its beginning and a little over it, closed where it crosses itself: what runs over at both
 * ends is left out, and the crossing is first and last vertex. The line as it is where it does not end within
 * `withinM` of its beginning, does not cross there, or either end runs over by more than that.
 */
export function closedAtCrossing(line: readonly Position[], withinM: number): readonly Position[] {
  if (line.length < 5 || nearDistanceM(line[0]!, line.at(-1)!) > withinM) return line
  const [first, last] = [reach(line, withinM), line.length - 1 - reach([...line].reverse(), withinM)]
  for (let end = line.length - 2; end >= last; end--)
    for (let begin = 0; begin < first && begin < end - 1; begin++) {
      const at = crossing([line[begin]!, line[begin + 1]!], [line[end]!, line[end + 1]!])
      if (!at) continue
      const isShort =
        lengthM([...line.slice(0, begin + 1), at]) <= withinM &&
        lengthM([at, ...line.slice(end + 1)]) <= withinM
      return isShort ? [at, ...line.slice(begin + 1, end + 1), at] : line
    }
  return line
}

/** Index of the first vertex that lies farther along the line than that. */
function reach(line: readonly Position[], withinM: number): number {
  let [along, at] = [0, 0]
  while (at < line.length - 1 && along <= withinM) along += nearDistanceM(line[at]!, line[++at]!)
  return at
}

const lengthM = (line: readonly Position[]): number =>
  line.slice(1).reduce((sum, at, i) => sum + nearDistanceM(line[i]!, at), 0)

type Side = readonly [Position, Position]

/** Where two sides cross inside both; null where they do not, or lie along each other. */
function crossing([a, b]: Side, [c, d]: Side): Position | null {
  const { lon, lat } = metresPerDegree(a[1])
  const along = ([x, y]: Position, [u, v]: Position) => [(u - x) * lon, (v - y) * lat] as const
  const [[rx, ry], [sx, sy], [qx, qy]] = [along(a, b), along(c, d), along(a, c)]
  const turn = rx * sy - ry * sx
  if (turn === 0) return null
  const [t, u] = [(qx * sy - qy * sx) / turn, (qx * ry - qy * rx) / turn]
  if (t <= 0 || t >= 1 || u <= 0 || u >= 1) return null
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
}
