import {
  areaM2,
  type Facts,
  type Hierarchy,
  hierarchyOf,
  overlapAreaM2,
  type Place,
  type Shape,
  type SiblingOverlaps,
  siblingOverlaps,
  union,
} from '#geo'
import { overProblems, type PlacesOver, placesOver } from './over-places'
import { aProblem, type Problem } from './problem'
import type { ListFile } from './read-list'

/** Share of the area from which a drawn shape is said to differ from its members. */
const DIFFERS = 0.01

/** What only shows on the ground: places that overlap their siblings, drawn zones that differ from their members. */
export function groundProblems(
  lists: readonly ListFile[],
  places: readonly Place[],
  existing: Facts | null,
): { readonly problems: readonly Problem[]; readonly over: readonly PlacesOver[] } {
  if (places.length === 0) return { problems: [], over: [] }
  const hierarchy = hierarchyOf(places)
  const list = lists.find(({ kind, taken }) => kind.list === 'places' && taken.length > 0)
  const overlaps = list ? siblingOverlaps(hierarchy) : null
  const over = placesOver(lists, { existing, pairs: overlaps?.pairs ?? [] })
  const problems = list && overlaps ? overlapProblem(list, overlaps) : []
  return { problems: [...overProblems(over), ...problems, ...shapeProblems(lists, hierarchy)], over }
}

/** All overlapping pairs as one problem, at the file of the smallest code. Nothing is said when no places came. */
function overlapProblem(list: ListFile, { pairs, isComplete }: SiblingOverlaps): Problem[] {
  if (pairs.length === 0) return []
  const sum = pairs.reduce((total, pair) => total + pair.areaM2, 0)
  const [{ a, b }] = pairs as [(typeof pairs)[number]]
  const seen = pairs.length === 1 ? `${a} × ${b}` : `${a} × ${b} … (${pairs.length})`
  const detail = { count: pairs.length, areaM2: sum, pairs }
  const code = isComplete ? 'siblings-overlap' : 'siblings-overlap-everywhere'
  return [aProblem(list.path, code, { column: 'geometry', seen, detail })]
}

function shapeProblems(lists: readonly ListFile[], hierarchy: Hierarchy): Problem[] {
  const zones = lists.filter(({ kind }) => kind.list === 'zones')
  return zones.flatMap((list) =>
    list.taken.flatMap(({ row, values }) => {
      const { members, shape } = values
      if (typeof members !== 'string' || !Array.isArray(shape)) return []
      const differs = differenceM2(shape as Shape, members.split(';'), hierarchy)
      if (differs === null) return []
      const detail = { count: 1, areaM2: differs, pairs: [] }
      return [
        aProblem(list.path, 'shape-differs', { row, column: 'geometry', seen: String(values.id), detail }),
      ]
    }),
  )
}

/** m² that only one of the two holds, where it is more than `DIFFERS` of the members' area; else null. */
function differenceM2(drawn: Shape, members: readonly string[], hierarchy: Hierarchy): number | null {
  const parts = members.map((code) => hierarchy.shapeOf(code))
  if (parts.some((part) => part === null || part.length === 0)) return null
  const grounds = parts as Shape[]
  const together = grounds.length === 1 ? grounds[0]! : union(grounds)
  const whole = areaM2(together)
  const differs = areaM2(drawn) + whole - 2 * overlapAreaM2(drawn, together)
  return differs > DIFFERS * whole ? differs : null
}
