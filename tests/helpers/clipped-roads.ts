import type { Line, Position, Road, Shape } from '#geo'
import { crossings } from '../../geo/geometry/roads/crossings'
import type { Random } from './seeded'

/** The roads parted where they pass the line: end to end there, or up to half a metre short of it on both sides. */
export function clippedRoads(roads: readonly Road[], shape: Shape, random: Random): Road[] {
  return roads.flatMap((road) => {
    const cuts = crossings(road.line, shape).map(({ position }) => position)
    return partedAt(road.line, cuts, random.chance(0.5) ? 0 : 0.4).map((line) => ({ ...road, line }))
  })
}

/** Degrees of latitude in a metre. */
const METRE = 1 / 111_000

function partedAt(line: Line, cuts: readonly Position[], shortM: number): Line[] {
  const pieces: Position[][] = [[[line[0]!, line[1]!]]]
  for (let i = 2; i < line.length; i += 2) {
    const [from, to]: [Position, Position] = [
      [line[i - 2]!, line[i - 1]!],
      [line[i]!, line[i + 1]!],
    ]
    const along = (at: Position): number =>
      (at[0] - from[0]) * (to[0] - from[0]) + (at[1] - from[1]) * (to[1] - from[1])
    const length = Math.hypot(to[0] - from[0], to[1] - from[1])
    const onEdge = cuts
      .filter(
        (at) => along(at) > 0 && along(at) < along(to) && Math.abs(across(from, to, at)) < 1e-9 * length,
      )
      .sort((a, b) => along(a) - along(b))
    for (const at of onEdge) {
      const step = (shortM * METRE) / length
      const back: Position = [at[0] - step * (to[0] - from[0]), at[1] - step * (to[1] - from[1])]
      const on: Position = [at[0] + step * (to[0] - from[0]), at[1] + step * (to[1] - from[1])]
      pieces.at(-1)!.push(back)
      pieces.push([on])
    }
    pieces.at(-1)!.push(to)
  }
  return pieces.map((piece) => Float64Array.from(piece.flat()))
}

const across = (a: Position, b: Position, c: Position): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
