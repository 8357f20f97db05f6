import { fractal } from '../random'
import type { Field } from './field'
import { distance, type Point, simplified } from './ground'

/** A stretch of boundary between two owners, in the direction that has `left` on its left. */
export interface Arc {
  readonly line: readonly Point[]
  readonly left: number
  readonly right: number
}

/**
 * Boundaries between the owners of a field's cells (−1 = outside), cut where three meet, so that neighbours
 * share them; then smoothed, thinned and given nature's wiggle. Ends stay where they are.
 */
export function arcsOf(field: Field, owner: Int16Array): Arc[] {
  const wide = field.columns + 1
  const at = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= field.columns || row >= field.rows
      ? -1
      : owner[row * field.columns + column]!
  const edges = new Map<number, { to: number; left: number; right: number }[]>()
  const add = (from: number, to: number, left: number, right: number): void => {
    const list = edges.get(from)
    if (list) list.push({ to, left, right })
    else edges.set(from, [{ to, left, right }])
  }
  for (let row = 0; row <= field.rows; row++) {
    for (let column = 0; column <= field.columns; column++) {
      const here = at(column, row)
      const west = at(column - 1, row)
      const south = at(column, row - 1)
      const corner = row * wide + column
      if (column <= field.columns && row < field.rows && here !== west) {
        add(corner, corner + wide, west, here)
        add(corner + wide, corner, here, west)
      }
      if (column < field.columns && here !== south) {
        add(corner, corner + 1, here, south)
        add(corner + 1, corner, south, here)
      }
    }
  }
  return follow(edges, (corner) => [
    field.west + (corner % wide) * field.cell,
    field.south + Math.floor(corner / wide) * field.cell,
  ])
}

type Edges = Map<number, { to: number; left: number; right: number }[]>

function follow(edges: Edges, pointOf: (corner: number) => Point): Arc[] {
  const used = new Set<string>()
  const out: Arc[] = []
  const walk = (start: number, first: { to: number; left: number; right: number }): void => {
    const chain = [start]
    let from = start
    let edge = first
    for (;;) {
      used.add(`${from}>${edge.to}`)
      used.add(`${edge.to}>${from}`)
      chain.push(edge.to)
      const onward = edges.get(edge.to)!
      if (onward.length !== 2 || edge.to === start) break
      const next = onward.find((e) => e.to !== from)!
      from = edge.to
      edge = next
    }
    out.push({ line: natural(chain.map(pointOf)), left: first.left, right: first.right })
  }
  for (const [corner, list] of edges) {
    if (list.length === 2) continue
    for (const edge of list) if (!used.has(`${corner}>${edge.to}`)) walk(corner, edge)
  }
  for (const [corner, list] of edges)
    for (const edge of list) if (!used.has(`${corner}>${edge.to}`)) walk(corner, edge)
  return out
}

function natural(steps: readonly Point[]): Point[] {
  let line = steps.map((p): Point => p)
  for (let pass = 0; pass < 4; pass++) {
    line = line.map((p, i): Point => {
      const a = line[i - 1]
      const b = line[i + 1]
      return a && b ? [p[0] * 0.5 + (a[0] + b[0]) * 0.25, p[1] * 0.5 + (a[1] + b[1]) * 0.25] : p
    })
  }
  return wiggled(simplified(line, 0.013))
}

/** Moves the middle of every long piece sideways by noise of its place: the same from either side. */
function wiggled(line: readonly Point[]): Point[] {
  const out: Point[] = [line[0]!]
  for (let i = 0; i + 1 < line.length; i++) {
    const a = line[i]!
    const b = line[i + 1]!
    const long = distance(a, b)
    const pieces = Math.min(5, Math.floor(long / 0.07))
    for (let k = 1; k < pieces; k++) {
      const t = k / pieces
      const x = a[0] + (b[0] - a[0]) * t
      const y = a[1] + (b[1] - a[1]) * t
      const away = fractal(77, x / 0.21, y / 0.21) * 0.04
      out.push([x - ((b[1] - a[1]) / long) * away, y + ((b[0] - a[0]) / long) * away])
    }
    out.push(b)
  }
  return out
}
