import { sideOf } from '../rings/contains'
import { wound } from '../rings/ring'
import { signedRingAreaM2 } from '../rings/ring-area'
import type { Line, Ring, Shape } from '../rings/shape'
import { VertexIds } from '../rings/vertex-ids'
import { OutlineIndex } from '../roads/outline-index'
import { type Edge, edgesOfLine } from './edge'
import { noded } from './noding'
import { traceRings } from './rings-of-edges'

type Pair = readonly [number, number]

/** Edges of the line that lie inside the ground, each once, without those that end in nothing. */
function cuttingEdges(
  pieces: readonly Edge[],
  index: OutlineIndex,
  border: readonly Pair[],
  ids: VertexIds,
): Pair[] {
  const onBorder = new Set(border.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  const degree = new Map<number, number>()
  for (const [a] of border) degree.set(a, 2)
  const cuts = new Map<string, Pair>()
  for (const [x1, y1, x2, y2] of pieces) {
    const [a, b] = [ids.idOf(x1, y1), ids.idOf(x2, y2)]
    if (onBorder.has(`${a} ${b}`) || !index.holds([(x1 + x2) / 2, (y1 + y2) / 2])) continue
    cuts.set(a < b ? `${a} ${b}` : `${b} ${a}`, [a, b])
  }
  for (const pair of cuts.values()) for (const end of pair) degree.set(end, (degree.get(end) ?? 0) + 1)
  for (let loose = true; loose; ) {
    loose = false
    for (const [key, pair] of cuts)
      if (pair.some((end) => degree.get(end)! < 2)) {
        cuts.delete(key)
        for (const end of pair) degree.set(end, degree.get(end)! - 1)
        loose = true
      }
  }
  return [...cuts.values()]
}

interface Face {
  readonly ring: Ring
  readonly area: number
}

function facesOf(rings: readonly (readonly number[])[], { lonLat }: VertexIds): Face[] {
  return rings.map((ids) => {
    const ring = Float64Array.from([...ids, ids[0]!].flatMap((id) => [lonLat[2 * id]!, lonLat[2 * id + 1]!]))
    return { ring, area: signedRingAreaM2(ring) }
  })
}

function encloses(outer: Ring, inner: Ring): boolean {
  for (let i = 0; i + 3 < inner.length; i += 2) {
    const side = sideOf([[outer]], [inner[i]!, inner[i + 1]!])
    if (side !== 'on') return side === 'inside'
  }
  return false
}

/** Faces round which the ground lies to the left, each with its holes. */
function polygonsOf(faces: readonly Face[]): Ring[][] {
  const outer = faces.filter(({ area }) => area > 0).sort((a, b) => a.area - b.area)
  const polygons = new Map(outer.map(({ ring }) => [ring, [ring]]))
  for (const hole of faces.filter(({ area }) => area < 0)) {
    const around = outer.find(
      ({ ring, area }) => area > -hole.area * (1 + 1e-12) && encloses(ring, hole.ring),
    )
    polygons.get(around?.ring ?? hole.ring)?.push(hole.ring)
  }
  return [...polygons.values()]
}

/**
 * The ground cut by a line: one shape a piece. Ends of the line that lie inside the ground cut nothing; where it
 * passes itself it cuts there too. Cut vertices are the same numbers in both pieces, so that pieces sum to the whole.
 * Null where the pieces do not close; the shape alone where the line parts nothing. A polygon that the line leaves
 * whole stays with the piece nearest to it.
 */
export function splitByLine(shape: Shape, line: Line): readonly Shape[] | null {
  const ground = wound(shape)
  const [rim, cut] = noded([ground.flat().flatMap(edgesOfLine), edgesOfLine(line)], new Set([1])) as [
    Edge[],
    Edge[],
  ]
  const ids = new VertexIds(2 * (rim.length + cut.length))
  const border = rim.map(([x1, y1, x2, y2]): Pair => [ids.idOf(x1, y1), ids.idOf(x2, y2)])
  const cuts = cuttingEdges(cut, new OutlineIndex(ground), border, ids)
  if (cuts.length === 0) return [shape]
  const edges = [...border, ...cuts, ...cuts.map(([a, b]): Pair => [b, a])]
  const rings = traceRings({ from: edges.map(([a]) => a), to: edges.map(([, b]) => b), vertices: ids })
  if (!rings) return null
  const polygons = polygonsOf(facesOf(rings, ids))
  if (polygons.length <= ground.length) return [shape]
  return grouped(polygons, new Set(cuts.flat()), ids)
}

/** Pieces along the cut are parts; what it does not touch joins the nearest of them. */
function grouped(polygons: readonly Ring[][], cutVertices: ReadonlySet<number>, ids: VertexIds): Shape[] {
  const touched = (rings: readonly Ring[]): boolean =>
    rings.some((ring) => {
      for (let i = 0; i < ring.length; i += 2)
        if (cutVertices.has(ids.find(ring[i]!, ring[i + 1]!))) return true
      return false
    })
  const parts = polygons.filter(touched).map((rings) => [rings])
  for (const rings of polygons.filter((one) => !touched(one))) nearestTo(rings[0]!, parts).push(rings)
  return parts
}

function nearestTo(ring: Ring, parts: readonly Ring[][][]): Ring[][] {
  const away = (part: readonly Ring[][]): number => {
    const other = part[0]![0]!
    return Math.hypot(other[0]! - ring[0]!, other[1]! - ring[1]!)
  }
  return parts.reduce((best, part) => (away(part) < away(best) ? part : best))
}
