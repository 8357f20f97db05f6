import type { BackdropPiece, Origin, Place, Position, Ring, Road } from '#geo'
import { seeded } from './seeded'

export const origin: Origin = { file: 'fixture', row: 1, knownAt: null }
const [LON, LAT] = [120.2, 31.1]

/** Kilometres east and north of the fixture's middle, as a position. */
export const at = (x: number, y: number): Position => [LON + x / 95.4, LAT + y / 110.9]

export const closed = (points: readonly Position[]): Ring => Float64Array.from([...points, points[0]!].flat())

/** A wobbly ring round a point, radius in km. */
export function blob(x: number, y: number, radius: number, seed: number): Ring {
  const random = seeded(seed).next
  return closed(
    Array.from({ length: 26 }, (_, i) => {
      const angle = (i / 26) * 2 * Math.PI
      const r = radius * (0.82 + random() * 0.36)
      return at(x + Math.cos(angle) * r, y + Math.sin(angle) * r)
    }),
  )
}

const COLUMNS = 15
const ROWS = 13
const STEP = 1.25

/** Villages as cells of a wobbly grid. */
export function villages(): { places: Place[]; cells: Position[][] } {
  const random = seeded(7).next
  const node = Array.from({ length: (COLUMNS + 1) * (ROWS + 1) }, (_, i) => {
    const [c, r] = [i % (COLUMNS + 1), Math.floor(i / (COLUMNS + 1))]
    return [
      (c - COLUMNS / 2 + (random() - 0.5) * 0.6) * STEP,
      (r - ROWS / 2 + (random() - 0.5) * 0.6) * STEP,
    ] as const
  })
  const edges = new Map<string, Position[]>()
  const edge = (a: number, b: number): Position[] => {
    if (a > b) return [...edge(b, a)].reverse()
    const id = `${a}-${b}`
    const seen = edges.get(id)
    if (seen) return seen
    const [p, q] = [node[a]!, node[b]!]
    const points = [0, 0.2, 0.4, 0.6, 0.8, 1].map((t) => {
      const wobble = t === 0 || t === 1 ? 0 : (random() - 0.5) * 0.16
      return at(
        p[0] + (q[0] - p[0]) * t - (q[1] - p[1]) * wobble,
        p[1] + (q[1] - p[1]) * t + (q[0] - p[0]) * wobble,
      )
    })
    edges.set(id, points)
    return points
  }
  const places: Place[] = []
  const cells: Position[][] = []
  const seats = [
    [-6, 5],
    [0, 6],
    [5, 4],
    [-6, 0],
    [-1, 1],
    [2, 1],
    [7, 0],
    [-5, -5],
    [0, -5],
    [5, -4],
  ] as const
  for (let r = 0; r < ROWS; r++)
    for (let c = 0; c < COLUMNS; c++) {
      const [x, y] = [(c + 0.5 - COLUMNS / 2) * STEP, (r + 0.5 - ROWS / 2) * STEP]
      if ((x / 8.6) ** 2 + (y / 7.3) ** 2 > 1) continue
      const corner = [r, r, r + 1, r + 1].map((row, i) => row * (COLUMNS + 1) + c + [0, 1, 1, 0][i]!)
      const ring = [0, 1, 2, 3].flatMap((i) => edge(corner[i]!, corner[(i + 1) % 4]!).slice(0, -1))
      const town = seats
        .map(([sx, sy], i) => [Math.hypot(sx - x, sy - y), i] as const)
        .sort((a, b) => a[0] - b[0])[0]![1]
      cells.push(ring)
      places.push({
        code: `V${r}-${c}`,
        name: `${'赵钱孙李周吴郑王冯陈'[(r * 3 + c) % 10]}家${'村庄湾坝'[c % 4]}`,
        kind: 'village',
        parent: `T${town}`,
        people: 1000 + ((r * 37 + c * 91) % 4000),
        households: null,
        aliases: [],
        shape: [[closed(ring)]],
        origin,
      })
    }
  return { places, cells }
}

export const TOWN_NAMES = [
  '云台镇',
  '北湖街道',
  '白石镇',
  '双桥镇',
  '文昌街道',
  '东门街道',
  '青塘镇',
  '石门镇',
  '南渡镇',
  '沙湾镇',
]

function road(name: string | null, roadClass: string, points: readonly (readonly [number, number])[]): Road {
  return {
    name,
    class: roadClass,
    closed: false,
    line: Float64Array.from(points.flatMap(([x, y]) => at(x, y))),
    origin,
  }
}

function curve(f: (t: number) => readonly [number, number], steps = 40): (readonly [number, number])[] {
  return Array.from({ length: steps + 1 }, (_, i) => f(i / steps))
}

/** A motorway, highways and many minor roads. */
export function roads(): Road[] {
  const minor = seeded(3).next
  return [
    road(
      'G4',
      'motorway',
      curve((t) => [-11 + 22 * t, -3.2 + Math.sin(t * 5) * 0.7]),
    ),
    road(
      'G312',
      'primary',
      curve((t) => [-11 + 22 * t, 1 + Math.sin(t * 6 + 1) * 0.6]),
    ),
    road(
      'S206',
      'secondary',
      curve((t) => [0.8 + Math.sin(t * 4) * 0.8, -9 + 18 * t]),
    ),
    road(
      'X012',
      'tertiary',
      curve((t) => [-8 + 15 * t, 4 + Math.cos(t * 5) * 0.8]),
    ),
    ...Array.from({ length: 60 }, () => {
      const [x, y, a] = [(minor() - 0.5) * 15, (minor() - 0.5) * 12, minor() * 6.3]
      return road(
        null,
        'unclassified',
        curve((t) => [x + Math.cos(a + t) * t * 2, y + Math.sin(a + t) * t * 2], 8),
      )
    }),
  ]
}

export const water: BackdropPiece[] = [
  {
    kind: 'river',
    name: '澜溪河',
    widthM: 260,
    shape: null,
    origin,
    line: Float64Array.from(
      curve((t) => [-11 + 24 * t, 2.6 - 9 * t * t + Math.sin(t * 9) * 0.8], 60).flatMap(([x, y]) => at(x, y)),
    ),
  },
  { kind: 'water', name: '北湖', widthM: null, shape: [[blob(0.6, 5, 0.7, 4)]], line: null, origin },
  { kind: 'urban', name: null, widthM: null, shape: [[blob(-0.5, 1, 3, 14)]], line: null, origin },
]

/** Housing compounds in the middle of the town. */
export function compounds(): Place[] {
  const random = seeded(11).next
  const places: Place[] = []
  for (let x = -2.4; x < 1.8; x += 0.34)
    for (let y = -0.6; y < 2.8; y += 0.3) {
      if (random() < 0.2) continue
      const ring = closed([at(x, y), at(x + 0.28, y + 0.03), at(x + 0.27, y + 0.25), at(x - 0.01, y + 0.24)])
      const n = places.length
      places.push({
        code: `C${n}`,
        name: `${'锦银紫阳天龙'[n % 6]}${'绣桂荆光成湖'[n % 5]}${'苑里家园'[n % 3]}`,
        kind: 'compound',
        parent: null,
        people: 600,
        households: 210,
        aliases: [],
        shape: [[ring]],
        origin,
      })
    }
  return places
}
