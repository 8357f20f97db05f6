import type { Point } from './ground'

/** A grid of square cells over the plane, row by row from the south-west corner. */
export interface Field {
  readonly west: number
  readonly south: number
  readonly cell: number
  readonly columns: number
  readonly rows: number
}

export const FIELD: Field = { west: -12.4, south: -9.2, cell: 0.05, columns: 496, rows: 372 }

/** Cell of a point; −1 outside the field. */
export function cellAt(field: Field, [x, y]: Point): number {
  const column = Math.floor((x - field.west) / field.cell)
  const row = Math.floor((y - field.south) / field.cell)
  return column < 0 || row < 0 || column >= field.columns || row >= field.rows
    ? -1
    : row * field.columns + column
}

/** Middle of a cell. */
export function middleOf(field: Field, cell: number): Point {
  return [
    field.west + ((cell % field.columns) + 0.5) * field.cell,
    field.south + (Math.floor(cell / field.columns) + 0.5) * field.cell,
  ]
}

/** Calls `visit` with every cell whose middle lies inside the ring. */
export function eachInside(field: Field, ring: readonly Point[], visit: (cell: number) => void): void {
  let low = Infinity
  let high = -Infinity
  for (const [, y] of ring) {
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  const from = Math.max(0, Math.floor((low - field.south) / field.cell))
  const to = Math.min(field.rows - 1, Math.floor((high - field.south) / field.cell))
  for (let row = from; row <= to; row++) {
    const y = field.south + (row + 0.5) * field.cell
    const cuts: number[] = []
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i]!
      const [bx, by] = ring[j]!
      if (ay > y !== by > y) cuts.push(((bx - ax) * (y - ay)) / (by - ay) + ax)
    }
    cuts.sort((a, b) => a - b)
    for (let k = 0; k + 1 < cuts.length; k += 2) {
      const first = Math.max(0, Math.ceil((cuts[k]! - field.west) / field.cell - 0.5))
      const last = Math.min(field.columns - 1, Math.floor((cuts[k + 1]! - field.west) / field.cell - 0.5))
      for (let column = first; column <= last; column++) visit(row * field.columns + column)
    }
  }
}

/** Calls `visit` with every cell within `reach` (km) of the line, and how far its middle is. */
export function eachNear(
  field: Field,
  line: readonly Point[],
  reach: number,
  visit: (cell: number, away: number) => void,
): void {
  for (let i = 0; i + 1 < line.length; i++) {
    const [ax, ay] = line[i]!
    const [bx, by] = line[i + 1]!
    const columns = [Math.min(ax, bx) - reach, Math.max(ax, bx) + reach].map((x) =>
      Math.floor((x - field.west) / field.cell),
    )
    const rows = [Math.min(ay, by) - reach, Math.max(ay, by) + reach].map((y) =>
      Math.floor((y - field.south) / field.cell),
    )
    for (let row = Math.max(0, rows[0]!); row <= Math.min(field.rows - 1, rows[1]!); row++) {
      for (
        let column = Math.max(0, columns[0]!);
        column <= Math.min(field.columns - 1, columns[1]!);
        column++
      ) {
        const x = field.west + (column + 0.5) * field.cell
        const y = field.south + (row + 0.5) * field.cell
        const square = (bx - ax) ** 2 + (by - ay) ** 2
        const t =
          square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square))
        const away = Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))
        if (away <= reach) visit(row * field.columns + column, away)
      }
    }
  }
}

/** Cells waiting by their cost, cheapest first; equal costs by order of arrival. */
class Queue {
  private readonly cost: number[] = []
  private readonly cell: number[] = []

  get size(): number {
    return this.cell.length
  }

  push(cost: number, cell: number): void {
    let i = this.cell.length
    this.cost.push(cost)
    this.cell.push(cell)
    while (i > 0) {
      const up = (i - 1) >> 1
      if (this.cost[up]! <= cost) break
      this.cost[i] = this.cost[up]!
      this.cell[i] = this.cell[up]!
      i = up
    }
    this.cost[i] = cost
    this.cell[i] = cell
  }

  pop(): readonly [cost: number, cell: number] {
    const top = [this.cost[0]!, this.cell[0]!] as const
    const cost = this.cost.pop()!
    const cell = this.cell.pop()!
    const n = this.cell.length
    let i = 0
    while (n > 0) {
      let down = 2 * i + 1
      if (down >= n) break
      if (down + 1 < n && this.cost[down + 1]! < this.cost[down]!) down++
      if (this.cost[down]! >= cost) break
      this.cost[i] = this.cost[down]!
      this.cell[i] = this.cell[down]!
      i = down
    }
    if (n > 0) {
      this.cost[i] = cost
      this.cell[i] = cell
    }
    return top
  }
}

export interface Seed {
  readonly cell: number
  readonly owner: number
  /** cost already spent at the start: a later seed reaches less far */
  readonly start: number
}

export interface Growth {
  /** owner of every cell; −1 not reached */
  readonly owner: Int16Array
  readonly cost: Float64Array
  /** cell from which each cell was reached; −1 at a seed */
  readonly from: Int32Array
}

/** Grows all seeds at once over the cells that `price` allows (Infinity = closed), price per km. */
export function grow(field: Field, seeds: readonly Seed[], price: (cell: number) => number): Growth {
  const size = field.columns * field.rows
  const owner = new Int16Array(size).fill(-1)
  const cost = new Float64Array(size).fill(Infinity)
  const from = new Int32Array(size).fill(-1)
  const queue = new Queue()
  for (const seed of seeds) {
    if (seed.start >= cost[seed.cell]!) continue
    cost[seed.cell] = seed.start
    owner[seed.cell] = seed.owner
    queue.push(seed.start, seed.cell)
  }
  const steps = neighbours(field)
  while (queue.size > 0) {
    const [spent, cell] = queue.pop()
    if (spent > cost[cell]!) continue
    const column = cell % field.columns
    for (const [dx, step, long] of steps) {
      const next = cell + step
      if (column + dx < 0 || column + dx >= field.columns || next < 0 || next >= size) continue
      const total = spent + ((price(cell) + price(next)) / 2) * long
      if (!(total < cost[next]!)) continue
      cost[next] = total
      owner[next] = owner[cell]!
      from[next] = cell
      queue.push(total, next)
    }
  }
  return { owner, cost, from }
}

function neighbours(field: Field): (readonly [dx: number, step: number, km: number])[] {
  const out: (readonly [number, number, number])[] = []
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if (dx || dy) out.push([dx, dy * field.columns + dx, Math.hypot(dx, dy) * field.cell])
    }
  }
  return out
}

/** The way back from a cell to the seed that reached it. */
export function wayFrom(field: Field, growth: Growth, cell: number): Point[] {
  const out: Point[] = []
  for (let at = cell; at >= 0; at = growth.from[at]!) out.push(middleOf(field, at))
  return out
}
