import { isSamePlace } from '../overlay/edge'
import { isClosed } from '../rings/ring'
import type { Side } from '../rings/ring-side'
import type { Line, Position, Shape } from '../rings/shape'
import { type Contact, OutlineIndex } from './outline-index'

/** One passage of a road between inside and outside. */
export interface Crossing {
  /** where the road first meets the outline, in the order of its vertices; degrees WGS-84 */
  readonly position: Position
  /** `run`: between inside and outside the road keeps to the outline for a while */
  readonly kind: 'cross' | 'run'
}

/** Follows the pieces of one road and notes each change between inside and outside. */
export class Passage {
  readonly crossings: Crossing[] = []
  private first: Side | null = null
  private last: Side | null = null
  private startedOn = false
  private runFrom: Position | null = null

  /** The next piece begins at `from` and lies on `side`. */
  enter(from: Position, side: Side): void {
    if (side === 'on') {
      if (this.last === null) this.startedOn = true
      this.runFrom ??= from
      return
    }
    if (this.last !== null && this.last !== side) this.note(this.runFrom ?? from, this.runFrom !== null)
    this.first ??= side
    this.last = side
    this.runFrom = null
  }

  /** The road ends where it began: its last piece is followed by its first. */
  close(at: Position): void {
    if (this.first !== this.last) this.note(this.runFrom ?? at, this.runFrom !== null || this.startedOn)
  }

  private note(position: Position, run: boolean): void {
    this.crossings.push({ position, kind: run ? 'run' : 'cross' })
  }
}

const OTHER = { inside: 'outside', outside: 'inside', on: 'on' } as const

/** Which side of one outline a road is on while it goes. */
export class Follower {
  private side: Side | null = null

  constructor(private readonly index: OutlineIndex) {}

  begin(a: Position, b: Position, contacts: readonly Contact[]): Side {
    const fresh = contacts.some(({ edge, position }) => edge < 0 && isSamePlace(position, a))
    if (this.side === null || fresh) this.side = this.index.sideAfter(a, b)
    return this.side
  }

  pass({ edge, position }: Contact, b: Position): Side {
    this.side = edge < 0 ? this.index.sideAfter(position, b) : OTHER[this.side!]
    return this.side
  }
}

/**
 * Every passage of the road between inside and outside of the outline, in the order of the road's vertices. The road
 * is cut at each contact with the outline; each piece is inside, outside or on it, decided by exact predicates without
 * tolerance. A touch, and a stay on the outline that comes back to the same side, is none. A closed road is followed
 * round, so that its crossings are even. An edge inside another part of `outline` is none.
 */
export function crossings(line: Line, outline: Shape | OutlineIndex): readonly Crossing[] {
  const index = outline instanceof OutlineIndex ? outline : new OutlineIndex(outline)
  const passage = new Passage()
  const follower = new Follower(index)
  for (let i = 0; i + 3 < line.length; i += 2) {
    const a: Position = [line[i]!, line[i + 1]!]
    const b: Position = [line[i + 2]!, line[i + 3]!]
    if (isSamePlace(a, b)) continue
    const contacts = index.contacts(a, b)
    if (contacts.length === 0) continue
    passage.enter(a, follower.begin(a, b, contacts))
    for (const contact of contacts) {
      const { position, edge } = contact
      if (edge < 0 && (isSamePlace(position, a) || isSamePlace(position, b))) continue
      passage.enter(position, follower.pass(contact, b))
    }
  }
  const start: Position = [line[0]!, line[1]!]
  if (isClosed(line)) passage.close(start)
  return passage.crossings
}

/** A crossing among many roads and outlines, by their row numbers. */
export interface CrossingOfMany extends Crossing {
  readonly line: number
  readonly outline: number
}
