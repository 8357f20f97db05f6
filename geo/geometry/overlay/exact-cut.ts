import { areaM2 } from '../rings/area'
import { boundsMeet, boundsOf } from '../rings/bounds'
import { wound } from '../rings/ring'
import type { Shape } from '../rings/shape'
import { VertexIds } from '../rings/vertex-ids'
import { OutlineIndex } from '../roads/outline-index'
import { type Edge, edgesOfLine } from './edge'
import { noded } from './noding'
import { nestRings, traceRings } from './rings-of-edges'

/** Ground of one shape inside and outside another. */
export interface Parted {
  readonly inside: Shape
  readonly outside: Shape
}

/** Share of the area by which the parts may differ from the whole before the cut counts as failed. */
const AREA_STEP = 1e-10

class Edges {
  private readonly from: number[] = []
  private readonly to: number[] = []

  constructor(private readonly vertices: VertexIds) {}

  add([x1, y1, x2, y2]: Edge, turned = false): void {
    const [a, b] = [this.vertices.idOf(x1, y1), this.vertices.idOf(x2, y2)]
    this.from.push(turned ? b : a)
    this.to.push(turned ? a : b)
  }

  shape(): Shape | null {
    const rings = traceRings({ from: this.from, to: this.to, vertices: this.vertices })
    return rings && nestRings(rings, this.vertices)
  }
}

const keyOf = ([x1, y1, x2, y2]: Edge): string => `${x1} ${y1} ${x2} ${y2}`
const turnedKey = ([x1, y1, x2, y2]: Edge): string => `${x2} ${y2} ${x1} ${y1}`
const isInside = ([x1, y1, x2, y2]: Edge, index: OutlineIndex): boolean =>
  index.holds([(x1 + x2) / 2, (y1 + y2) / 2])

/**
 * The ground of `a` inside and outside `b`, where every cut is one vertex of both parts, to the last bit: the parts sum
 * to the whole within 1e-10, and vertices of the input stay as they are. Null where lines come so close that the
 * pieces do not close; `intersection` and `difference` answer then, to 0.1 mm.
 */
export function cutExactly(a: Shape, b: Shape): Parted | null {
  const [first, second] = [boundsOf(a), boundsOf(b)]
  if (!first || !second || !boundsMeet(first, second)) return { inside: [], outside: a }
  const [left, right] = [wound(a), wound(b)]
  const [own, other] = noded([left.flat().flatMap(edgesOfLine), right.flat().flatMap(edgesOfLine)]) as [
    Edge[],
    Edge[],
  ]
  const vertices = new VertexIds(2 * (own.length + other.length))
  const [inside, outside] = [new Edges(vertices), new Edges(vertices)]
  const theirs = new Set(other.map(keyOf))
  const ours = new Set(own.flatMap((edge) => [keyOf(edge), turnedKey(edge)]))
  const [ofA, ofB] = [new OutlineIndex(left), new OutlineIndex(right)]
  for (const edge of own) {
    const [along, against] = [theirs.has(keyOf(edge)), theirs.has(turnedKey(edge))]
    if (along && !against) inside.add(edge)
    else if (against && !along) outside.add(edge)
    else if (along || isInside(edge, ofB)) inside.add(edge)
    else outside.add(edge)
  }
  for (const edge of other)
    if (!ours.has(keyOf(edge)) && isInside(edge, ofA)) {
      inside.add(edge)
      outside.add(edge, true)
    }
  const parts = { inside: inside.shape(), outside: outside.shape() }
  if (!parts.inside || !parts.outside) return null
  const whole = areaM2(a)
  const apart = Math.abs(areaM2(parts.inside) + areaM2(parts.outside) - whole)
  return apart <= AREA_STEP * whole ? { inside: parts.inside, outside: parts.outside } : null
}
