import { difference, union } from '../geometry/overlay/overlay'
import { areaM2 } from '../geometry/rings/area'
import type { Shape } from '../geometry/rings/shape'
import type { Hierarchy } from './hierarchy'
import { SLIVER_M2 } from './overlaps'

/** The children of a place that take part in the count. */
export type Parts = (code: string) => readonly string[]

/** A place without polygon stands somewhere on the ground of its parent that its siblings do not cover. */
export function groundOfWhole(hierarchy: Hierarchy, code: string, parts: Parts): Shape | null {
  const parent = hierarchy.holderOf(code)
  return hierarchy.shapeOf(code) ?? (parent === null ? null : restOf(hierarchy, parent, parts).ground)
}

/** Where the rest of a place lives; `isOpen`: its parts leave it ground. */
export interface RestGround {
  readonly ground: Shape | null
  readonly isOpen: boolean
  /** the one town in which all of it lies; null where it lies in several, or in none */
  readonly town: string | null
}

/**
 * What the parts do not cover, and their ground whose people are unknown, for the rest lives in either. Where they cover
 * everything and all are known: the whole place, of which nothing tells where in it.
 */
export function restOf(hierarchy: Hierarchy, code: string, parts: Parts): RestGround {
  const shape = hierarchy.shapeOf(code)
  const parent = hierarchy.holderOf(code)
  if (!shape) {
    const ground = parent === null ? null : restOf(hierarchy, parent, parts).ground
    return { ground, isOpen: true, town: null }
  }
  const open = leftOpen(hierarchy, code, parts)
  const untold = parts(code).flatMap((part) => untoldGrounds(hierarchy, { part, holder: code }, parts))
  if (untold.length === 0) return { ground: open ?? shape, isOpen: open !== null, town: null }
  const shapes = untold.map((one) => one.shape)
  const towns = new Set(untold.map((one) => hierarchy.townOf(one.code)))
  const [town] = open || towns.size > 1 ? [null] : towns
  return { ground: union(open ? [open, ...shapes] : shapes), isOpen: true, town: town! }
}

/** What the parts of a place leave of its own polygon. */
function leftOpen(hierarchy: Hierarchy, code: string, parts: Parts): Shape | null {
  const { shape } = hierarchy.place(code)!
  if (!shape) return null
  const open = difference(shape, covering(hierarchy, code, parts))
  return areaM2(open) > SLIVER_M2 ? open : null
}

/**
 * The ground of a part on which people live of whom nobody tells: of one that says none itself what its parts leave open,
 * and theirs; so of one that others were merged into, or that was split, as before the change.
 */
function untoldGrounds(
  hierarchy: Hierarchy,
  { part, holder }: { readonly part: string; readonly holder: string },
  parts: Parts,
): { readonly code: string; readonly shape: Shape }[] {
  const { people, former } = hierarchy.place(part)!
  if (people !== null) return []
  const inside = parts(part)
  if (inside.length > 0) {
    const open = leftOpen(hierarchy, part, parts)
    const theirs = inside.flatMap((one) => untoldGrounds(hierarchy, { part: one, holder: part }, parts))
    return open ? [{ code: part, shape: open }, ...theirs] : theirs
  }
  if (former && !former.heirs.includes(holder)) return []
  const shape = hierarchy.shapeOf(part)
  return shape && shape.length > 0 ? [{ code: part, shape }] : []
}

/** The grounds whose people are told apart: a former place of which nothing is told any more covers what lies in it. */
function covering(hierarchy: Hierarchy, code: string, parts: Parts): Shape[] {
  return parts(code).flatMap((part) => {
    const { people, former } = hierarchy.place(part)!
    if (former && people === null) return covering(hierarchy, part, parts)
    const shape = hierarchy.shapeOf(part)
    return shape && shape.length > 0 ? [shape] : []
  })
}
