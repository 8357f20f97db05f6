import { smallest } from '#geo'
import { fractal, type Random, seeded } from '../random'
import { type Arc, arcsOf } from './arcs'
import { cellAt, eachInside, FIELD, grow, middleOf, type Seed } from './field'
import { distance, type Point, resampled } from './ground'
import type { Relief } from './relief'
import { OUTLINE } from './terrain'

/** One town's part in the division of the land: where it grows from, how late it starts, its rural villages. */
export interface Town {
  readonly name: string
  readonly from: Point
  readonly late: number
  readonly villages: number
  /** the last of its villages starts so much later, and stays small */
  readonly dwarf?: number
}

export const TOWNS: readonly Town[] = [
  { name: '文昌街道', from: [-3.4, 1.2], late: 0.35, villages: 4 },
  { name: '东门街道', from: [0.4, 1.0], late: 0.3, villages: 5 },
  { name: '望江街道', from: [-1.6, -1.3], late: 0.75, villages: 6 },
  { name: '北湖街道', from: [-0.6, 3.4], late: 0.25, villages: 11 },
  { name: '云台镇', from: [-7.7, 5.35], late: -0.3, villages: 8 },
  { name: '双桥镇', from: [-6.35, 2.75], late: 0.2, villages: 9 },
  { name: '白石镇', from: [4.35, 3.75], late: -0.4, villages: 9 },
  { name: '青塘镇', from: [6.5, 1.1], late: 0.1, villages: 14, dwarf: 0.35 },
  { name: '柳林镇', from: [-7.55, -0.55], late: -0.2, villages: 10 },
  { name: '石门镇', from: [-3.75, -4.95], late: 0, villages: 8 },
  { name: '南渡镇', from: [0.55, -4.75], late: 0, villages: 8 },
  { name: '沙湾镇', from: [4.3, -3.85], late: 0, villages: 8 },
]

export interface Settlement {
  /** boundaries of rural villages; the ground of village v is v, outside is −1 */
  readonly arcs: readonly Arc[]
  /** town (index) of each rural village */
  readonly townOf: readonly number[]
  /** where each rural village grew from */
  readonly hearts: readonly Point[]
  readonly villageAt: (at: Point) => number
  readonly inside: (cell: number) => boolean
}

/** The drawn line with bays and spurs: each point moved by noise of its place. */
function wild(line: readonly Point[]): Point[] {
  return resampled([...line, line[0]!], 0.06).map(([x, y]) => [
    x + 0.3 * fractal(61, x / 0.75, y / 0.75),
    y + 0.3 * fractal(62, x / 0.75, y / 0.75),
  ])
}

/** Divides the land among towns, and each town among its villages. `built` are grounds a town holds from the start. */
export function settle(
  built: readonly { readonly town: string; readonly ring: readonly Point[] }[],
  relief: Relief,
): Settlement {
  const prices = relief.price
  const mask = new Uint8Array(prices.length)
  eachInside(FIELD, wild(OUTLINE), (cell) => {
    mask[cell] = 1
  })
  const price = (cell: number): number => (mask[cell] ? prices[cell]! : Infinity)
  const seeds: Seed[] = TOWNS.map((town, owner) => ({
    cell: cellAt(FIELD, town.from),
    owner,
    start: 1 + town.late,
  }))
  const paved = new Uint8Array(prices.length)
  for (const { town, ring } of built) {
    const owner = TOWNS.findIndex((t) => t.name === town)
    eachInside(FIELD, ring, (cell) => {
      paved[cell] = 1
      seeds.push({ cell, owner, start: 0.8 + TOWNS[owner]!.late })
    })
  }
  const towns = grow(FIELD, seeds, price).owner
  const random = seeded(909)
  const owner = new Int16Array(prices.length).fill(-1)
  const townOf: number[] = []
  const hearts: Point[] = []
  TOWNS.forEach((town, index) => {
    const free: number[] = []
    for (let cell = 0; cell < mask.length; cell++)
      if (mask[cell] && towns[cell] === index && !paved[cell] && prices[cell]! < 4.5) free.push(cell)
    const within = (cell: number): number => (towns[cell] === index ? price(cell) : Infinity)
    const shared = shareOut(free, town.villages, { price: within, random, dwarf: town.dwarf ?? 0 })
    shared.owner.forEach((v, cell) => {
      if (v >= 0) owner[cell] = townOf.length + v
    })
    for (const heart of shared.hearts) hearts.push(heart)
    for (let v = 0; v < town.villages; v++) townOf.push(index)
  })
  return {
    arcs: arcsOf(FIELD, owner),
    townOf,
    hearts,
    villageAt: (at) => owner[cellAt(FIELD, at)] ?? -1,
    inside: (cell) => mask[cell] === 1,
  }
}

function shareOut(
  free: readonly number[],
  count: number,
  work: { readonly price: (cell: number) => number; readonly random: Random; readonly dwarf: number },
): { owner: Int16Array; hearts: Point[] } {
  let seeds = spread(free, count, work.random)
  for (let pass = 0; ; pass++) {
    const owner = grow(
      FIELD,
      seeds.map((cell, i) => ({ cell, owner: i, start: i === count - 1 ? work.dwarf : 0 })),
      work.price,
    ).owner
    if (pass === 3) return { owner, hearts: seeds.map((cell) => middleOf(FIELD, cell)) }
    seeds = seeds.map((seed, i) => centreOf(free, owner, i) ?? seed)
  }
}

/** `count` cells far from one another: each the farthest of a few drawn at random. */
function spread(free: readonly number[], count: number, random: Random): number[] {
  const out: number[] = []
  while (out.length < count) {
    let best = -1
    let far = -1
    for (let k = 0; k < 30; k++) {
      const cell = free[Math.floor(random() * free.length)]!
      const at = middleOf(FIELD, cell)
      const away = Math.min(99, smallest(out.map((other) => distance(at, middleOf(FIELD, other)))))
      if (away > far) {
        far = away
        best = cell
      }
    }
    out.push(best)
  }
  return out
}

function centreOf(free: readonly number[], owner: Int16Array, which: number): number | null {
  let [x, y, n] = [0, 0, 0]
  for (const cell of free) {
    if (owner[cell] !== which) continue
    const at = middleOf(FIELD, cell)
    x += at[0]
    y += at[1]
    n++
  }
  if (n === 0) return null
  let best: number | null = null
  let near = Infinity
  for (const cell of free) {
    if (owner[cell] !== which) continue
    const away = distance(middleOf(FIELD, cell), [x / n, y / n])
    if (away < near) {
      near = away
      best = cell
    }
  }
  return best
}
