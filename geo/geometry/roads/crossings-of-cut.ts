import { isSamePlace } from '../overlay/edge'
import { runsWith } from '../overlay/shared-area'
import { isClosed } from '../rings/ring'
import type { Side } from '../rings/ring-side'
import type { Line, Position } from '../rings/shape'
import { type Crossing, Follower, Passage } from './crossings'
import type { Contact, OutlineIndex } from './outline-index'

interface Stop {
  readonly contact: Contact
  readonly ofCut: boolean
}

/** Places where a stretch of road meets either outline, in its order; its own ends are not among them. */
function stopsOf(
  a: Position,
  b: Position,
  { own, cut }: { own: readonly Contact[]; cut: readonly Contact[] },
): Stop[] {
  const axis = Math.abs(b[0] - a[0]) >= Math.abs(b[1] - a[1]) ? 0 : 1
  const sign = b[axis] > a[axis] ? 1 : -1
  return [
    ...own.map((contact) => ({ contact, ofCut: false })),
    ...cut.map((contact) => ({ contact, ofCut: true })),
  ]
    .filter(
      ({ contact: { edge, position } }) =>
        edge >= 0 || (!isSamePlace(position, a) && !isSamePlace(position, b)),
    )
    .sort((m, n) => sign * (m.contact.position[axis] - n.contact.position[axis]))
}

/** Both outlines are met in one place: what lies between the two is nothing, and on neither side. */
const isOfBoth = (last: Stop | undefined, stop: Stop): boolean =>
  last !== undefined && last.ofCut !== stop.ofCut && isSamePlace(last.contact.position, stop.contact.position)

/**
 * The crossings of a road with an outline from which another one is cut out, without making the cut: as `crossings`
 * says of the difference, whose rim is the outline outside the cut and the cut's line inside the outline. Both wound.
 */
export function crossingsOfCut(line: Line, outline: OutlineIndex, cut: OutlineIndex): readonly Crossing[] {
  const passage = new Passage()
  const [own, other] = [new Follower(outline), new Follower(cut)]
  for (let i = 0; i + 3 < line.length; i += 2) {
    const a: Position = [line[i]!, line[i + 1]!]
    const b: Position = [line[i + 2]!, line[i + 3]!]
    if (isSamePlace(a, b)) continue
    const contacts = { own: outline.contacts(a, b), cut: cut.contacts(a, b) }
    let [side, sideOfCut] = [own.begin(a, b, contacts.own), other.begin(a, b, contacts.cut)]
    const stops = stopsOf(a, b, contacts)
    let from = a
    const enter = (to: Position): void =>
      passage.enter(from, joined({ side, sideOfCut }, { outline, cut, from, to }))
    for (const [at, { contact, ofCut }] of stops.entries()) {
      if (!isOfBoth(stops[at - 1], stops[at]!)) enter(contact.position)
      if (ofCut) sideOfCut = other.pass(contact, b)
      else side = own.pass(contact, b)
      from = contact.position
    }
    enter(b)
  }
  const start: Position = [line[0]!, line[1]!]
  if (isClosed(line)) passage.close(start)
  return passage.crossings
}

interface Sides {
  readonly side: Side
  readonly sideOfCut: Side
}

interface Stretch {
  readonly outline: OutlineIndex
  readonly cut: OutlineIndex
  readonly from: Position
  readonly to: Position
}

/** The side of the difference. Where both lines run together it depends on whether their grounds lie on one side. */
function joined({ side, sideOfCut }: Sides, { outline, cut, from, to }: Stretch): Side {
  if (side === 'outside' || sideOfCut === 'inside') return 'outside'
  if (side === 'inside') return sideOfCut === 'outside' ? 'inside' : 'on'
  if (sideOfCut === 'outside') return 'on'
  const piece = [from[0], from[1], to[0], to[1]] as const
  return runsWith(outline, piece) === runsWith(cut, piece) ? 'outside' : 'on'
}
