import Flatbush from 'flatbush'
import { orient2d } from 'robust-predicates'
import { boxOfEdge, type Edge } from './edge'
import type { Position } from './shape'

/** Every place where two edges of the ring of these vertices pass through each other, as asked for. Touching is allowed. */
export function* selfCrossings(vertices: readonly Position[]): Generator<Position> {
  const edges = vertices.map((vertex, i): Edge => [...vertex, ...vertices[(i + 1) % vertices.length]!])
  const tree = new Flatbush(edges.length)
  for (const edge of edges) tree.add(...boxOfEdge(edge))
  tree.finish()
  for (const [i, one] of edges.entries())
    for (const j of tree.search(...boxOfEdge(one), (other) => other > i)) {
      const other = edges[j]!
      const [from, to] = [orient2d(...other, one[0], one[1]), orient2d(...other, one[2], one[3])]
      const [p, q] = [orient2d(...one, other[0], other[1]), orient2d(...one, other[2], other[3])]
      if (from * to >= 0 || p * q >= 0) continue
      const t = from / (from - to)
      yield [one[0] + t * (one[2] - one[0]), one[1] + t * (one[3] - one[1])]
    }
}

/** Numbers of the vertices at which the ring turns straight back, as asked for. */
export function* straightBacks(vertices: readonly Position[]): Generator<number> {
  const count = vertices.length
  for (let i = 0; i < count; i++) {
    const [a, b, c] = [vertices[(i + count - 1) % count]!, vertices[i]!, vertices[(i + 1) % count]!]
    const goesBack = (a[0] - b[0]) * (c[0] - b[0]) + (a[1] - b[1]) * (c[1] - b[1]) > 0
    if (goesBack && orient2d(...a, ...b, ...c) === 0) yield i
  }
}
