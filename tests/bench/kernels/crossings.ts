import Flatbush from 'flatbush'
import { orient2d } from 'robust-predicates'
import type { Line, Shape } from '../../../geo/geometry/rings/shape'
import type { CrossingOfMany } from '../../../geo/geometry/roads/crossings'
import { crossingsOfMany } from '../../../geo/geometry/roads/crossings-of-many'
import { blobs, roads } from './ground'
import type { Kernel } from './trial'

type Found = Pick<CrossingOfMany, 'line' | 'outline' | 'position'>

/** A tree over all edges of all zones, asked for every segment of a road. Right where nothing touches a vertex. */
function byEdges(lines: readonly Line[], zones: readonly Shape[]): Found[] {
  const rings = zones.map(([polygon]) => polygon![0]!)
  const count = rings.reduce((sum, ring) => sum + ring.length / 2 - 1, 0)
  const [edges, zoneOf] = [new Float64Array(4 * count), new Int32Array(count)]
  const tree = new Flatbush(count)
  let edge = 0
  rings.forEach((ring, zone) => {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [x1, y1, x2, y2] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!]
      tree.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2))
      edges.set([x1, y1, x2, y2], 4 * edge)
      zoneOf[edge++] = zone
    }
  })
  tree.finish()
  const found: Found[] = []
  lines.forEach((line, row) => {
    for (let i = 0; i + 3 < line.length; i += 2) {
      const [ax, ay, bx, by] = [line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!]
      const near = tree.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))
      for (const one of near) {
        const at = 4 * one
        const [px, py, qx, qy] = [edges[at]!, edges[at + 1]!, edges[at + 2]!, edges[at + 3]!]
        const sideA = orient2d(px, py, qx, qy, ax, ay)
        const sideB = orient2d(px, py, qx, qy, bx, by)
        if (sideA > 0 === sideB > 0) continue
        if (orient2d(ax, ay, bx, by, px, py) > 0 === orient2d(ax, ay, bx, by, qx, qy) > 0) continue
        const share = sideA / (sideA - sideB)
        found.push({
          position: [ax + share * (bx - ax), ay + share * (by - ay)],
          line: row,
          outline: zoneOf[one]!,
        })
      }
    }
  })
  return found
}

const inOrder = (found: readonly Found[]): string[] =>
  found.map(({ line, outline, position }) => `${outline} ${line} ${position.join(' ')}`).sort()

export const crossing: Kernel = {
  name: 'crossings, zone by zone',
  peer: 'flatbush over all edges',
  mark: 4,
  trial: (share) => {
    const lines = roads(200_000 * share)
    const zones = blobs(5_000 * share)
    let ours: Found[] = []
    let theirs: Found[] = []
    return {
      size: `${lines.length * 10} segments × ${zones.length} zones`,
      // the product asks for one zone at a time, of a list of roads that stays; here it is new for each run
      ours: () => {
        const list = [...lines]
        ours = zones.flatMap((zone, outline) =>
          crossingsOfMany(list, [zone]).map(({ line, position }) => ({ line, position, outline })),
        )
      },
      peer: () => void (theirs = byEdges(lines, zones)),
      fault: () => {
        const [one, other] = [inOrder(ours), inOrder(theirs)]
        if (one.length !== other.length) return `${one.length} crossings, the peer ${other.length}`
        const apart = one.filter((text, i) => text !== other[i]).length
        return apart === 0 ? null : `${apart} of ${one.length} elsewhere`
      },
    }
  },
}
