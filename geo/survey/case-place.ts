import { textAt } from '../columns'
import type { CaseTable } from '../facts'
import type { Hierarchy } from '../places/hierarchy'

/** Code of the place of a case, else of the deepest place that holds its position; null where neither is known. */
export function placeOfCase(cases: CaseTable, hierarchy: Hierarchy): (row: number) => string | null {
  return (row) => {
    const named = textAt(cases.place, row)
    if (named !== null) return named
    const [lon, lat] = [cases.lon[row]!, cases.lat[row]!]
    return Number.isNaN(lon) || Number.isNaN(lat) ? null : (hierarchy.placeAt(lon, lat)?.code ?? null)
  }
}
