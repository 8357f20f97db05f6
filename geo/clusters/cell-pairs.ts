import type { Cells } from './cells'

/**
 * Visits, for each cell of one band, the cells of a second one, not south of the first, that hold cases within `reach`
 * degrees of longitude of its own, if any do: all from `from` to before `to`. In one band each pair is met once. Both
 * bands are gone through from the west.
 */
export function visitPairs(
  cells: Cells,
  { first, second, reach }: { first: number; second: number; reach: number },
  visit: (cell: number, from: number, to: number) => void,
): void {
  const { columns, bands, firstCells } = cells
  const width = cells.widthOf(bands[first]!)
  const otherWidth = cells.widthOf(bands[second]!)
  const end = firstCells[second + 1]!
  let from = firstCells[second]!
  let to = from
  for (let cell = firstCells[first]!; cell < firstCells[first + 1]!; cell++) {
    const west = columns[cell]! * width - reach
    const east = (columns[cell]! + 1) * width + reach
    while (from < end && (columns[from]! + 1) * otherWidth < west) from++
    const least = first === second ? Math.max(from, cell + 1) : from
    while (to < end && columns[to]! * otherWidth <= east) to++
    if (to > least) visit(cell, least, to)
    if (west < 0 || east > 360) {
      // round the globe: the interval begins again at the other end
      const turn = west < 0 ? 360 : -360
      const low = Math.floor(Math.max(0, west + turn) / otherWidth)
      for (let other = firstCells[second]!; other < end; other++) {
        const column = columns[other]!
        if (column < low || column * otherWidth > east + turn) continue
        if (first !== second || other > cell) visit(cell, other, other + 1)
      }
    }
  }
}
