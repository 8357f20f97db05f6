import { BoxIndex } from '../box-index'
import { nearestOnEdge } from '../nearest-on-edge'
import { edgesOfLine, isSamePlace } from '../overlay/edge'
import type { Bounds, Line, Position } from '../rings/shape'
import { SAME_NODE } from './line-ends'
import type { OutlineIndex } from './outline-index'
import { isSameNode } from './road-stops'

/** A stretch of a road that keeps to the outline. */
export interface Stretch {
  readonly line: number
  readonly from: Position
  readonly to: Position
  /** the ends of the edge of the road that it is part of */
  readonly edge: readonly [Position, Position]
}

const PLANE = { lon: 1, lat: 1 }
export const boxOf = ({ from, to }: Pick<Stretch, 'from' | 'to'>): Bounds => [
  Math.min(from[0], to[0]) - SAME_NODE,
  Math.min(from[1], to[1]) - SAME_NODE,
  Math.max(from[0], to[0]) + SAME_NODE,
  Math.max(from[1], to[1]) + SAME_NODE,
]
export const lies = (at: Position, { from, to }: Stretch): boolean =>
  isSamePlace(from, to) ? isSameNode(at, from) : nearestOnEdge(at, [from, to], PLANE).metres <= SAME_NODE

/** Where the road keeps to the outline, edge by edge; by exact predicates. */
export function* stretchesOf(line: Line, row: number, index: OutlineIndex): Generator<Stretch> {
  for (const edge of edgesOfLine(line)) {
    const [a, b]: [Position, Position] = [
      [edge[0], edge[1]],
      [edge[2], edge[3]],
    ]
    const contacts = index.contacts(a, b).filter((one) => one.edge < 0)
    for (const [i, { position }] of contacts.entries()) {
      const next = contacts[i + 1]?.position ?? b
      if (isSamePlace(position, b) || isSamePlace(position, next)) continue
      if (index.sideAfter(position, b) !== 'on') continue
      yield { line: row, from: position, to: next, edge: [a, b] }
    }
  }
}

/** The stretches that hang together, each group in the order of its roads. */
export function connected(stretches: readonly Stretch[]): Stretch[][] {
  const group = stretches.map((_, i) => i)
  const rootOf = (i: number): number => {
    let root = i
    while (group[root] !== root) root = group[root]!
    return root
  }
  const boxes = new BoxIndex(stretches.map(boxOf))
  stretches.forEach((one, i) => {
    for (const j of boxes.near(boxOf(one))) {
      const other = stretches[j]!
      if (![one.from, one.to].some((end) => lies(end, other))) continue
      const [first, second] = [rootOf(i), rootOf(j)].sort((a, b) => a - b) as [number, number]
      group[second] = first
    }
  })
  const groups = new Map<number, Stretch[]>()
  stretches.forEach((one, i) => {
    const known = groups.get(rootOf(i))
    if (known) known.push(one)
    else groups.set(rootOf(i), [one])
  })
  return [...groups.values()]
}
