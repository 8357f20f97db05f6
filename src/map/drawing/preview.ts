import {
  type CutAnswer,
  type CutRefusal,
  type DividedMembers,
  type DraftGround,
  mergedShape,
  type Position,
  remainderOf,
  ringRound,
  roundLine,
  roundPositions,
  type Shape,
  splitShape,
  trimmedTo,
  widened,
  withHole,
} from '#geo'
import type { Draft } from './draft'
import { joined, ringOf } from './step-line'

/** Ground as the tool under way would leave it. */
export interface Preview {
  /** what would be saved; null is nothing */
  readonly ground: DraftGround | null
  /** grounds of a split, the largest first; empty for every other tool */
  readonly parts: readonly DraftGround[]
  /** members that the line of a split cuts, and the part (from 0) to which each goes whole */
  readonly divided: DividedMembers['divided']
  /** why the tool gives nothing here */
  readonly refusal: CutRefusal | null
}

/** The shapes a preview is made from. */
export interface Grounds {
  shapeOf(ground: DraftGround): Shape
  placeShape(code: string): Shape
  zoneShape(id: string): Shape
  /** the members of these zones together; null where one of them is drawn */
  mergedMembers(zones: readonly string[]): DraftGround | null
  readonly held: readonly Shape[]
  /** what a cut into these shapes does to members */
  divided(codes: readonly string[], parts: readonly Shape[]): DividedMembers
}

const plain = (ground: DraftGround | null): Preview => ({ ground, parts: [], divided: [], refusal: null })

const drawn = (answer: CutAnswer<Shape>): Preview =>
  answer.ok ? plain({ kind: 'drawn', shape: answer.value }) : { ...plain(null), refusal: answer.reason }

const flat = (line: readonly Position[]): Float64Array => Float64Array.from(line.flat())

/** The open line with the pointer as its next vertex. */
export function withPointer({ work, pointer, snap, stroke }: Draft): readonly Position[] {
  if (stroke) return stroke
  const next = snap?.position ?? pointer?.at
  return next && work.line.length > 0 ? [...work.line, next] : work.line
}

/** What the drawing would be if it were finished now, the pointer's position taken as a vertex. */
export function previewOf(draft: Draft, grounds: Grounds): Preview {
  const { tool, work, zone } = draft
  const shape = (): Shape => (work.ground ? grounds.shapeOf(work.ground) : [])
  switch (tool) {
    case 'polygon':
    case 'freehand': {
      const line = withPointer(draft)
      if (line.length < 3 || work.ground?.kind === 'members') return plain(work.ground)
      const next = ringOf(line)
      return plain({ kind: 'drawn', shape: work.ground ? joined(shape(), next) : next })
    }
    case 'buffer':
      return bufferOf(draft, grounds)
    case 'ring':
      return zone || work.ground
        ? drawn(ringRound(zone ? grounds.zoneShape(zone) : shape(), draft.metres))
        : plain(null)
    case 'remainder':
      return work.other ? drawn(remainderOf(grounds.placeShape(work.other), grounds.held)) : plain(null)
    case 'split':
      return splitOf(draft, grounds)
    case 'merge':
      return mergeOf(draft, grounds)
    case 'hole':
      if (work.line.length < 3) return plain(work.ground)
      return orKept(drawn(withHole(shape(), ringOf(work.line))), work.ground)
    case 'trim':
      if (!work.other) return plain(work.ground)
      return orKept(drawn(trimmedTo(shape(), grounds.placeShape(work.other))), work.ground)
    default:
      return plain(work.ground)
  }
}

/** A refused cut leaves the ground as it was, and says why. */
const orKept = (preview: Preview, kept: DraftGround | null): Preview =>
  preview.refusal ? { ...preview, ground: kept } : preview

function bufferOf({ work, source, zone, metres }: Draft, grounds: Grounds): Preview {
  if (source === 'zone') return zone ? drawn(widened(grounds.zoneShape(zone), metres)) : plain(null)
  if (work.line.length === 0) return plain(null)
  if (source === 'points') return drawn(roundPositions(work.line, metres))
  return work.line.length > 1 ? drawn(roundLine(flat(work.line), metres)) : plain(null)
}

/** Drawn ground is cut; members go whole to the part that has most of them. */
function splitOf({ work }: Draft, grounds: Grounds): Preview {
  const { ground, line } = work
  if (!ground || line.length < 2) return plain(ground)
  const answer = splitShape(grounds.shapeOf(ground), flat(line))
  if (!answer.ok) return { ...plain(ground), refusal: answer.reason }
  if (ground.kind === 'drawn')
    return { ...plain(ground), parts: answer.value.map((shape) => ({ kind: 'drawn', shape })) }
  const { parts, divided } = grounds.divided(ground.codes, answer.value)
  const filled = parts.filter((codes) => codes.length > 0)
  if (filled.length < 2) return { ...plain(ground), refusal: 'line-does-not-part' }
  return { ...plain(ground), parts: filled.map((codes) => ({ kind: 'members', codes })), divided }
}

/** Members stay members where both zones are made of them; else the ground is drawn. */
function mergeOf({ zone, work }: Draft, grounds: Grounds): Preview {
  if (!zone || !work.other) return plain(null)
  const members = grounds.mergedMembers([zone, work.other])
  if (members) return plain(members)
  return drawn(mergedShape([grounds.zoneShape(zone), grounds.zoneShape(work.other)]))
}
