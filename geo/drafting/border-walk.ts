import { isSamePlace } from '../geometry/overlay/edge'
import { nearDistanceM } from '../geometry/rings/distance'
import type { Line, Position } from '../geometry/rings/shape'
import type { BorderEdges, EdgeOfLine, LineOwner } from './border-lines'
import type { LineSpot, Snapped } from './snapped'
import { lineThrough } from './trace'

/** How much longer than the straight way a walk along several borders may be, and how many vertices it may look at. */
const LONGER = 3
const LOOKED_AT = 4_000

interface Step {
  readonly at: Position
  readonly metres: number
  readonly before: Step | null
}

/** The step with the fewest metres first: a binary heap. */
class Nearest {
  private readonly steps: { readonly step: Step; readonly rank: number }[] = []

  put(step: Step, rank: number): void {
    const { steps } = this
    let at = steps.push({ step, rank }) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      if (steps[above]!.rank <= steps[at]!.rank) break
      ;[steps[above], steps[at]] = [steps[at]!, steps[above]!]
      at = above
    }
  }

  take(): Step | null {
    const { steps } = this
    const first = steps[0]
    const last = steps.pop()
    if (!first || !last) return null
    if (steps.length > 0) steps[0] = last
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let least = at
      if (left < steps.length && steps[left]!.rank < steps[least]!.rank) least = left
      if (right < steps.length && steps[right]!.rank < steps[least]!.rank) least = right
      if (least === at) return first.step
      ;[steps[at], steps[least]] = [steps[least]!, steps[at]!]
      at = least
    }
  }
}

const keyOf = ([x, y]: Position): string => `${x} ${y}`

/** Borders and roads are walked apart: a line changes from one to the other only where a person snaps. */
const KIND: Readonly<Record<LineOwner['type'], 'border' | 'road'>> = {
  place: 'border',
  zone: 'border',
  road: 'road',
}

class Network {
  constructor(
    readonly edges: BorderEdges,
    private readonly kind: 'border' | 'road',
  ) {}

  holds({ line }: EdgeOfLine): boolean {
    return KIND[this.edges.lines[line]!.owner.type] === this.kind
  }

  /** Vertices one edge away from a vertex. */
  neighbours(at: Position): Position[] {
    const found: Position[] = []
    for (const near of this.edges.near([at[0], at[1], at[0], at[1]])) {
      if (!this.holds(near)) continue
      const [a, b] = this.edges.ends(near)
      if (isSamePlace(a, at)) found.push(b)
      else if (isSamePlace(b, at)) found.push(a)
    }
    return found
  }
}

/**
 * The shortest way along borders of several places (or along several roads) that meet in common vertices, ends
 * included. Null where there is none at most three times as long as the straight way.
 */
export function wayThroughNet(edges: BorderEdges, from: Snapped, to: Snapped): Line | null {
  for (const kind of ['border', 'road'] as const) {
    const network = new Network(edges, kind)
    const [starts, goals] = [from.spots, to.spots].map((spots) => spots.filter((spot) => network.holds(spot)))
    if (starts!.length === 0 || goals!.length === 0) continue
    const last = walk(network, { from: from.position, to: to.position, starts: starts!, goals: goals! })
    if (last) return lineThrough(positionsBackFrom(last))
  }
  return null
}

interface Errand {
  readonly from: Position
  readonly to: Position
  readonly starts: readonly LineSpot[]
  readonly goals: readonly LineSpot[]
}

function walk(network: Network, { from, to, starts, goals }: Errand): Step | null {
  const most = LONGER * nearDistanceM(from, to)
  const exits = new Set(goals.flatMap((spot) => network.edges.ends(spot)).map(keyOf))
  const open = new Nearest()
  const settled = new Set<string>()
  const put = (at: Position, before: Step): void => {
    const metres = before.metres + nearDistanceM(before.at, at)
    if (metres + nearDistanceM(at, to) <= most)
      open.put({ at, metres, before }, metres + nearDistanceM(at, to))
  }
  const first: Step = { at: from, metres: 0, before: null }
  for (const at of starts.flatMap((spot) => network.edges.ends(spot))) put(at, first)
  for (let step = open.take(); step && settled.size < LOOKED_AT; step = open.take()) {
    if (isSamePlace(step.at, to)) return step
    const key = keyOf(step.at)
    if (settled.has(key)) continue
    settled.add(key)
    if (exits.has(key)) put(to, step)
    for (const next of network.neighbours(step.at)) if (!settled.has(keyOf(next))) put(next, step)
  }
  return null
}

function positionsBackFrom(last: Step): Position[] {
  const positions: Position[] = []
  for (let step: Step | null = last; step; step = step.before) positions.push(step.at)
  return positions.reverse()
}
