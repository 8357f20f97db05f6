import {
  areaM2,
  type Facts,
  type Hierarchy,
  hierarchyOf,
  intersection,
  overlapAreaM2,
  type Place,
  type Position,
  representativePoint,
  type Shape,
  type SiblingOverlaps,
  siblingGaps,
  siblingOverlaps,
  union,
} from '#geo'
import type { Policies } from '../across'
import type { ListFile } from '../list-file'
import { aProblem, type Problem, type ProblemCode, type ProblemPair } from '../problem'
import { overProblems, type PlacesOver, placesOver } from './over-places'
import { partsExceedProblems } from './parts-exceed'
import { zonesBeyond } from './zones-beyond'
import { zonesOverEachOther } from './zones-over'

/** Share of the area from which a drawn shape is said to differ from its members. */
const DIFFERS = 0.01

/** So many of the largest pairs are told with a position in their ground. */
const PLACED = 20

export interface GroundContext {
  readonly places: readonly Place[]
  readonly existing: Facts | null
  readonly policies: Policies
  /** id of the policy that zones follow which name none */
  readonly policy: string | null
}

/** What only shows on the ground: places and zones that lie over each other, gaps, drawn zones that differ from their members. */
export function groundProblems(
  lists: readonly ListFile[],
  context: GroundContext,
): { readonly problems: readonly Problem[]; readonly over: readonly PlacesOver[] } {
  const { places, existing } = context
  const hierarchy = hierarchyOf(places)
  const list = lists.find(({ kind, taken }) => kind.list === 'places' && taken.length > 0)
  const overlaps = list ? siblingOverlaps(hierarchy) : null
  const over = placesOver(lists, { existing, pairs: overlaps?.pairs ?? [] })
  const problems = [
    ...overProblems(over).map((problem) => withPlaced(problem, hierarchy)),
    ...(list && overlaps ? overlapProblem(list, overlaps, hierarchy) : []),
    ...(list && overlaps?.isComplete ? pairsProblem(list.path, 'gaps-between', siblingGaps(hierarchy)) : []),
    ...(list ? partsExceedProblems(list.path, hierarchy) : []),
    ...shapeProblems(lists, hierarchy),
  ]
  const zones = zonesOverEachOther(lists, { ...context, hierarchy })
  const beyond = zonesBeyond(lists, { places, hierarchy })
  return {
    problems: [
      ...problems,
      ...(zones ? pairsProblem(zones.file, 'zones-overlap', zones.pairs) : []),
      ...beyond.flatMap(({ file, pairs }) => pairsProblem(file, 'zones-beyond-district', pairs)),
    ],
    over,
  }
}

/** All pairs as one problem of the file; none where there are no pairs. */
function pairsProblem(file: string, code: ProblemCode, pairs: readonly ProblemPair[]): Problem[] {
  if (pairs.length === 0) return []
  const sum = pairs.reduce((total, pair) => total + pair.areaM2, 0)
  const [{ a, b }] = pairs as [ProblemPair]
  const seen = pairs.length === 1 ? `${a} × ${b}` : `${a} × ${b} … (${pairs.length})`
  const detail = { count: pairs.length, areaM2: sum, pairs }
  return [aProblem(file, code, { column: 'geometry', seen, detail })]
}

/** All overlapping pairs as one problem, at the file of the smallest code. Nothing is said when no places came. */
function overlapProblem(
  list: ListFile,
  { pairs, isComplete }: SiblingOverlaps,
  hierarchy: Hierarchy,
): Problem[] {
  const code = isComplete ? 'siblings-overlap' : 'siblings-overlap-everywhere'
  return pairsProblem(list.path, code, pairs).map((problem) => withPlaced(problem, hierarchy))
}

/** The problem with a position in the common ground of its largest pairs of places. */
function withPlaced(problem: Problem, hierarchy: Hierarchy): Problem {
  const { detail } = problem
  if (!detail) return problem
  const largest = new Set([...detail.pairs].sort((one, two) => two.areaM2 - one.areaM2).slice(0, PLACED))
  const pairs = detail.pairs.map((pair) => ({
    ...pair,
    position: largest.has(pair) ? positionIn(hierarchy.place(pair.a), hierarchy.place(pair.b)) : null,
  }))
  return { ...problem, detail: { ...detail, pairs } }
}

function positionIn(a: Place | null, b: Place | null): Position | null {
  return a?.shape && b?.shape ? representativePoint(intersection(a.shape, b.shape)) : null
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
