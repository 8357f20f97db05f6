import { expect, test } from 'vitest'
import { OpenEdges } from '../../geo/geometry/overlay/open-edges'
import { isAnticlockwise } from '../../geo/geometry/rings/ring'
import { signedRingAreaM2 } from '../../geo/geometry/rings/ring-area'
import type { Ring } from '../../geo/geometry/rings/shape'
import { type Random, seeded } from '../helpers/seeded'

const SEEDS = Array.from({ length: 1_000 }, (_, i) => i + 1)

/** Small rings over a few places, so that edges strike each other out, open again and come twice. */
function someRings(random: Random): Ring[] {
  return Array.from({ length: random.between(1, 12) }, () => {
    const [x, y] = [random.between(0, 3), random.between(0, 3)]
    const corners = [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
    ]
    if (random.chance(0.2)) corners.splice(random.between(0, 3), 1)
    if (random.chance(0.15)) corners.reverse()
    return Float64Array.from([...corners, corners[0]!].flat())
  })
}

/** By maps of maps and texts; null where an edge is open already. */
function slowly(rings: readonly Ring[]): string[] | null {
  const open = new Map<string, Set<string>>()
  for (const ring of rings)
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [from, to] = [`${ring[i]} ${ring[i + 1]}`, `${ring[i + 2]} ${ring[i + 3]}`]
      if (open.get(to)?.delete(from)) continue
      const leaving = open.get(from) ?? new Set()
      if (leaving.has(to)) return null
      open.set(from, leaving.add(to))
    }
  return [...open].flatMap(([from, tos]) => [...tos].map((to) => `${from} to ${to}`))
}

function quickly(rings: readonly Ring[]): string[] | null {
  const edges = new OpenEdges(rings.reduce((sum, ring) => sum + ring.length / 2, 0))
  if (!rings.every((ring) => edges.follow(ring))) return null
  const { from, to, vertices } = edges.list()
  const placeOf = (id: number): string => `${vertices.lonLat[2 * id]} ${vertices.lonLat[2 * id + 1]}`
  return from.map((id, at) => `${placeOf(id)} to ${placeOf(to[at]!)}`)
}

test('G18 edges strike each other out as in maps of maps, and stand in their order (1,000 seeds)', () => {
  const answers = SEEDS.map((seed) => {
    const rings = someRings(seeded(seed))
    const edges = slowly(rings)
    expect(quickly(rings), `seed ${seed}`).toEqual(edges)
    return edges
  })
  expect(answers.filter((edges) => edges === null).length).toBeGreaterThan(50)
  expect(answers.filter((edges) => edges && edges.length > 4).length).toBeGreaterThan(50)
})

test('G18 the way a ring runs is that of its area on the ellipsoid, crossed rings and slivers too (1,000 seeds)', () => {
  for (const seed of SEEDS) {
    const random = seeded(seed)
    const size = [1e-7, 0.01, 3][random.between(0, 2)]!
    const count = random.between(3, 9)
    const corners = Array.from({ length: count }, (_, i) => {
      const angle = random.chance(0.7) ? (2 * Math.PI * i) / count : 7 * random.next()
      return [113 + size * Math.cos(angle), 33 + size * random.next() * Math.sin(angle)] as const
    })
    if (random.chance(0.5)) corners.reverse()
    const ring = Float64Array.from([...corners, corners[0]!].flat())
    expect(isAnticlockwise(ring), `seed ${seed}`).toBe(signedRingAreaM2(ring) > 0)
  }
  expect(isAnticlockwise(new Float64Array())).toBe(false)
})
