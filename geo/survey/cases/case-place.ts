import { textAt } from '../../columns'
import type { CaseTable } from '../../facts'
import type { Hierarchy } from '../../places/hierarchy'

const known = new WeakMap<Hierarchy, WeakMap<CaseTable, readonly (string | null)[]>>()

/** What holds the positions of the cases that name no place: asked once for all of them. */
function codesByPosition(cases: CaseTable, hierarchy: Hierarchy): readonly (string | null)[] {
  let ofHierarchy = known.get(hierarchy)
  if (!ofHierarchy) known.set(hierarchy, (ofHierarchy = new WeakMap()))
  let codes = ofHierarchy.get(cases)
  if (!codes) {
    const { lat } = cases
    const lon = cases.lon.map((x, row) => (textAt(cases.place, row) === null ? x : Number.NaN))
    ofHierarchy.set(cases, (codes = hierarchy.codesAt({ lon, lat })))
  }
  return codes
}

/** Code of the place of a case, else of the deepest place that holds its position; null where neither is known. */
export function placeOfCase(cases: CaseTable, hierarchy: Hierarchy): (row: number) => string | null {
  return (row) => textAt(cases.place, row) ?? codesByPosition(cases, hierarchy)[row]!
}
