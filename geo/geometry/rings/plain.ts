import { BoxIndex } from '../box-index'
import { type Edge, edgesOfLine } from '../overlay/edge'
import { noded } from '../overlay/noding'
import { nestRings, traceRings } from '../overlay/rings-of-edges'
import { boundsOfLine } from './bounds'
import { asPlain, knownGrounds } from './known-grounds'
import { signedRingAreaM2 } from './ring-area'
import { ringSide } from './ring-side'
import type { Ring, Shape } from './shape'
import { VertexIds } from './vertex-ids'

/** One ring of a part. */
interface PartRing {
  readonly part: number
  readonly isHole: boolean
  readonly ring: Ring
  readonly isAnticlockwise: boolean
}

/** Whether there is ground to the left and to the right of a piece. */
type Beside = readonly [left: boolean, right: boolean]

/** A stretch of a ring between two meetings with others: numbers of its ends, and its middle. */
interface Piece {
  readonly ring: number
  readonly from: number
  readonly to: number
  readonly x: number
  readonly y: number
}

/**
 * The same ground as rings that do not lie over each other: a shape is the union of its parts, each its outer ring
 * less its holes, whatever their winding. The shape itself where that is so already. Else edges inside another part
 * are left out and every other vertex stays as it is, to the last bit; where edges cross, one vertex more (1e-14°).
 * Rings (degrees) must not cross themselves. Found once a shape.
 */
export function plain(shape: Shape): Shape {
  if (shape.length === 0 || (shape.length === 1 && shape[0]!.length < 2)) return shape
  let ground = knownGrounds.get(shape)
  if (!ground) knownGrounds.set(shape, (ground = madePlain(shape)))
  return ground
}

function madePlain(shape: Shape): Shape {
  const rings = shape.flatMap((polygon, part) =>
    polygon.map((ring, at): PartRing => {
      return { part, isHole: at > 0, ring, isAnticlockwise: signedRingAreaM2(ring) > 0 }
    }),
  )
  const index = new BoxIndex(rings.map(({ ring }) => boundsOfLine(ring)))
  if (rings.every(({ ring, isHole }) => !isHole && index.near(boundsOfLine(ring)).length === 1)) return shape
  const { pieces, vertices } = piecesOfRings(rings)
  const line = new Sides(rings, pieces, index).line()
  if (line.length === pieces.length) return shape
  const traced = traceRings({ from: line.map(([from]) => from), to: line.map(([, to]) => to), vertices })
  const ground = traced && nestRings(traced, vertices)
  return ground ? asPlain(ground) : shape
}

function piecesOfRings(rings: readonly PartRing[]): { pieces: Piece[]; vertices: VertexIds } {
  const cut = noded(rings.map(({ ring }) => edgesOfLine(ring)))
  const vertices = new VertexIds(2 * cut.reduce((sum, edges) => sum + edges.length, 0))
  const pieceOf = ([x1, y1, x2, y2]: Edge, ring: number): Piece => {
    const [from, to] = [vertices.idOf(x1, y1), vertices.idOf(x2, y2)]
    return { ring, from, to, x: (x1 + x2) / 2, y: (y1 + y2) / 2 }
  }
  return { pieces: cut.flatMap((edges, ring) => edges.map((edge) => pieceOf(edge, ring))), vertices }
}

/** Asks of every piece whether there is ground on either side of it. */
class Sides {
  /** by piece, whichever way it runs: the rings along it, and whether they run from the smaller number to the larger */
  private readonly along = new Map<string, { ring: number; rising: boolean }[]>()
  /** by vertex: how many pieces begin there */
  private readonly begun = new Map<number, number>()

  constructor(
    private readonly rings: readonly PartRing[],
    private readonly pieces: readonly Piece[],
    private readonly index: BoxIndex,
  ) {
    for (const piece of pieces) {
      const run = { ring: piece.ring, rising: piece.from < piece.to }
      const known = this.along.get(keyOf(piece))
      if (known) known.push(run)
      else this.along.set(keyOf(piece), [run])
      this.begun.set(piece.from, (this.begun.get(piece.from) ?? 0) + 1)
    }
  }

  /** The pieces that have ground on one side only, each once, the ground to their left. */
  line(): (readonly [from: number, to: number])[] {
    const line: (readonly [number, number])[] = []
    const seen = new Set<string>()
    let last: { piece: Piece; beside: Beside } | null = null
    for (const piece of this.pieces) {
      const follows = last?.piece.ring === piece.ring && last.piece.to === piece.from
      const beside: Beside =
        follows && this.begun.get(piece.from) === 1 ? last!.beside : this.groundBeside(piece)
      last = { piece, beside }
      const [left, right] = beside
      if (left === right || seen.has(keyOf(piece))) continue
      seen.add(keyOf(piece))
      line.push(left ? [piece.from, piece.to] : [piece.to, piece.from])
    }
    return line
  }

  private groundBeside(piece: Piece): Beside {
    const runs = this.along.get(keyOf(piece))!
    const near = this.index.near([piece.x, piece.y, piece.x, piece.y])
    const besideOf = new Map(
      [...new Set([...near, ...runs.map(({ ring }) => ring)])].map((ring) => [
        ring,
        this.besideOf(ring, piece),
      ]),
    )
    const hasGround = (side: 0 | 1): boolean => {
      const [held, holed] = [new Set<number>(), new Set<number>()]
      for (const [ring, beside] of besideOf) {
        const { part, isHole } = this.rings[ring]!
        if (beside[side]) (isHole ? holed : held).add(part)
      }
      return [...held].some((part) => !holed.has(part))
    }
    return [hasGround(0), hasGround(1)]
  }

  /** Whether the ring alone encloses what is to the left and to the right of the piece. */
  private besideOf(at: number, piece: Piece): Beside {
    const { ring, isAnticlockwise } = this.rings[at]!
    const runs = this.along.get(keyOf(piece))!.filter((one) => one.ring === at)
    if (runs.length === 1) {
      const left = (runs[0]!.rising === piece.from < piece.to) === isAnticlockwise
      return [left, !left]
    }
    const inside = ringSide(ring, piece.x, piece.y) !== 'outside'
    return [inside, inside]
  }
}

const keyOf = ({ from, to }: Piece): string => (from < to ? `${from} ${to}` : `${to} ${from}`)
