import type { Arrangement } from './arrangement'
import { contains, GRID_KM2 } from './ground'

/** Closed ring on the grid, without the repeated first vertex. Outer rings run anticlockwise. */
export type GridRing = readonly (readonly [number, number])[]
export type GridShape = readonly (readonly GridRing[])[]

/** A point just to the left of the longest edge of each face cycle, and the side its strokes name most. */
export function facesOf(net: Arrangement): { at: [number, number]; named: number | null; area: number }[] {
  const longest = new Float64Array(net.cycles)
  const out = Array.from({ length: net.cycles }, () => ({
    at: [0, 0] as [number, number],
    named: null as number | null,
    area: 0,
  }))
  const votes = Array.from({ length: net.cycles }, () => new Map<number, number>())
  for (let h = 0; h < net.from.length; h++) {
    const [a, b] = [net.from[h]!, net.from[h ^ 1]!]
    const [ax, ay, bx, by] = [net.x[a]!, net.y[a]!, net.x[b]!, net.y[b]!]
    const long = Math.hypot(bx - ax, by - ay)
    const face = out[net.cycle[h]!]!
    face.area += ((ax * by - bx * ay) / 2) * GRID_KM2
    const side = net.side[h]
    if (side !== null && side !== undefined) {
      const vote = votes[net.cycle[h]!]!
      vote.set(side, (vote.get(side) ?? 0) + long)
    }
    if (long <= longest[net.cycle[h]!]!) continue
    longest[net.cycle[h]!] = long
    face.at = [h, 0]
  }
  const members: number[][] = out.map(() => [])
  for (let h = 0; h < net.from.length; h++) members[net.cycle[h]!]!.push(h)
  for (const face of out) face.at = beside(net, face.at[0], members[net.cycle[face.at[0]]!]!)
  out.forEach((face, i) => {
    let most = 0
    for (const [side, long] of votes[i]!) {
      if (long > most) {
        most = long
        face.named = side
      }
    }
  })
  return out
}

/** A point on the left of a half-edge, half-way to the next edge of its cycle that the perpendicular meets. */
function beside(net: Arrangement, h: number, members: readonly number[]): [number, number] {
  const [a, b] = [net.from[h]!, net.from[h ^ 1]!]
  const long = Math.hypot(net.x[b]! - net.x[a]!, net.y[b]! - net.y[a]!)
  const [u, v] = [-(net.y[b]! - net.y[a]!) / long, (net.x[b]! - net.x[a]!) / long]
  const [x, y] = [(net.x[a]! + net.x[b]!) / 2, (net.y[a]! + net.y[b]!) / 2]
  let free = 4000
  for (const g of members) {
    if (g === h) continue
    const [px, py] = [net.x[net.from[g]!]! - x, net.y[net.from[g]!]! - y]
    const [qx, qy] = [net.x[net.from[g ^ 1]!]! - x, net.y[net.from[g ^ 1]!]! - y]
    const [p, q] = [px * v - py * u, qx * v - qy * u]
    if (p > 0 === q > 0) continue
    const t = ((px * u + py * v) * q - (qx * u + qy * v) * p) / (q - p)
    if (t > 0 && t < free) free = t
  }
  return [x + (u * free) / 2, y + (v * free) / 2]
}

/** Outlines of all grounds: half-edges whose left has the label and whose right has another, chained into rings. */
export function shapesOf<Label>(
  net: Arrangement,
  labelOf: (cycle: number) => Label | null,
): Map<Label, GridShape> {
  const edges = new Map<Label, number[]>()
  for (let h = 0; h < net.from.length; h++) {
    const label = labelOf(net.cycle[h]!)
    if (label === null || label === labelOf(net.cycle[h ^ 1]!)) continue
    const list = edges.get(label)
    if (list) list.push(h)
    else edges.set(label, [h])
  }
  const out = new Map<Label, GridShape>()
  for (const [label, list] of edges) {
    const own = (h: number): boolean => labelOf(net.cycle[h ^ 1]!) !== label
    out.set(label, nested(ringsOf(net, list, own)))
  }
  return out
}

function ringsOf(net: Arrangement, list: readonly number[], onLine: (h: number) => boolean): GridRing[] {
  const used = new Set<number>()
  const rings: GridRing[] = []
  for (const start of list) {
    if (used.has(start)) continue
    const ring: [number, number][] = []
    let h = start
    do {
      used.add(h)
      const v = net.from[h]!
      ring.push([net.x[v]!, net.y[v]!])
      h = net.next[h]!
      while (!onLine(h)) h = net.next[h ^ 1]!
    } while (h !== start)
    rings.push(ring)
  }
  return rings
}

/** Area of a ring on the grid, km², positive anticlockwise. */
export function ringKm2(ring: GridRing): number {
  let sum = 0
  const [ox, oy] = ring[0]!
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i]!
    const [bx, by] = ring[(i + 1) % ring.length]!
    sum += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy)
  }
  return (sum / 2) * GRID_KM2
}

export function shapeKm2(shape: GridShape): number {
  return shape.reduce((sum, polygon) => sum + polygon.reduce((a, ring) => a + ringKm2(ring), 0), 0)
}

function nested(rings: readonly GridRing[]): GridShape {
  const outer = rings.filter((ring) => ringKm2(ring) > 0).sort((a, b) => ringKm2(b) - ringKm2(a))
  const polygons = outer.map((ring) => [ring])
  for (const hole of rings) {
    if (ringKm2(hole) > 0) continue
    const inside = [...hole.keys()].map((i): [number, number] => {
      const [a, b] = [hole[i]!, hole[(i + 1) % hole.length]!]
      return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
    })
    const home = [...polygons]
      .reverse()
      .find((p) => inside.filter((at) => contains(p[0]!, at)).length > inside.length / 2)
    home?.push(hole)
  }
  return polygons
}

export function insideShape(shape: GridShape, at: readonly [number, number]): boolean {
  return shape.some(
    (polygon) => contains(polygon[0]!, at) && !polygon.slice(1).some((hole) => contains(hole, at)),
  )
}
