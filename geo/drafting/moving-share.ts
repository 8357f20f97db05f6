import { piecesOf, sharedAreaM2 } from '../geometry/overlay/shared-area'
import { boundsMeet } from '../geometry/rings/bounds'
import { edgeAreaM2 } from '../geometry/rings/ring-area'
import type { Ring } from '../geometry/rings/shape'
import { OutlineIndex } from '../geometry/roads/outline-index'
import type { ChangedWay, LineChange } from './drawn-line'

/** How often the way goes round the position, anticlockwise. */
function windings(way: Ring, x: number, y: number): number {
  let count = 0
  for (let i = 0; i + 3 < way.length; i += 2) {
    const [x1, y1, x2, y2] = [way[i]!, way[i + 1]!, way[i + 2]!, way[i + 3]!]
    if (y1 <= y === y2 <= y) continue
    const left = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1)
    if (y2 > y1 && left > 0) count++
    else if (y2 < y1 && left < 0) count--
  }
  return count
}

function areaOfWay(way: Ring, from: number): number {
  let sum = 0
  for (let i = 0; i + 3 < way.length; i += 2)
    sum += edgeAreaM2([way[i]!, way[i + 1]!, way[i + 2]!, way[i + 3]!], from)
  return sum
}

/**
 * m² of a ground that a moving line gained (or, below 0, lost) by a change: the ground weighted by how often the way
 * round the change goes round it, by Green's theorem. Null where the way runs along the ground's own border.
 */
export function gainedM2({ ring, bounds }: ChangedWay, ground: OutlineIndex): number | null {
  if (!ground.bounds || !boundsMeet(bounds, ground.bounds)) return 0
  const from = (bounds[1] + bounds[3]) / 2
  if (!ground.comesNear(bounds)) return ground.holds([ring[0]!, ring[1]!]) ? areaOfWay(ring, from) : 0
  const way = new OutlineIndex([[ring]])
  let sum = 0
  let runsAlong = false
  piecesOf(way, ground, (piece, side) => {
    if (side === 'on') runsAlong = true
    if (side === 'inside') sum += edgeAreaM2(piece, from)
  })
  if (runsAlong) return null
  piecesOf(ground, way, (piece) => {
    const times = windings(ring, (piece[0] + piece[2]) / 2, (piece[1] + piece[3]) / 2)
    if (times !== 0) sum += times * edgeAreaM2(piece, from)
  })
  return sum
}

/** Share of the whole by which sums may be off. */
const ROUNDING = 1e-9

/** Ground that a moving line has in common with one that stands. */
export class MovingShare {
  private shared = 0
  /** the line passed itself on its way: until it is asked as a whole again nothing is kept */
  private isLost = false

  constructor(readonly ground: OutlineIndex) {}

  /** m²; `whole` is the area inside the moving line. */
  of(line: OutlineIndex, change: LineChange, whole: number): number {
    if (change === 'none') return this.shared
    if (change === 'all') this.isLost = false
    const gained = change === 'all' || this.isLost ? null : gainedM2(change, this.ground)
    const shared = gained === null ? this.anew(line, whole) : this.shared + gained
    this.isLost ||= gained !== null && (shared < -ROUNDING * whole || shared > whole * (1 + ROUNDING))
    this.shared = this.isLost ? this.anew(line, whole) : Math.max(0, Math.min(whole, shared))
    return this.shared
  }

  private anew(line: OutlineIndex, whole: number): number {
    const { bounds } = line
    if (!bounds || !this.ground.bounds || !boundsMeet(bounds, this.ground.bounds)) return 0
    if (this.ground.comesNear(bounds)) return Math.min(whole, sharedAreaM2(line, this.ground))
    const [x, y] = line.edgeAt(0)
    return this.ground.holds([x, y]) ? whole : 0
  }
}
