/** Cases at one spot, positions in degrees. */
export interface Spot {
  readonly x: number
  readonly y: number
  count: number
}

export interface Scale {
  /** css px a degree of latitude at k = 1 */
  readonly perDegree: number
  readonly unit: number
}

/** The way between two positions (degrees), css px at k = 1: east and west as long as at the second. */
export const apart = (ax: number, ay: number, bx: number, by: number, perDegree: number): number =>
  Math.hypot((ax - bx) * Math.cos((by * Math.PI) / 180), ay - by) * perDegree

/** Room between two discs that do not touch, css px at k = 1. */
export const BETWEEN = 2

/** Side of a cell, css px at k = 1. */
const CELL = 24

/**
 * Adds every spot, in order, to the first disc it would touch, else makes it one: discs are asked cell by cell within
 * the reach of the widest one so far.
 */
export function gatherOnce(spots: readonly Spot[], { perDegree, unit }: Scale): Spot[] {
  const discs: Spot[] = []
  const cells = new Map<string, number[]>()
  let widest = 0
  for (const { x, y, count } of spots) {
    const shrink = Math.cos((y * Math.PI) / 180)
    const radius = unit * Math.sqrt(count)
    const reach = radius + widest + BETWEEN
    const touches = ({ x: ax, y: ay, count: other }: Spot): boolean =>
      apart(ax, ay, x, y, perDegree) < unit * Math.sqrt(other) + radius + BETWEEN
    const [column, row] = [x * perDegree, y * perDegree]
    const [wide, high] = [reach / Math.max(shrink, 1e-6), reach]
    let first = -1
    for (let i = Math.floor((column - wide) / CELL); i <= Math.floor((column + wide) / CELL); i++)
      for (let j = Math.floor((row - high) / CELL); j <= Math.floor((row + high) / CELL); j++)
        for (const at of cells.get(`${i} ${j}`) ?? [])
          if ((first < 0 || at < first) && touches(discs[at]!)) first = at
    const disc = first < 0 ? { x, y, count } : discs[first]!
    if (first < 0) {
      const cell = `${Math.floor(column / CELL)} ${Math.floor(row / CELL)}`
      const known = cells.get(cell)
      if (known) known.push(discs.length)
      else cells.set(cell, [discs.length])
      discs.push(disc)
    } else disc.count += count
    widest = Math.max(widest, unit * Math.sqrt(disc.count))
  }
  return discs
}
