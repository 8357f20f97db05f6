import { BoxIndex } from '../box-index'
import { boundsOf, joinBounds } from '../rings/bounds'
import type { Position, Shape } from '../rings/shape'
import { OutlineIndex } from '../roads/outline-index'
import { EdgeView, type Facing, nearest } from './facing'
import { FreeEdges } from './free-edges'

/** m up to which ground between two neighbours is a gap: what is wider was left out on purpose, a river or a road. */
export const GAP_WIDTH_M = 50

/** How many times longer than wide a gap is at least: corners that come near each other leave none. */
const SLENDER = 5

/** Edges are looked at against so many others, and so many more for each; beyond, the drawing is no cover of ground. */
const MOST = { pairs: 200_000, ofEdge: 60 }

/** A strip of ground in no shape, between two that face each other across it. */
export interface Gap {
  /** numbers of the shapes, the smaller first */
  readonly a: number
  readonly b: number
  /** m², as far as the two face each other at right angles */
  readonly areaM2: number
  /** in the middle of its largest straight stretch */
  readonly position: Position
}

interface Strip {
  areaM2: number
  lengthM: number
  largest: number
  position: Position
}

/**
 * The gaps between shapes (degrees): strips at most `GAP_WIDTH_M` wide and `SLENDER` times as long, in which the ground
 * that ends at an edge finds that of another shape straight across, and nothing between. Areas are the mean of what the
 * two sides see: exact between parallel borders, within the square of the width at each of their bends. Null where too
 * many edges lie near each other to be looked at.
 */
export function gapsBetween(shapes: readonly Shape[]): Gap[] | null {
  const bounds = joinBounds(shapes.map(boundsOf))
  if (!bounds) return []
  const edges = new FreeEdges(shapes)
  const strips = new Strips(shapes.length)
  const ground = new Grounds(shapes)
  let looked = 0
  for (let at = 0; at < edges.count; at++) {
    const view = new EdgeView(edges.edgeAt(at), GAP_WIDTH_M)
    const near = edges.near(view.reach())
    looked += near.length
    if (looked > MOST.pairs + MOST.ofEdge * edges.count) return null
    const facings: Facing[] = []
    for (const other of near) {
      const facing = other === at ? null : view.facing(edges.edgeAt(other), edges.ownerOf(other))
      if (facing) facings.push(facing)
    }
    const of = edges.ownerOf(at)
    if (!facings.some(({ isEntry, owner }) => isEntry && owner !== of)) continue
    for (const one of nearest(facings)) {
      if (!one.isEntry || one.owner === of) continue
      const middle = view.positionAt((one.from + one.to) / 2, (one.near + one.far) / 4)
      if (!ground.isHeldBeside(middle, [of, one.owner])) strips.add(of, one, middle)
    }
  }
  return strips.gaps()
}

/** Which shapes hold a position. Their edges are looked through only where their bounds hold it. */
class Grounds {
  private readonly boxes: BoxIndex
  private readonly outlines = new Map<number, OutlineIndex>()

  constructor(private readonly shapes: readonly Shape[]) {
    this.boxes = new BoxIndex(shapes.map(boundsOf))
  }

  /** Whether another shape than these two holds the position: what faces each other deep in a third leaves no gap. */
  isHeldBeside([x, y]: Position, two: readonly number[]): boolean {
    return this.boxes.near([x, y, x, y]).some((at) => !two.includes(at) && this.outline(at).holds([x, y]))
  }

  private outline(at: number): OutlineIndex {
    let outline = this.outlines.get(at)
    if (!outline) this.outlines.set(at, (outline = new OutlineIndex(this.shapes[at]!)))
    return outline
  }
}

/** What the edges of two shapes see of each other, gathered by pair. */
class Strips {
  private readonly strips = new Map<number, Strip>()

  constructor(private readonly count: number) {}

  add(of: number, { owner, from, to, near, far }: Facing, middle: Position): void {
    const key = Math.min(of, owner) * this.count + Math.max(of, owner)
    let strip = this.strips.get(key)
    if (!strip) this.strips.set(key, (strip = { areaM2: 0, lengthM: 0, largest: -1, position: [0, 0] }))
    const areaM2 = ((near + far) / 2) * (to - from)
    strip.areaM2 += areaM2
    strip.lengthM += to - from
    if (areaM2 <= strip.largest) return
    strip.largest = areaM2
    strip.position = middle
  }

  /** Each stretch was seen from both of its sides: half of what was seen is there. */
  gaps(): Gap[] {
    return [...this.strips].flatMap(([key, { areaM2, lengthM, position }]) => {
      const isSlender = lengthM * lengthM >= 2 * SLENDER * areaM2
      if (!isSlender) return []
      return [{ a: Math.floor(key / this.count), b: key % this.count, areaM2: areaM2 / 2, position }]
    })
  }
}
