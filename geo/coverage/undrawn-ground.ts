import { isDrawnWhole } from '../places/drawn-ground'
import type { Hierarchy } from '../places/hierarchy'
import type { ZoneGround } from '../zones/ground/ground'

type Towns = ReadonlySet<string | null>

/**
 * In which towns (null: none) ground of a zone lies that nobody drew; empty where all of it is drawn. A member that no
 * list knows may lie in any of its towns.
 */
export function undrawnTowns(hierarchy: Hierarchy, { stay, outline, members }: ZoneGround): Towns {
  if (members.length === 0) return new Set(outline.length > 0 ? [] : [null])
  if ((stay.drawn ?? []).length > 0) return new Set()
  const isUnknown = stay.members.some((code) => !hierarchy.place(code))
  const open = isUnknown ? members : members.filter((code) => !isDrawnWhole(hierarchy, code))
  return new Set(open.map((code) => hierarchy.townOf(code)))
}

/** Towns of which not all is drawn, and null where that is so of a place that lies in none. */
export function undrawnOf(hierarchy: Hierarchy): Towns {
  const townless = hierarchy.tops.filter(
    (code) => hierarchy.place(code)!.kind !== 'district' && hierarchy.townOf(code) === null,
  )
  const open = (code: string): boolean => !hierarchy.isFormer(code) && !isDrawnWhole(hierarchy, code)
  return new Set([...hierarchy.ofKind('town').filter(open), ...(townless.some(open) ? [null] : [])])
}

/** Whether ground of the district is missing: a place around which nothing lies is not drawn whole. */
export const isDistrictOpen = (hierarchy: Hierarchy): boolean =>
  hierarchy.tops.some((code) => !isDrawnWhole(hierarchy, code))
