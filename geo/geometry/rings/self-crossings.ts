import Flatbush from 'flatbush'
import { orient2d } from 'robust-predicates'
import { boxOfEdge, type Edge, edgesOfLine } from '../overlay/edge'
import { distinctVertices } from './ring'
import type { Position, Ring, Shape } from './shape'

/** Every place where two edges of the ring of these vertices pass through each other, as asked for. Touching is allowed. */
export function* selfCrossings(vertices: readonly Position[]): Generator<Position> {
  for (const place of meetings(vertices)) if (place) yield place
}

/** Beyond these a ring is not looked at further: parting it would take minutes. A coast of 100,000 vertices has 500,000 meetings. */
const MOST = { meetings: 2_000_000, crossings: 5_000 }

/** True where the ring crosses or winds around itself so often that it cannot be parted in reasonable time. */
export function isTangled(ring: Ring): boolean {
  if ((ring.length / 2) ** 2 < 2 * MOST.crossings) return false
  let [met, crossed] = [0, 0]
  for (const place of meetings(distinctVertices(ring))) {
    met += 1
    if (place) crossed += 1
    if (met > MOST.meetings || crossed > MOST.crossings) return true
  }
  return false
}

/** Meetings of edges of different rings that are looked at: so many, and so many more for each edge. A grid of squares has 5 for each. */
const MOST_BETWEEN = { meetings: 5_000, ofEdge: 20 }

/** True where rings of the shape lie along or across each other so often that their union is not found in reasonable time. */
export function isHeaped(shape: Shape): boolean {
  const rings = shape.flat()
  if (rings.length < 2) return false
  const edges = rings.flatMap((ring, of) => edgesOfLine(ring).map((edge) => ({ of, box: boxOfEdge(edge) })))
  if (edges.length === 0) return false
  const tree = new Flatbush(edges.length)
  for (const { box } of edges) tree.add(...box)
  tree.finish()
  const most = MOST_BETWEEN.meetings + MOST_BETWEEN.ofEdge * edges.length
  let met = 0
  const isAnother =
    (i: number) =>
    (other: number): boolean => {
      if (other > i && edges[other]!.of !== edges[i]!.of) met += 1
      return false
    }
  for (const [i, { box }] of edges.entries()) {
    tree.search(...box, isAnother(i))
    if (met > most) return true
  }
  return false
}

/** The first vertex at which the ring comes back to a place where it was, on a vertex or along an edge; null where none. */
export function firstAgain(vertices: readonly Position[]): Position | null {
  const edges = edgesThrough(vertices)
  const tree = treeOf(edges)
  if (!tree) return null
  const count = edges.length
  for (const [i, [x, y]] of edges.entries())
    for (const j of tree.search(x, y, x, y, (other) => other !== i && (other + 1) % count !== i))
      if (orient2d(...edges[j]!, x, y) === 0) return [x, y]
  return null
}

const edgesThrough = (vertices: readonly Position[]): Edge[] =>
  vertices.map((vertex, i): Edge => [...vertex, ...vertices[(i + 1) % vertices.length]!])

function treeOf(edges: readonly Edge[]): Flatbush | null {
  if (edges.length === 0) return null
  const tree = new Flatbush(edges.length)
  for (const edge of edges) tree.add(...boxOfEdge(edge))
  tree.finish()
  return tree
}

/** For every two edges whose boxes meet, where they pass through each other; null where they do not. */
function* meetings(vertices: readonly Position[]): Generator<Position | null> {
  const edges = edgesThrough(vertices)
  const tree = treeOf(edges)
  if (!tree) return
  for (const [i, one] of edges.entries())
    for (const j of tree.search(...boxOfEdge(one), (other) => other > i)) {
      const other = edges[j]!
      const [from, to] = [orient2d(...other, one[0], one[1]), orient2d(...other, one[2], one[3])]
      const [p, q] = [orient2d(...one, other[0], other[1]), orient2d(...one, other[2], other[3])]
      const t = from / (from - to)
      const passes = from * to < 0 && p * q < 0
      yield passes ? [one[0] + t * (one[2] - one[0]), one[1] + t * (one[3] - one[1])] : null
    }
}

/** Numbers of the vertices at which the ring turns straight back, as asked for. */
export function* straightBacks(vertices: readonly Position[]): Generator<number> {
  const count = vertices.length
  for (let i = 0; i < count; i++) {
    const [a, b, c] = [vertices[(i + count - 1) % count]!, vertices[i]!, vertices[(i + 1) % count]!]
    if (turnsBack(a, b, c)) yield i
  }
}

/** True where the way from a over b to c goes straight back at b. */
export function turnsBack(a: Position, b: Position, c: Position): boolean {
  const goesBack = (a[0] - b[0]) * (c[0] - b[0]) + (a[1] - b[1]) * (c[1] - b[1]) > 0
  return goesBack && orient2d(...a, ...b, ...c) === 0
}
