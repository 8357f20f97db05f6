import type { GridShape } from './land/dissolve'
import { distance, fromGrid, type Point } from './land/ground'
import type { Land, PlotGround } from './land/land'

/** Plots of the sealed zones, chosen on the drawn land before anything has a name. */
export interface SealedPlan {
  readonly id: string
  readonly name: string
  /** quarter (0 the core, else a market town) and its own coordinates where the zone starts */
  readonly quarter: number
  readonly at: readonly [s: number, d: number]
  readonly compounds: number
  /** it does not reach beyond these streets */
  readonly within?: { readonly s: readonly [number, number]; readonly d: readonly [number, number] }
  /** names of its first compounds */
  readonly homes: readonly string[]
}

export const SEALED: readonly SealedPlan[] = [
  {
    id: 'S-01',
    name: '锦绣苑片区',
    quarter: 0,
    at: [-2.68, 0.98],
    compounds: 13,
    within: { s: [-3.3, -2.05], d: [0.68, 1.26] },
    homes: [
      '锦绣苑',
      '天成苑',
      '书香家园',
      '盛世小区',
      '龙湖公寓',
      '梧桐花园',
      '紫荆新村',
      '江南华府',
      '丽景家园',
      '银杏小区',
      '阳光新村',
      '阳光家园',
      '锦绣二期',
    ],
  },
  {
    id: 'S-02',
    name: '鼓楼市场片区',
    quarter: 0,
    at: [-2.4, 0.42],
    compounds: 8,
    within: { s: [-2.7, -2.05], d: [0.14, 0.68] },
    homes: ['鼓楼里', '市场大院', '华庭雅居', '银杏花园', '龙湖雅居', '兰亭名苑', '建设一村', '金桂华府'],
  },
  {
    id: 'S-03',
    name: '纺织厂家属区',
    quarter: 0,
    at: [0.18, 0.97],
    compounds: 6,
    within: { s: [-0.15, 1.15], d: [0.68, 1.26] },
    homes: ['纺织厂东院', '纺织厂西院', '纺织新村', '工农二村', '细纱里', '织造公寓'],
  },
  {
    id: 'S-04',
    name: '青塘工业园宿舍',
    quarter: 4,
    at: [0.1, -0.1],
    compounds: 6,
    homes: ['工业园一宿舍', '工业园二宿舍', '创业公寓', '青年公寓', '开元小区', '同兴里'],
  },
  {
    id: 'S-06',
    name: '柳林老街',
    quarter: 5,
    at: [-0.05, 0.12],
    compounds: 5,
    homes: ['老街一弄', '老街二弄', '盐店巷', '柳林里', '米市小区'],
  },
  {
    id: 'S-07',
    name: '临江里',
    quarter: 0,
    at: [-1.72, -0.36],
    compounds: 4,
    homes: ['临江里', '临江新村', '船厂大院', '江畔小区'],
  },
  {
    id: 'S-08',
    name: '沙湾集市',
    quarter: 8,
    at: [0.1, 0.1],
    compounds: 4,
    homes: ['集市一巷', '集市二巷', '供销社大院', '沙湾新村'],
  },
]

/** The compounds of a sealed zone: the plots with homes next to one another, nearest first, without a gap. */
export function plotsOf(land: Land, plan: SealedPlan): PlotGround[] {
  const from = land.quarters[plan.quarter]!.map(...plan.at)
  const own = land.quarters[plan.quarter]!.plots
  const free = land.plots.filter((p) => p.plot.use === 'homes' && own.includes(p.plot) && isWithin(p, plan))
  const away = new Map(free.map((p) => [p, distance(middle(p.shape), from)]))
  const out = [free.reduce((a, b) => (away.get(b)! < away.get(a)! ? b : a))]
  while (out.length < plan.compounds) {
    const edges = new Set(out.flatMap((p) => sidesOf(p.shape)))
    const next = free
      .filter((p) => !out.includes(p) && sidesOf(p.shape).filter((e) => edges.has(e)).length >= 2)
      .sort((a, b) => away.get(a)! - away.get(b)!)[0]
    if (!next) break
    out.push(next)
  }
  return out
}

function isWithin({ plot: { s, d } }: PlotGround, { within }: SealedPlan): boolean {
  return !within || (s[0] >= within.s[0] && s[1] <= within.s[1] && d[0] >= within.d[0] && d[1] <= within.d[1])
}

function middle(shape: GridShape): Point {
  const ring = shape[0]![0]!
  let [x, y] = [0, 0]
  for (const [u, v] of ring) {
    x += u / ring.length
    y += v / ring.length
  }
  return fromGrid(x, y)
}

/** Sides of the shape without direction, as keys. */
export function sidesOf(shape: GridShape): string[] {
  return shape.flatMap((polygon) =>
    polygon.flatMap((ring) =>
      ring.map((a, i) => {
        const b = ring[(i + 1) % ring.length]!
        return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])
          ? `${a[0]},${a[1]},${b[0]},${b[1]}`
          : `${b[0]},${b[1]},${a[0]},${a[1]}`
      }),
    ),
  )
}

/** Villages that share a side with any of the given ones. */
export function besides(land: Land, villages: readonly number[]): number[] {
  const edges = new Set(villages.flatMap((v) => sidesOf(land.villages[v]!.shape)))
  return land.villages
    .filter((v) => !villages.includes(v.index) && sidesOf(v.shape).some((e) => edges.has(e)))
    .map((v) => v.index)
}
