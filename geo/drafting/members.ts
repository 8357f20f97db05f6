import { largest } from '../extremes'
import type { Facts, PlaceKind } from '../facts'
import { sharedAreaM2 } from '../geometry/overlay/shared-area'
import { areaM2 } from '../geometry/rings/area'
import { boundsMeet, boundsOf } from '../geometry/rings/bounds'
import type { Position, Shape } from '../geometry/rings/shape'
import { type Hierarchy, hierarchyOf } from '../places/hierarchy'
import { byCode } from '../places/tree'
import type { DraftGround } from './draft'
import { lineOf } from './drawn-line'

type Places = Pick<Facts, 'places'>
export type MembersGround = Extract<DraftGround, { kind: 'members' }>

const ground = (codes: Iterable<string>): MembersGround => ({
  kind: 'members',
  codes: [...new Set(codes)].sort(byCode),
})

/**
 * The place in, or out again. A member that lies in it goes into it; taking a part out of a larger member leaves the
 * larger one's other parts, so that nothing else changes hands.
 */
export function toggleMember({ places }: Places, { codes }: MembersGround, code: string): MembersGround {
  const hierarchy = hierarchyOf(places)
  if (codes.includes(code)) return ground(codes.filter((one) => one !== code))
  const line = hierarchy.ancestorsOf(code)
  const around = codes.find((one) => line.includes(one))
  if (around === undefined) {
    const kept = codes.filter((one) => !hierarchy.ancestorsOf(one).includes(code))
    return ground([...kept, code])
  }
  return ground([...codes.filter((one) => one !== around), ...withoutPart(hierarchy, around, code)])
}

/** Everything in a place except one part of it, in as few codes as can be. */
function withoutPart(hierarchy: Hierarchy, around: string, part: string): string[] {
  const line = [part, ...hierarchy.ancestorsOf(part)]
  return hierarchy.childrenOf(around).flatMap((child) => {
    if (child === part) return []
    return line.includes(child) ? withoutPart(hierarchy, child, part) : [child]
  })
}

/** Codes of a kind whose ground lies in the shape by more than half, ascending; without ground, whose parent's does. */
export function membersWithin({ places }: Places, shape: Shape, kind: PlaceKind): string[] {
  const hierarchy = hierarchyOf(places)
  const bounds = boundsOf(shape)
  if (!bounds) return []
  const line = lineOf(shape)
  return hierarchy.ofKind(kind).filter((code) => {
    const own = hierarchy.shapeOf(code)
    const box = own && boundsOf(own)
    if (!own || !box || !boundsMeet(box, bounds)) return false
    if (!line.comesNear(box)) return line.holds([own[0]![0]![0]!, own[0]![0]![1]!])
    return sharedAreaM2(lineOf(own), line) > areaM2(own) / 2
  })
}

/** The ground with everything of that kind inside the lasso, or without it. */
export function lassoed(
  facts: Places,
  { codes }: MembersGround,
  { shape, kind, remove = false }: { shape: Shape; kind: PlaceKind; remove?: boolean },
): MembersGround {
  const found = membersWithin(facts, shape, kind)
  if (!remove)
    return found.reduce(
      (so, code) => (holdsMember(facts, so, code) ? so : toggleMember(facts, so, code)),
      ground(codes),
    )
  return found.reduce(
    (so, code) => (holdsMember(facts, so, code) ? toggleMember(facts, so, code) : so),
    ground(codes),
  )
}

/** Whether the place, or one around it, is a member. */
export function holdsMember({ places }: Places, { codes }: MembersGround, code: string): boolean {
  const line = [code, ...hierarchyOf(places).ancestorsOf(code)]
  return line.some((one) => codes.includes(one))
}

/** Members of grounds that become one: a place inside a larger member goes into it. */
export function mergedMembers({ places }: Places, grounds: readonly MembersGround[]): MembersGround {
  const hierarchy = hierarchyOf(places)
  const all = new Set(grounds.flatMap(({ codes }) => codes))
  return ground([...all].filter((code) => !hierarchy.ancestorsOf(code).some((one) => all.has(one))))
}

/** What a cut does to members: who goes to which part whole, and whom the cut divides. */
export interface DividedMembers {
  /** codes by part, in the order of the parts; a member of which a part has more than half goes there */
  readonly parts: readonly (readonly string[])[]
  /** members of which another part has ground as well, with the share that their own part has */
  readonly divided: readonly { readonly code: string; readonly part: number; readonly share: number }[]
}

/** Share of a member's ground that another part may have by rounding alone. */
const WHOLE = 1 - 1e-6

/**
 * Members by the parts of a split, each whole to the part that has most of its ground: a member belongs whole. Those
 * that the line cuts through are named, so that a person can take the parts below them instead.
 */
export function dividedMembers(
  { places }: Places,
  { codes }: MembersGround,
  parts: readonly Shape[],
): DividedMembers {
  const hierarchy = hierarchyOf(places)
  const lines = parts.map(lineOf)
  const by: string[][] = parts.map(() => [])
  const divided: { code: string; part: number; share: number }[] = []
  for (const code of codes) {
    const shape = hierarchy.shapeOf(code)
    const shares = shape
      ? lines.map((line) => sharedAreaM2(lineOf(shape), line) / areaM2(shape))
      : parts.map(() => 0)
    const part = shares.indexOf(largest(shares))
    by[part]!.push(code)
    if (shape && shares[part]! < WHOLE) divided.push({ code, part, share: shares[part]! })
  }
  return { parts: by.map((one) => one.sort(byCode)), divided }
}

/** The place under the pointer of that kind; null where there is none. */
export function memberAt({ places }: Places, position: Position, kind: PlaceKind): string | null {
  const hierarchy = hierarchyOf(places)
  const found = hierarchy.placeAt(position[0], position[1])
  return found && hierarchy.upTo(kind, found.code)
}
