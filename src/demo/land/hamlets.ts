import { type Random, seeded } from '../random'
import { type GridRing, insideShape, shapeKm2 } from './dissolve'
import { cellAt, eachInside, eachNear, FIELD } from './field'
import { distance, fromGrid, type Point, toGrid } from './ground'
import type { Land, Village } from './land'
import { LAKES } from './terrain'

export interface Hamlet {
  readonly village: number
  readonly at: Point
  readonly ring: GridRing
}

/** Small clusters of houses in the rural villages, off the rivers and hills, nearer the village's heart. */
export function hamletsOf(land: Land, mains: readonly (readonly Point[])[]): Hamlet[] {
  const random = seeded(3141)
  const closed = closedTo(land, mains)
  const out: Hamlet[] = []
  for (const village of land.villages) {
    if (village.urban) continue
    const km2 = shapeKm2(village.shape)
    const count = Math.max(2, Math.min(5, Math.round(1.2 + km2 * 0.62 + random() * 0.8)))
    const held: Hamlet[] = []
    for (let attempt = 0; attempt < 4000 && held.length < count; attempt++) {
      if (attempt > 900 && held.length > 0) break
      const hamlet = tryHamlet(village, {
        closed,
        random,
        size: attempt > 1200 ? 0.35 : attempt > 900 ? 0.5 : attempt > 400 ? 0.75 : 1,
      })
      const apart = attempt > 500 ? 0.27 : 0.42
      if (hamlet && held.every((h) => distance(h.at, hamlet.at) > apart)) held.push(hamlet)
    }
    for (const one of held) out.push(one)
  }
  return out
}

const HARD = 2

/** Cells to keep off: 1 high ground, banks, the rim of streets and main roads; 2 (`HARD`) water and streets themselves. */
function closedTo(land: Land, mains: readonly (readonly Point[])[]): Uint8Array {
  const { height, wet } = land.relief
  const closed = Uint8Array.from(height, (high, cell) =>
    wet[cell]! < 0.14 ? HARD : high > 0.95 || wet[cell]! < 0.27 ? 1 : 0,
  )
  const close = (how: number) => (cell: number) => {
    closed[cell] = Math.max(closed[cell]!, how)
  }
  for (const line of mains) eachNear(FIELD, line, 0.13, close(1))
  for (const { shore } of LAKES) {
    eachInside(FIELD, shore, close(HARD))
    eachNear(FIELD, [...shore, shore[0]!], 0.2, close(HARD))
  }
  for (const { plot } of land.plots) {
    eachInside(FIELD, plot.ring, close(HARD))
    eachNear(FIELD, [...plot.ring, plot.ring[0]!], 0.27, close(1))
  }
  return closed
}

function tryHamlet(
  village: Village,
  work: { readonly closed: Uint8Array; readonly random: Random; readonly size: number },
): Hamlet | null {
  const { random } = work
  const spread = 0.35 + random() * 0.7
  const near: Point = work.size > 0.4 ? village.heart : cornerOf(village, random)
  const at: Point = [near[0] + (random() * 2 - 1) * spread, near[1] + (random() * 2 - 1) * spread]
  const limit = work.size > 0.4 ? 0 : HARD - 1
  if (work.closed[cellAt(FIELD, at)]! > limit || !insideShape(village.shape, toGrid(at))) return null
  const ring = footprint(at, work.size, random)
  const margin = grown(at, ring).map(toGrid)
  return margin.every((p) => insideShape(village.shape, p))
    ? { village: village.index, at, ring: ring.map(toGrid) }
    : null
}

/** A place on the village's line, where its heart has no room. */
function cornerOf(village: Village, random: Random): Point {
  const ring = village.shape[0]![0]!
  return fromGrid(...ring[Math.floor(random() * ring.length)]!)
}

/** The outline grown by 45 m. */
function grown(at: Point, ring: readonly Point[]): Point[] {
  return ring.map(([x, y]): Point => {
    const away = Math.hypot(x - at[0], y - at[1])
    return [at[0] + ((x - at[0]) * (away + 0.045)) / away, at[1] + ((y - at[1]) * (away + 0.045)) / away]
  })
}

/** Rows of houses on both sides of a lane: a stepped outline. */
function footprint(at: Point, size: number, random: Random): Point[] {
  const angle = random() * Math.PI
  const steps = 5 + Math.floor(random() * 4)
  const long = (0.22 + random() * 0.2) * size
  const upper: Point[] = []
  const lower: Point[] = []
  let bend = 0
  for (let i = 0; i < steps; i++) {
    const [u0, u1] = [(i / steps - 0.5) * long, ((i + 1) / steps - 0.5) * long]
    const high = (0.022 + random() * 0.05) * size
    const deep = (0.022 + random() * 0.05) * size
    upper.push([u0, bend + high], [u1, bend + high])
    lower.push([u0, bend - deep], [u1, bend - deep])
    bend += (random() - 0.5) * 0.02
  }
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  return [...lower, ...upper.reverse()].map(([u, v]) => [at[0] + u * c - v * s, at[1] + u * s + v * c])
}
