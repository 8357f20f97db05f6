import { type Hierarchy, residentsOf } from '#geo'
import { formatCount } from '../../i18n/format'
import { aProblem, type Problem } from '../problem'

/** The places of which their parts have more people or households than they say themselves, as one problem of the file. */
export function partsExceedProblems(file: string, hierarchy: Hierarchy): Problem[] {
  const { notes } = residentsOf(hierarchy)
  const [largest] = [...notes].sort((one, other) => other.parts - other.own - (one.parts - one.own))
  if (!largest) return []
  const name = hierarchy.place(largest.place)?.name ?? largest.place
  const seen = `${name} ${formatCount(largest.own)} < ${formatCount(largest.parts)}`
  const count = new Set(notes.map(({ place }) => place)).size
  return [aProblem(file, 'parts-exceed-place', { seen, detail: { count, areaM2: null, pairs: [] } })]
}
