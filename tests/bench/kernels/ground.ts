import type { Points } from '../../../geo/geometry/point-cells'
import type { Line, Shape } from '../../../geo/geometry/rings/shape'
import { seeded } from '../../helpers/seeded'

/** A made-up county of 82 × 55 km, the same each time. */
export const COUNTY = { west: 113.5, south: 22.7, width: 0.8, height: 0.5 } as const

type Corner = readonly [x: number, y: number]

/** The way from one corner to the other over `steps` edges that waver; without its end. */
function wavering(
  from: Corner,
  to: Corner,
  { steps, waver, seed }: { steps: number; waver: number; seed: number },
) {
  const random = seeded(seed)
  const way: number[] = [from[0], from[1]]
  for (let step = 1; step < steps; step++) {
    const share = step / steps
    const along = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])] as const
    way.push(along[0] + waver * (random.next() - 0.5), along[1] + waver * (random.next() - 0.5))
  }
  return way
}

const backwards = (way: readonly number[], end: Corner): number[] => {
  const whole = [...way, ...end]
  const turned: number[] = []
  for (let i = whole.length - 2; i >= 2; i -= 2) turned.push(whole[i]!, whole[i + 1]!)
  return turned
}

/** A coverage of the county: about `count` cells that share wavering borders vertex by vertex, `steps` edges a side. */
export function coverage(count: number, steps: number, seed = 1): Shape[] {
  const side = Math.round(Math.sqrt(count))
  const random = seeded(seed)
  const [dx, dy] = [COUNTY.width / side, COUNTY.height / side]
  const corners: Corner[] = []
  for (let row = 0; row <= side; row++)
    for (let column = 0; column <= side; column++) {
      const isRim = row === 0 || column === 0 || row === side || column === side
      const off = isRim ? 0 : 0.35
      corners.push([
        COUNTY.west + dx * (column + off * (random.next() - 0.5)),
        COUNTY.south + dy * (row + off * (random.next() - 0.5)),
      ])
    }
  const cornerOf = (row: number, column: number): Corner => corners[row * (side + 1) + column]!
  /** the county's own line is straight */
  const waverOf = (isRim: boolean): number => (isRim ? 0 : (0.5 * Math.min(dx, dy)) / steps)
  const level = (row: number, column: number) =>
    wavering(cornerOf(row, column), cornerOf(row, column + 1), {
      steps,
      waver: waverOf(row === 0 || row === side),
      seed: 4 * (row * (side + 1) + column),
    })
  const upright = (row: number, column: number) =>
    wavering(cornerOf(row, column), cornerOf(row + 1, column), {
      steps,
      waver: waverOf(column === 0 || column === side),
      seed: 4 * (row * (side + 1) + column) + 1,
    })
  const shapes: Shape[] = []
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const [northEast, northWest] = [cornerOf(row + 1, column + 1), cornerOf(row + 1, column)]
      const way = [
        ...level(row, column),
        ...upright(row, column + 1),
        ...northEast,
        ...backwards(level(row + 1, column), northEast),
        ...northWest,
        ...backwards(upright(row, column), northWest),
        ...cornerOf(row, column),
      ]
      shapes.push([[Float64Array.from(way)]])
    }
  return shapes
}

/** Positions, four of five of them gathered in 2,000 places or a five-hundredth of their number. */
export function positions(count: number, seed = 2): Points {
  const random = seeded(seed)
  const [lon, lat] = [new Float64Array(count), new Float64Array(count)]
  const centres = Array.from(
    { length: Math.max(1, Math.round(count / 500)) },
    () => [random.next(), random.next()] as const,
  )
  const bell = (): number => random.next() + random.next() + random.next() - 1.5
  for (let i = 0; i < count; i++) {
    const centre = random.chance(0.8) ? centres[random.between(0, centres.length - 1)]! : null
    const x = centre ? centre[0] + 0.006 * bell() : random.next()
    const y = centre ? centre[1] + 0.009 * bell() : random.next()
    lon[i] = COUNTY.west + COUNTY.width * Math.min(0.999_999, Math.max(0.000_001, x))
    lat[i] = COUNTY.south + COUNTY.height * Math.min(0.999_999, Math.max(0.000_001, y))
  }
  return { lon, lat }
}

/** Rounded zones of about 60 vertices that lie over each other, on average eight villages' boxes to a zone. */
export function blobs(count: number, seed = 3): Shape[] {
  const random = seeded(seed)
  const scale = Math.sqrt(5_000 / count)
  return Array.from({ length: count }, (): Shape => {
    const [x, y] = [COUNTY.west + COUNTY.width * random.next(), COUNTY.south + COUNTY.height * random.next()]
    const size = scale * (0.003 + 0.005 * random.next())
    const vertices = random.between(40, 80)
    const ring: number[] = []
    for (let i = 0; i < vertices; i++) {
      const angle = (2 * Math.PI * i) / vertices
      const reach = size * (0.85 + 0.3 * random.next())
      ring.push(x + reach * Math.cos(angle), y + 0.8 * reach * Math.sin(angle))
    }
    return [[Float64Array.from([...ring, ring[0]!, ring[1]!])]]
  })
}

/** Roads of ten segments each, `segments` in all. */
export function roads(segments: number, seed = 4): Line[] {
  const random = seeded(seed)
  const length = 0.0018 * Math.sqrt(200_000 / segments)
  return Array.from({ length: Math.round(segments / 10) }, (): Line => {
    let [x, y] = [COUNTY.west + COUNTY.width * random.next(), COUNTY.south + COUNTY.height * random.next()]
    let heading = 2 * Math.PI * random.next()
    const line = [x, y]
    for (let step = 0; step < 10; step++) {
      heading += 0.8 * (random.next() - 0.5)
      x += length * random.next() * Math.cos(heading)
      y += length * random.next() * Math.sin(heading)
      line.push(x, y)
    }
    return Float64Array.from(line)
  })
}
