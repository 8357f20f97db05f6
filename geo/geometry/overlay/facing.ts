import { metresPerDegree } from '../rings/plane'
import type { Position } from '../rings/shape'
import { boxOfEdge, type Edge } from './edge'

/** What faces an edge over a stretch of it: from `from` to `to` m along it, `near` and `far` m away at these ends. */
export interface Facing {
  readonly owner: number
  /** true where it is the near side of other ground, false where ground ends there */
  readonly isEntry: boolean
  readonly from: number
  readonly to: number
  readonly near: number
  readonly far: number
}

/** An edge with metres along it and away from its ground, as far as `widest`. */
export class EdgeView {
  private readonly metres: { readonly lon: number; readonly lat: number }
  private readonly length: number
  private readonly along: readonly [x: number, y: number]

  constructor(
    private readonly edge: Edge,
    private readonly widest: number,
  ) {
    this.metres = metresPerDegree((edge[1] + edge[3]) / 2)
    const [x, y] = [(edge[2] - edge[0]) * this.metres.lon, (edge[3] - edge[1]) * this.metres.lat]
    this.length = Math.hypot(x, y)
    this.along = [x / this.length, y / this.length]
  }

  /** Bounds of all that can be as near as that. */
  reach(): Edge {
    const [west, south, east, north] = boxOfEdge(this.edge)
    const [dx, dy] = [this.widest / this.metres.lon, this.widest / this.metres.lat]
    return [west - dx, south - dy, east + dx, north + dy]
  }

  positionAt(along: number, away: number): Position {
    const [x, y] = this.along
    return [
      this.edge[0] + (along * x + away * y) / this.metres.lon,
      this.edge[1] + (along * y - away * x) / this.metres.lat,
    ]
  }

  /** The stretch of the other edge straight across this one, within `widest`; null where there is none. */
  facing(other: Edge, owner: number): Facing | null {
    const [h1, h2] = [this.away(other[0], other[1]), this.away(other[2], other[3])]
    if ((h1 < 0 && h2 < 0) || (h1 > this.widest && h2 > this.widest)) return null
    const [s1, s2] = [this.alongside(other[0], other[1]), this.alongside(other[2], other[3])]
    if (s1 === s2 || Math.max(s1, s2) <= 0 || Math.min(s1, s2) >= this.length) return null
    const slope = (h2 - h1) / (s2 - s1)
    let [from, to] = [Math.max(0, Math.min(s1, s2)), Math.min(this.length, Math.max(s1, s2))]
    if (slope !== 0) {
      const [zero, most] = [s1 - h1 / slope, s1 + (this.widest - h1) / slope]
      from = Math.max(from, Math.min(zero, most))
      to = Math.min(to, Math.max(zero, most))
    }
    if (from >= to) return null
    const heightAt = (s: number): number => Math.max(0, h1 + slope * (s - s1))
    return { owner, isEntry: s2 < s1, from, to, near: heightAt(from), far: heightAt(to) }
  }

  /** m along the edge at which a position stands. */
  private alongside(lon: number, lat: number): number {
    return (
      (lon - this.edge[0]) * this.metres.lon * this.along[0] +
      (lat - this.edge[1]) * this.metres.lat * this.along[1]
    )
  }

  /** m of a position from the straight of the edge, away from its ground. */
  private away(lon: number, lat: number): number {
    return (
      (lon - this.edge[0]) * this.metres.lon * this.along[1] -
      (lat - this.edge[1]) * this.metres.lat * this.along[0]
    )
  }
}

/** Of what faces an edge, for each stretch the nearest. */
export function nearest(facings: readonly Facing[]): Facing[] {
  if (facings.length < 2) return [...facings]
  const ends = [...new Set(facings.flatMap(({ from, to }) => [from, to]))].sort((one, other) => one - other)
  const waiting = [...facings].sort((one, other) => one.from - other.from)
  const found: Facing[] = []
  let open: Facing[] = []
  let next = 0
  for (let i = 0; i + 1 < ends.length; i++) {
    const [from, to] = [ends[i]!, ends[i + 1]!]
    open = open.filter((one) => one.to > from)
    while (next < waiting.length && waiting[next]!.from <= from) open.push(waiting[next++]!)
    let best: Facing | null = null
    const middle = (from + to) / 2
    for (const one of open) if (!best || heightAt(one, middle) < heightAt(best, middle)) best = one
    if (best) found.push({ ...best, from, to, near: heightAt(best, from), far: heightAt(best, to) })
  }
  return found
}

const heightAt = ({ from, to, near, far }: Facing, s: number): number =>
  near + ((far - near) * (s - from)) / (to - from)
