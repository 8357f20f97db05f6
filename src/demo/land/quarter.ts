import type { Random } from '../random'
import { type Point, toGrid } from './ground'

/** How a street or a wall between two plots is drawn and driven on. `edge` is no road: a wall, a bank, a border. */
export type StreetClass = 'primary' | 'secondary' | 'tertiary' | 'residential' | 'edge'

/** Straight in the quarter's own coordinates: `along` runs from `from` to `to` while the other one stays `at`. */
export interface Street {
  readonly along: 's' | 'd'
  readonly at: number
  readonly from: number
  readonly to: number
  readonly class: StreetClass
  readonly name: string | null
}

export type Use = 'homes' | 'park' | 'works' | 'water'

/** A plot between streets: the ground of one compound, of a park, of a works or of the river. */
export interface Plot {
  readonly s: readonly [number, number]
  readonly d: readonly [number, number]
  /** block of streets it belongs to: one community */
  readonly block: number
  readonly use: Use
  readonly ring: readonly Point[]
}

export interface Block {
  readonly s: readonly [number, number]
  readonly d: readonly [number, number]
  readonly town: string
  /** plots are cut until they are smaller than this, km² */
  readonly grain: number
  readonly use: 'homes' | 'water'
  /** share of plots that are parks or works */
  readonly green: number
}

export interface Quarter {
  /** plane point of the quarter's own coordinates */
  readonly map: (s: number, d: number) => Point
  readonly blocks: readonly Block[]
  readonly plots: readonly Plot[]
  readonly streets: readonly Street[]
}

type Rectangle = { readonly s: readonly [number, number]; readonly d: readonly [number, number] }

/**
 * Cuts the blocks of a quarter into plots. `through` streets are cut first and run through several blocks;
 * lanes inside a block end at its streets, so that two blocks never share a lane.
 */
export function quarter(
  map: (s: number, d: number) => Point,
  blocks: readonly Block[],
  options: {
    readonly through: readonly Street[]
    readonly sides: readonly Street[]
    readonly random: Random
  },
): Quarter {
  const streets: Street[] = [...options.sides, ...options.through]
  const plots: Plot[] = []
  blocks.forEach((block, index) => {
    let parts: Rectangle[] = [{ s: block.s, d: block.d }]
    for (const street of options.through) parts = parts.flatMap((part) => cutBy(part, street))
    for (const part of parts) {
      for (const leaf of divided(part, block, { random: options.random, streets, depth: 0 })) {
        const use = block.use === 'water' ? 'water' : useOf(options.random, block.green)
        plots.push({ ...leaf, block: index, use, ring: ringOf(map, leaf) })
      }
    }
  })
  return { map, blocks, plots, streets }
}

function useOf(random: Random, green: number): Use {
  const roll = random()
  return roll < green * 0.6 ? 'park' : roll < green ? 'works' : 'homes'
}

function cutBy(part: Rectangle, street: Street): Rectangle[] {
  const across = street.along === 's' ? part.d : part.s
  const along = street.along === 's' ? part.s : part.d
  const inside = street.at > across[0] + 0.02 && street.at < across[1] - 0.02
  if (!inside || street.from > along[0] + 1e-9 || street.to < along[1] - 1e-9) return [part]
  return street.along === 's'
    ? [
        { s: part.s, d: [part.d[0], street.at] },
        { s: part.s, d: [street.at, part.d[1]] },
      ]
    : [
        { s: [part.s[0], street.at], d: part.d },
        { s: [street.at, part.s[1]], d: part.d },
      ]
}

