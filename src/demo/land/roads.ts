import { fractal } from '../random'
import { fromGrid, type Point, simplified, smooth, toGrid } from './ground'
import type { Land } from './land'

export type RoadClass =
  | 'motorway'
  | 'trunk'
  | 'primary'
  | 'secondary'
  | 'tertiary'
  | 'residential'
  | 'unclassified'

export interface DrawnRoad {
  readonly name: string | null
  readonly class: RoadClass
  readonly course: readonly (readonly [number, number])[]
}

type Stop =
  | Point
  | { readonly quarter: number; readonly along: 's' | 'd'; readonly at: number; readonly back?: boolean }

interface Route {
  readonly name: string
  readonly class: RoadClass
  readonly stops: readonly Stop[]
}

const seat = (quarter: number, back = false): Stop => ({ quarter, along: 's', at: 0, back })

const routes: readonly Route[] = [
  {
    name: 'G4',
    class: 'motorway',
    stops: [
      [-13, -4.9],
      [-10, -4.5],
      [-7.4, -4.45],
      [-5, -3.75],
      [-2.2, -4.05],
      [0.2, -3.35],
      [2.6, -3.2],
      [5.1, -2.95],
      [7.4, -4.05],
      [9.6, -4.9],
      [13, -4.6],
    ],
  },
  {
    name: 'G312',
    class: 'trunk',
    stops: [
      [-13.5, 4.4],
      [-11.2, 3.3],
      [-8.6, 2.75],
      [-7.4, 2.75],
      seat(2),
      [-5.4, 2.2],
      { quarter: 0, along: 's', at: 1.26 },
      [2.9, 1.35],
      [4.4, 1.5],
      seat(4),
      [6.85, 0.25],
      [6.9, -1.0],
      [6.15, -2.1],
      [6.2, -3.2],
      [7.2, -4.6],
      [9.5, -5.6],
    ],
  },
  {
    name: 'S206',
    class: 'primary',
    stops: [
      [-2.6, 9.6],
      [-2.2, 7.2],
      [-1.6, 5.6],
      [-1.0, 4.2],
      { quarter: 0, along: 'd', at: -0.75, back: true },
      [-0.3, -2.7],
      [0.3, -3.8],
      seat(7, true),
      [0.75, -6.0],
      [0.4, -7.6],
      [0.8, -9.2],
    ],
  },
  {
    name: 'X012',
    class: 'secondary',
    stops: [
      [-12.3, 7.4],
      [-10.3, 6.1],
      [-8.9, 5.2],
      seat(1),
      [-5.6, 5.35],
      [-3.6, 4.55],
      [-1.3, 4.45],
      [0.6, 4.4],
      [2.2, 4.0],
      [3.2, 3.35],
      seat(3),
      [5.9, 4.05],
      [6.8, 5.0],
      [8.2, 6.6],
    ],
  },
  {
    name: 'X015',
    class: 'secondary',
    stops: [
      [-6.9, 2.72],
      [-7.7, 1.9],
      [-9.1, 0.9],
      [-9.0, -0.4],
      [-8.5, -0.75],
      seat(5),
      [-6.5, -0.6],
      [-5.7, -1.9],
      [-5.2, -3.4],
      [-4.9, -4.4],
      seat(6),
      [-2.9, -5.8],
      [-3.0, -7.0],
      [-3.5, -9.0],
    ],
  },
  {
    name: 'X021',
    class: 'secondary',
    stops: [[0.62, -4.3], [1.6, -3.9], [3.0, -3.4], seat(8), [5.3, -4.0], [6.2, -3.3]],
  },
  {
    name: 'X016',
    class: 'secondary',
    stops: [
      [-6.95, -0.35],
      [-5.7, -0.2],
      [-4.6, -0.85],
      [-3.6, -0.75],
      { quarter: 0, along: 's', at: -0.7 },
      [1.6, -1.0],
      [2.4, -1.7],
      [2.6, -3.0],
      [3.0, -3.4],
    ],
  },
  {
    name: 'X018',
    class: 'secondary',
    stops: [
      [4.6, 3.85],
      [5.2, 3.0],
      [5.5, 2.1],
      [5.8, 1.3],
    ],
  },
  {
    name: 'X023',
    class: 'secondary',
    stops: [
      [4.4, -3.7],
      [4.1, -5.0],
      [4.6, -6.2],
      [4.5, -8.2],
    ],
  },
  {
    name: 'X027',
    class: 'secondary',
    stops: [
      [-7.8, 5.5],
      [-7.2, 6.3],
      [-7.0, 7.4],
      [-7.3, 9.0],
    ],
  },
  {
    name: 'X025',
    class: 'secondary',
    stops: [
      [0.7, -5.4],
      [2.0, -5.7],
      [2.7, -6.6],
      [3.0, -8.6],
    ],
  },
  {
    name: 'X029',
    class: 'secondary',
    stops: [
      [5.7, 4.05],
      [6.8, 4.4],
      [7.9, 4.6],
      [10, 5.4],
    ],
  },
]

/** The course of a street of a quarter, vertex for vertex as the borders along it run. */
function streetCourse(land: Land, stop: Exclude<Stop, Point>): [number, number][] {
  const parts = land.streets.filter(
    (s) =>
      s.quarter === stop.quarter &&
      s.street.along === stop.along &&
      s.street.at === stop.at &&
      s.street.class !== 'edge',
  )
  const line = parts
    .sort((a, b) => a.street.from - b.street.from)
    .flatMap((s) => s.course.map(([x, y]): [number, number] => [x, y]))
  const clean = line.filter((p, i) => i === 0 || p[0] !== line[i - 1]![0] || p[1] !== line[i - 1]![1])
  return stop.back ? clean.reverse() : clean
}

/** The named roads of the district; where one is a street of a town it runs exactly along the blocks. */
export function mainRoads(land: Land): DrawnRoad[] {
  return routes.map((route) => {
    const course: (readonly [number, number])[] = []
    let free: Point[] = []
    const close = (): void => {
      if (free.length < 2) return
      const line = simplified(
        smooth(free, 10).map((p, i, all) => swayed(p, i, all.length)),
        0.006,
      ).map(toGrid)
      for (const one of course.length ? line.slice(1) : line) course.push(one)
    }
    for (const stop of route.stops) {
      if (!('quarter' in stop)) {
        free.push(stop)
        continue
      }
      const street = streetCourse(land, stop)
      free.push(fromGrid(...street[0]!))
      close()
      for (const one of course.length ? street.slice(1) : street) course.push(one)
      free = [fromGrid(...street[street.length - 1]!)]
    }
    close()
    return { name: route.name, class: route.class, course }
  })
}

function swayed([x, y]: Point, i: number, n: number): Point {
  const calm = Math.min(1, i / 6, (n - 1 - i) / 6)
  return [x + 0.09 * calm * fractal(201, x / 0.9, y / 0.9), y + 0.09 * calm * fractal(202, x / 0.9, y / 0.9)]
}

const streetClass = {
  primary: 'primary',
  secondary: 'secondary',
  tertiary: 'tertiary',
  residential: 'residential',
} as const

/** All streets of the built-up grounds that no main road runs on. */
export function townStreets(land: Land): DrawnRoad[] {
  const out: DrawnRoad[] = []
  for (const { street, course, quarter } of land.streets) {
    if (street.class === 'edge') continue
    const main = routes.some((r) =>
      r.stops.some(
        (s) => 'quarter' in s && s.quarter === quarter && s.along === street.along && s.at === street.at,
      ),
    )
    if (!main) out.push({ name: street.name, class: streetClass[street.class], course })
  }
  return out
}
