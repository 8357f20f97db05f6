import type { Hierarchy } from './hierarchy'
import { DEPTH } from './tree'

/** Whether all of its ground is drawn: its own polygon, or that of every part down to compounds. */
export function isDrawnWhole(hierarchy: Hierarchy, code: string): boolean {
  const place = hierarchy.place(code)
  if (!place) return false
  if (place.shape && place.shape.length > 0) return true
  const parts = hierarchy.partsOf(code).filter((part) => DEPTH[hierarchy.place(part)!.kind] < DEPTH.building)
  return parts.length > 0 && parts.every((part) => isDrawnWhole(hierarchy, part))
}
