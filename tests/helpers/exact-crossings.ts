/** The definition of a crossing, literally, in fractions of integers: slow, without index, for whole coordinates only. */

interface Point {
  x: bigint
  y: bigint
  /** common denominator, positive */
  d: bigint
}
type Whole = readonly [number, number]
export type WholeRing = readonly Whole[]

const point = ([x, y]: Whole): Point => ({ x: BigInt(x), y: BigInt(y), d: 1n })
const sign = (n: bigint): number => (n > 0n ? 1 : n < 0n ? -1 : 0)

/** Positive when c is to the left of a → b. */
function turn(a: Point, b: Point, c: Point): number {
  const bx = b.x * a.d - a.x * b.d
  const by = b.y * a.d - a.y * b.d
  const cx = c.x * a.d - a.x * c.d
  const cy = c.y * a.d - a.y * c.d
  return sign(bx * cy - by * cx)
}

const compare = (a: bigint, ad: bigint, b: bigint, bd: bigint): number => sign(a * bd - b * ad)
const equal = (a: Point, b: Point): boolean =>
  compare(a.x, a.d, b.x, b.d) === 0 && compare(a.y, a.d, b.y, b.d) === 0

function onEdge(p: Point, a: Point, b: Point): boolean {
  if (turn(a, b, p) !== 0) return false
  const between = (axis: 'x' | 'y'): boolean =>
    compare(p[axis], p.d, a[axis], a.d) * compare(p[axis], p.d, b[axis], b.d) <= 0
  return between('x') && between('y')
}

function sideOf(p: Point, rings: readonly WholeRing[]): 'inside' | 'outside' | 'on' {
  let inside = false
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i++) {
      const [a, b] = [point(ring[i]!), point(ring[i + 1]!)]
      if (onEdge(p, a, b)) return 'on'
      const aUp = compare(a.y, a.d, p.y, p.d) > 0
      const bUp = compare(b.y, b.d, p.y, p.d) > 0
      if (aUp !== bUp && turn(a, b, p) > 0 === bUp) inside = !inside
    }
  return inside ? 'inside' : 'outside'
}

/** Where the lines of a → b and p → q meet, if they meet in one point of both stretches. */
function meet(a: Point, b: Point, p: Point, q: Point): Point[] {
  const found = [a, b].filter((one) => onEdge(one, p, q)).concat([p, q].filter((one) => onEdge(one, a, b)))
  if (found.length || turn(a, b, p) * turn(a, b, q) >= 0 || turn(p, q, a) * turn(p, q, b) >= 0) return found
  const [rx, ry, sx, sy] = [b.x - a.x, b.y - a.y, q.x - p.x, q.y - p.y]
  let d = rx * sy - ry * sx
  let t = (p.x - a.x) * sy - (p.y - a.y) * sx
  if (d < 0n) [d, t] = [-d, -t]
  return [{ x: a.x * d + rx * t, y: a.y * d + ry * t, d }]
}

/** Every contact along one stretch of road, from a to b, both ends included. */
function cuts(a: Point, b: Point, rings: readonly WholeRing[]): Point[] {
  const found = [a, b]
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i++) found.push(...meet(a, b, point(ring[i]!), point(ring[i + 1]!)))
  const axis = a.x !== b.x ? 'x' : 'y'
  const direction = sign(b[axis] - a[axis])
  return found
    .sort((one, other) => direction * compare(one[axis], one.d, other[axis], other.d))
    .filter((one, at, all) => at === 0 || !equal(one, all[at - 1]!))
}

const middle = (a: Point, b: Point): Point => ({
  x: a.x * b.d + b.x * a.d,
  y: a.y * b.d + b.y * a.d,
  d: 2n * a.d * b.d,
})

const toNumbers = ({ x, y, d }: Point): [number, number] => [Number(x) / Number(d), Number(y) / Number(d)]

/** Crossings of a road with whole coordinates and an outline of rings with whole coordinates (even–odd). */
export function exactCrossings(
  road: readonly Whole[],
  rings: readonly WholeRing[],
): { position: [number, number]; kind: 'cross' | 'run' }[] {
  const pieces: { from: Point; side: 'inside' | 'outside' | 'on' }[] = []
  for (let i = 0; i + 1 < road.length; i++) {
    const [a, b] = [point(road[i]!), point(road[i + 1]!)]
    if (equal(a, b)) continue
    const stops = cuts(a, b, rings)
    for (let s = 0; s + 1 < stops.length; s++)
      pieces.push({ from: stops[s]!, side: sideOf(middle(stops[s]!, stops[s + 1]!), rings) })
  }
  const closed = road.length > 3 && road[0]!.join() === road.at(-1)!.join()
  const start = closed ? pieces.findIndex(({ side }) => side !== 'on') : 0
  const round = closed && start >= 0 ? [...pieces.slice(start), ...pieces.slice(0, start + 1)] : pieces
  const found: { position: [number, number]; kind: 'cross' | 'run' }[] = []
  let last: string | null = null
  let run: Point | null = null
  for (const { from, side } of round) {
    if (side === 'on') run ??= from
    else {
      if (last && last !== side) found.push({ position: toNumbers(run ?? from), kind: run ? 'run' : 'cross' })
      last = side
      run = null
    }
  }
  return found
}
