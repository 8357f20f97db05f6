import { largest, smallest } from '#geo'
import { fractal } from '../random'
import type { GridShape } from './dissolve'
import { cellAt, FIELD, type Field, middleOf } from './field'
import { type Point, resampled, simplified, smooth, toGrid } from './ground'
import type { Land } from './land'
import { BROOK, BROOK_WIDTH, LAKES, RIVER, RIVER_WIDTH, STREAM, STREAM_WIDTH } from './terrain'

export interface DemoBackdrop {
  readonly kind: 'water' | 'river' | 'green' | 'urban' | 'rail' | 'relief'
  readonly name: string | null
  readonly widthM: number | null
  readonly shape: GridShape | null
  readonly line: readonly (readonly [number, number])[] | null
}

const RAIL: readonly Point[] = smooth(
  [
    [-13, 1.3],
    [-10.5, 3.2],
    [-7.6, 3.6],
    [-5.2, 3.0],
    [-3.0, 2.75],
    [-1.2, 3.45],
    [1.4, 3.2],
    [3.2, 2.35],
    [5.0, 2.35],
    [7.0, 2.1],
    [9.4, 1.2],
    [13, 0.4],
  ],
  10,
)

/** What lies under the map: relief, built-up ground, parks and woods, water, the railway. */
export function backdropOf(land: Land): DemoBackdrop[] {
  const none = { name: null, widthM: null, shape: null, line: null }
  const course = (line: readonly Point[]): [number, number][] =>
    simplified(resampled(line, 0.08), 0.004).map(toGrid)
  const out: DemoBackdrop[] = []
  for (const level of [0.5, 0.8, 1.1])
    for (const ring of bands(land, level)) out.push({ ...none, kind: 'relief', shape: [[ring]] })
  for (const shape of builtUp(land)) out.push({ ...none, kind: 'urban', shape })
  for (const { plot, shape } of land.plots)
    if (plot.use === 'park') out.push({ ...none, kind: 'green', shape })
  for (const ring of woods(land)) out.push({ ...none, kind: 'green', shape: [[ring]] })
  for (const { name, shore } of LAKES)
    out.push({ ...none, kind: 'water', name, shape: [[shore.map(toGrid)]] })
  out.push({ ...none, kind: 'river', name: '石门港', widthM: BROOK_WIDTH * 1000, line: course(BROOK) })
  out.push({ ...none, kind: 'river', name: '青溪', widthM: STREAM_WIDTH * 1000, line: course(STREAM) })
  out.push({ ...none, kind: 'river', name: '澜溪河', widthM: RIVER_WIDTH * 1000, line: course(RIVER) })
  out.push({ ...none, kind: 'rail', name: '宁澜铁路', widthM: 12, line: course(RAIL) })
  return out
}

/** Each quarter's whole ground, as the plots' outline. */
function builtUp(land: Land): GridShape[] {
  return land.plots.filter((p) => p.plot.use !== 'water').map((p) => p.shape)
}

const COARSE: Field = { west: FIELD.west, south: FIELD.south, cell: 0.2, columns: 124, rows: 93 }

/** Height as the relief has it; lower beyond the district's line, so that bands close there. */
function heightAt(land: Land, at: Point): number {
  const cell = cellAt(FIELD, at)
  return (land.relief.height[cell] ?? 0) - (land.settlement.inside(cell) ? 0 : 0.35)
}

/** Rings around the ground above a height, inside the district's reach. */
function bands(land: Land, level: number): [number, number][][] {
  return ringsAbove((p) => heightAt(land, p) - level, 0.35)
}

function woods(land: Land): [number, number][][] {
  return ringsAbove(
    (p) =>
      Math.min(
        heightAt(land, p) - 0.62,
        fractal(71, p[0] / 0.7, p[1] / 0.7) - 0.12,
        land.settlement.inside(cellAt(FIELD, p)) ? 1 : -1,
      ),
    0.12,
  )
}

/** Marching over a coarse grid: closed lines where the function is zero, positive ground inside. */
function ringsAbove(value: (at: Point) => number, least: number): [number, number][][] {
  const field = COARSE
  const values = Float64Array.from({ length: field.columns * field.rows }, (_, cell) => {
    const column = cell % field.columns
    const row = Math.floor(cell / field.columns)
    const rim = column === 0 || row === 0 || column === field.columns - 1 || row === field.rows - 1
    return rim ? -1 : value(middleOf(field, cell))
  })
  const next = new Map<string, { at: Point; to: string }>()
  for (let row = 0; row + 1 < field.rows; row++) {
    for (let column = 0; column + 1 < field.columns; column++)
      march(field, values, row * field.columns + column, next)
  }
  const out: [number, number][][] = []
  while (next.size) {
    const [first] = next.keys()
    const ring: Point[] = []
    for (let key: string | undefined = first; key !== undefined && next.has(key); ) {
      const step: { at: Point; to: string } = next.get(key)!
      next.delete(key)
      ring.push(step.at)
      key = step.to
    }
    const size = largest(ring.map((p) => p[0])) - smallest(ring.map((p) => p[0]))
    if (ring.length < 5 || size < least) continue
    const round = smooth(ring, 2, true)
    out.push(
      simplified([...round, round[0]!], 0.012)
        .slice(0, -1)
        .map(toGrid),
    )
  }
  return out
}

function march(
  field: Field,
  values: Float64Array,
  cell: number,
  next: Map<string, { at: Point; to: string }>,
): void {
  const corners = [cell, cell + 1, cell + field.columns + 1, cell + field.columns]
  const over = corners.map((c) => values[c]! > 0)
  const edge = (i: number): { key: string; at: Point } => {
    const a = corners[i]!
    const b = corners[(i + 1) % 4]!
    const t = values[a]! / (values[a]! - values[b]!)
    const [ax, ay] = middleOf(field, a)
    const [bx, by] = middleOf(field, b)
    return { key: `${Math.min(a, b)} ${Math.max(a, b)}`, at: [ax + (bx - ax) * t, ay + (by - ay) * t] }
  }
  for (let i = 0; i < 4; i++) {
    if (!(over[i] && !over[(i + 1) % 4])) continue
    let k = i
    do k = (k + 3) % 4
    while (!(!over[k] && over[(k + 1) % 4]))
    const from = edge(i)
    next.set(from.key, { at: from.at, to: edge(k).key })
  }
}
