import type { Position, Ring, Shape, VertexSpot } from '#geo'

const positionAt = (ring: Ring, i: number): Position => [ring[2 * i]!, ring[2 * i + 1]!]

/** Where the vertex stands; null where there is none. */
export function vertexPosition(shape: Shape, { polygon, ring, vertex }: VertexSpot): Position | null {
  const flat = shape[polygon]?.[ring]
  return flat && 2 * vertex + 1 < flat.length ? positionAt(flat, vertex) : null
}

/** Every vertex, the closing ones left out. */
export function* verticesOf(shape: Shape): Generator<readonly [VertexSpot, Position]> {
  for (const [polygon, rings] of shape.entries())
    for (const [ring, flat] of rings.entries())
      for (let vertex = 0; vertex < (flat.length >> 1) - 1; vertex++)
        yield [{ polygon, ring, vertex }, positionAt(flat, vertex)]
}

/** Middles of the edges, each under the vertex it follows. */
export function* middlesOf(shape: Shape): Generator<readonly [VertexSpot, Position]> {
  for (const [polygon, rings] of shape.entries())
    for (const [ring, flat] of rings.entries())
      for (let vertex = 0; vertex < (flat.length >> 1) - 1; vertex++) {
        const [[ax, ay], [bx, by]] = [positionAt(flat, vertex), positionAt(flat, vertex + 1)]
        yield [{ polygon, ring, vertex }, [(ax + bx) / 2, (ay + by) / 2]]
      }
}
