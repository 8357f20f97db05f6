import { metresPerDegree, type Position } from '#geo'

/**
 * A line without the vertices that lie nearer than `toleranceM` to the line through those kept (Douglas and Peucker
 * 1973, in the plane of the first vertex). The ends stay.
 */
export function thinned(line: readonly Position[], toleranceM: number): Position[] {
  if (line.length <= 2) return [...line]
  const scale = metresPerDegree(line[0]![1])
  const flat = line.map(([lon, lat]) => [lon * scale.lon, lat * scale.lat] as const)
  const kept = new Uint8Array(line.length)
  kept[0] = kept[line.length - 1] = 1
  const open: [number, number][] = [[0, line.length - 1]]
  for (let range = open.pop(); range; range = open.pop()) {
    const [from, to] = range
    let [worst, at] = [toleranceM, -1]
    for (let i = from + 1; i < to; i++) {
      const away = awayFrom(flat[i]!, flat[from]!, flat[to]!)
      if (away > worst) [worst, at] = [away, i]
    }
    if (at < 0) continue
    kept[at] = 1
    open.push([from, at], [at, to])
  }
  return line.filter((_, i) => kept[i] === 1)
}

type Flat = readonly [number, number]

function awayFrom([x, y]: Flat, [ax, ay]: Flat, [bx, by]: Flat): number {
  const [dx, dy] = [bx - ax, by - ay]
  const size = dx * dx + dy * dy
  const share = size === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / size))
  return Math.hypot(x - ax - share * dx, y - ay - share * dy)
}
