import { type Box, grown, type Point, segmentDistance, segmentMeets, segmentsCross } from './box'
import { BoxGrid } from './box-grid'
import type { PlacedLabel, Scene, ScreenObstacle } from './screen'

export type Leader = readonly [Point, Point]

export interface Disc {
  readonly middle: Point
  readonly radius: number
}

export const discIn = ([left, top, right, bottom]: Box): Disc => ({
  middle: [(left + right) / 2, (top + bottom) / 2],
  radius: (right - left) / 2,
})

const isOn = ({ middle, radius }: Disc, [x, y]: Point): boolean =>
  Math.hypot(x - middle[0], y - middle[1]) < radius

/** Whether a leader passes over the disc; the one on which it begins is no other. */
export const passesOver = (leader: Leader, disc: Disc): boolean =>
  !isOn(disc, leader[0]) && segmentDistance(...leader, disc.middle) < disc.radius

/** A symbol that the callout or the code of a zone may cover, if it must. */
export const isSmall = (kind: ScreenObstacle['kind']): boolean =>
  kind === 'site' || kind === 'crossing' || kind === 'ring'

const reaches = ({ middle: [x, y], radius }: Disc, [left, top, right, bottom]: Box): boolean =>
  Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0)) < radius

/** What is no longer free. */
export class Taken {
  readonly #boxes: BoxGrid<null>
  /** the boxes of placed labels alone: no leader may pass under them */
  readonly names: BoxGrid<null>
  /** symbols that a zone's own name may cover: everything but gaps, discs and furniture */
  readonly minor: BoxGrid<null>
  readonly #leaders: BoxGrid<Leader>
  readonly #discs: BoxGrid<Disc>

  constructor({ frame, obstacles }: Pick<Scene, 'frame' | 'obstacles'>) {
    this.#boxes = new BoxGrid(frame)
    this.names = new BoxGrid(frame)
    this.minor = new BoxGrid(frame)
    this.#leaders = new BoxGrid(frame)
    this.#discs = new BoxGrid(frame)
    for (const { box, kind } of obstacles) {
      if (kind === 'disc') this.#discs.add(box, discIn(box))
      else (isSmall(kind) ? this.minor : this.#boxes).add(box, null)
    }
  }

  /** A label that stands, with so much room round it. */
  take({ box, leader }: Pick<PlacedLabel, 'box' | 'leader'>, margin: number): void {
    const wide = grown(box, margin)
    this.#boxes.add(wide, null)
    this.names.add(wide, null)
    if (leader) this.#leaders.add(around(leader), leader)
  }

  /** Whether something stands in the box that no name may cover: beside the corner of a disc is free. */
  isTaken(box: Box): boolean {
    return this.#boxes.some(box) || this.#discs.some(box, (disc) => reaches(disc, box))
  }

  /** Whether a point lies on a disc. */
  isOnDisc(point: Point): boolean {
    return this.#discs.some(grown([...point, ...point], EDGE), (disc) => isOn(disc, point))
  }

  /** Whether a leader passes over a disc; the one on which it begins is no other. */
  crossesDisc(leader: Leader): boolean {
    return this.#discs.some(around(leader), (disc) => passesOver(leader, disc))
  }

  /** Whether a leader passes through the box, or crosses `own`. */
  isCrossed(box: Box, own: Leader | null = null): boolean {
    if (this.#leaders.some(grown(box, EDGE), (leader) => segmentMeets(...leader, box))) return true
    return own !== null && this.#leaders.some(around(own), (leader) => segmentsCross(...leader, ...own))
  }
}

/** A level leader has bounds without height, which overlap nothing, css px. */
const EDGE = 1

export const around = ([a, b]: Leader): Box =>
  grown([Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])], EDGE)