function divided(
  part: Rectangle,
  block: Block,
  work: { readonly random: Random; readonly streets: Street[]; readonly depth: number },
): Rectangle[] {
  const wide = part.s[1] - part.s[0]
  const high = part.d[1] - part.d[0]
  const roll = work.random()
  if (block.use === 'water' || wide * high < block.grain * (0.75 + 0.75 * roll)) return [part]
  const vertical = wide * (0.85 + 0.3 * work.random()) > high
  const ratio = 0.36 + 0.28 * work.random()
  const at = vertical ? part.s[0] + wide * ratio : part.d[0] + high * ratio
  const street: Street = {
    along: vertical ? 'd' : 's',
    at,
    from: vertical ? part.d[0] : part.s[0],
    to: vertical ? part.d[1] : part.s[1],
    class: work.depth < 2 ? 'residential' : 'edge',
    name: null,
  }
  work.streets.push(street)
  return cutBy(part, street).flatMap((half) => divided(half, block, { ...work, depth: work.depth + 1 }))
}

function ringOf(map: Quarter['map'], part: Rectangle): Point[] {
  const out: Point[] = []
  const steps = 6
  const side = (s0: number, d0: number, s1: number, d1: number): void => {
    for (let i = 0; i < steps; i++) out.push(map(s0 + ((s1 - s0) * i) / steps, d0 + ((d1 - d0) * i) / steps))
  }
  const [s0, s1] = part.s
  const [d0, d1] = part.d
  side(s0, d0, s1, d0)
  side(s1, d0, s1, d1)
  side(s1, d1, s0, d1)
  side(s0, d1, s0, d0)
  return out
}

/** The sides of all blocks as streets, joined where they run on; `kind` says what each side is. */
export function sidesOf(
  blocks: readonly Block[],
  kind: (
    along: 's' | 'd',
    at: number,
    middle: number,
  ) => { readonly class: StreetClass; readonly name: string | null },
): Street[] {
  const spans = new Map<string, { along: 's' | 'd'; at: number; parts: [number, number][] }>()
  const add = (along: 's' | 'd', at: number, [from, to]: readonly [number, number]): void => {
    const key = `${along}${at}`
    const held = spans.get(key) ?? { along, at, parts: [] }
    if (!held.parts.some((p) => p[0] === from && p[1] === to)) held.parts.push([from, to])
    spans.set(key, held)
  }
  for (const { s, d } of blocks) {
    add('s', d[0], s)
    add('s', d[1], s)
    add('d', s[0], d)
    add('d', s[1], d)
  }
  const out: Street[] = []
  for (const { along, at, parts } of spans.values()) {
    parts.sort((a, b) => a[0] - b[0])
    for (const [from, to] of parts) {
      const is = kind(along, at, (from + to) / 2)
      const last = out[out.length - 1]
      if (
        last &&
        last.along === along &&
        last.at === at &&
        last.to === from &&
        last.class === is.class &&
        last.name === is.name
      ) {
        out[out.length - 1] = { ...last, to }
      } else out.push({ along, at, from, to, ...is })
    }
  }
  return out
}

/** Grid points of a street, with one at every place where another street of the quarter meets it. */
export function courseOf(quarter: Quarter, street: Street): [number, number][] {
  const stops = new Set<number>([street.from, street.to])
  for (const other of quarter.streets) {
    if (other.along === street.along) {
      if (other.at === street.at)
        for (const end of [other.from, other.to]) if (end > street.from && end < street.to) stops.add(end)
      continue
    }
    const reaches = other.from <= street.at + 1e-9 && other.to >= street.at - 1e-9
    if (reaches && other.at > street.from && other.at < street.to) stops.add(other.at)
  }
  const sorted = [...stops].sort((a, b) => a - b)
  const out: [number, number][] = []
  sorted.forEach((stop, i) => {
    const next = sorted[i + 1]
    const pieces = next === undefined ? 1 : Math.max(1, Math.ceil((next - stop) / 0.11))
    for (let k = 0; k < pieces; k++) {
      const t = next === undefined ? stop : stop + ((next - stop) * k) / pieces
      out.push(toGrid(street.along === 's' ? quarter.map(t, street.at) : quarter.map(street.at, t)))
    }
  })
  return out
}
