import { type GridRing, insideShape, shapeKm2 } from './dissolve'
import { contains, distance, fromGrid, nearest, type Point, toGrid } from './ground'
import type { Land, Village } from './land'
import { type Random, seeded } from './random'
import { height, LAKES, RIVER, STREAM } from './terrain'

export interface Hamlet {
  readonly village: number
  readonly at: Point
  readonly ring: GridRing
}

/** Small clusters of houses in the rural villages, off the rivers and hills, nearer the village's heart. */
export function hamletsOf(land: Land, mains: readonly (readonly Point[])[]): Hamlet[] {
  const random = seeded(3141)
  const out: Hamlet[] = []
  for (const village of land.villages) {
    if (village.urban) continue
    const km2 = shapeKm2(village.shape)
    const count = Math.max(2, Math.min(5, Math.round(1.35 + km2 * 0.62 + random() * 0.8)))
    const held: Hamlet[] = []
    for (let attempt = 0; attempt < 900 && held.length < count; attempt++) {
      const hamlet = tryHamlet(land, village, { mains, random, tight: attempt > 400 })
      const apart = attempt > 500 ? 0.27 : 0.42
      if (hamlet && held.every((h) => distance(h.at, hamlet.at) > apart)) held.push(hamlet)
    }
    out.push(...held)
  }
  return out
}

function tryHamlet(
  land: Land,
  village: Village,
  work: { readonly mains: readonly (readonly Point[])[]; readonly random: Random; readonly tight: boolean },
): Hamlet | null {
  const { random } = work
  const spread = 0.35 + random() * 0.7
  const at: Point = [
    village.heart[0] + (random() * 2 - 1) * spread,
    village.heart[1] + (random() * 2 - 1) * spread,
  ]
  if (!insideShape(village.shape, toGrid(at)) || height(at) > 0.95) return null
  if (nearest(RIVER, at).away < 0.3 || nearest(STREAM, at).away < 0.22) return null
  if (LAKES.some((l) => contains(l.shore, at) || nearest([...l.shore, l.shore[0]!], at).away < 0.2))
    return null
  if (work.mains.some((line) => nearest(line, at).away < 0.13)) return null
  const ring = footprint(at, work.tight ? 0.75 : 1, random)
  const margin = footprint(at, 0, random, ring).map(toGrid)
  if (!margin.every((p) => insideShape(village.shape, p))) return null
  const near = land.plots.some((p) => p.shape[0]![0]!.some((v) => distance(fromGrid(v[0], v[1]), at) < 0.3))
  return near ? null : { village: village.index, at, ring: ring.map(toGrid) }
}

/** Rows of houses on both sides of a lane: a stepped outline. With `around`, that outline grown by 45 m. */
function footprint(at: Point, size: number, random: Random, around?: readonly Point[]): Point[] {
  if (around) {
    return around.map(([x, y]): Point => {
      const away = Math.hypot(x - at[0], y - at[1])
      return [at[0] + ((x - at[0]) * (away + 0.045)) / away, at[1] + ((y - at[1]) * (away + 0.045)) / away]
    })
  }
  const angle = random() * Math.PI
  const steps = 4 + Math.floor(random() * 4)
  const long = (0.2 + random() * 0.19) * size
  const upper: Point[] = []
  const lower: Point[] = []
  let bend = 0
  for (let i = 0; i < steps; i++) {
    const [u0, u1] = [(i / steps - 0.5) * long, ((i + 1) / steps - 0.5) * long]
    const high = (0.03 + random() * 0.06) * size
    const deep = (0.03 + random() * 0.06) * size
    upper.push([u0, bend + high], [u1, bend + high])
    lower.push([u0, bend - deep], [u1, bend - deep])
    bend += (random() - 0.5) * 0.03
  }
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  return [...lower, ...upper.reverse()].map(([u, v]) => [at[0] + u * c - v * s, at[1] + u * s + v * c])
}
