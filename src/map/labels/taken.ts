import { type Box, grown, type Point, segmentMeets, segmentsCross } from './box'
import { BoxGrid } from './box-grid'
import type { PlacedLabel, Scene, ScreenObstacle } from './screen'

export type Leader = readonly [Point, Point]

const isSmall = (kind: ScreenObstacle['kind']): boolean => kind === 'site' || kind === 'crossing'

/** What is no longer free. */
export class Taken {
  readonly boxes: BoxGrid<null>
  /** the boxes of placed labels alone: no leader may pass under them */
  readonly names: BoxGrid<null>
  /** symbols that a zone's own name may cover: everything but gaps, discs and furniture */
  readonly minor: BoxGrid<null>
  readonly #leaders: BoxGrid<Leader>

  constructor({ frame, obstacles }: Pick<Scene, 'frame' | 'obstacles'>) {
    this.boxes = new BoxGrid(frame)
    this.names = new BoxGrid(frame)
    this.minor = new BoxGrid(frame)
    this.#leaders = new BoxGrid(frame)
    for (const { box, kind } of obstacles) (isSmall(kind) ? this.minor : this.boxes).add(box, null)
  }

  /** A label that stands, with so much room round it. */
  take({ box, leader }: Pick<PlacedLabel, 'box' | 'leader'>, margin: number): void {
    const wide = grown(box, margin)
    this.boxes.add(wide, null)
    this.names.add(wide, null)
    if (leader) this.#leaders.add(around(leader), leader)
  }

  /** Whether a leader passes through the box, or crosses `own`. */
  isCrossed(box: Box, own: Leader | null = null): boolean {
    if (this.#leaders.some(grown(box, EDGE), (leader) => segmentMeets(...leader, box))) return true
    return own !== null && this.#leaders.some(around(own), (leader) => segmentsCross(...leader, ...own))
  }
}

/** A level leader has bounds without height, which overlap nothing, css px. */
const EDGE = 1

const around = ([a, b]: Leader): Box =>
  grown([Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])], EDGE)
