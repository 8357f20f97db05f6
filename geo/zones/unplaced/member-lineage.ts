import type { PlaceKind } from '../../facts'
import type { Hierarchy } from '../../places/hierarchy'

/** What the hierarchy tells of the members of a zone. */
export interface MemberLineage {
  readonly kinds: readonly PlaceKind[]
  /** codes of all places around them */
  readonly around: ReadonlySet<string>
  /** codes of what holds members of which only their ground tells more */
  readonly holding: ReadonlySet<string>
  /** it has members, and all are known places */
  readonly isWhole: boolean
}

export function lineageOf(members: readonly string[], hierarchy: Hierarchy): MemberLineage {
  const known = members.flatMap((code) => hierarchy.place(code) ?? [])
  const loose = known.filter(({ former }) => former?.role === 'loose')
  return {
    kinds: [...new Set(known.map(({ kind }) => kind))],
    around: new Set(known.flatMap(({ code }) => hierarchy.ancestorsOf(code))),
    holding: new Set(loose.flatMap(({ code }) => hierarchy.holderOf(code) ?? [])),
    isWhole: members.length > 0 && known.length === members.length,
  }
}

/** Whether nothing drawn tells where a member lies: no known place, or neither it nor what it lies in has a line of its own. */
export function mayBeAnywhere(code: string, hierarchy: Hierarchy): boolean {
  if (!hierarchy.place(code)) return true
  if (hierarchy.shapeOf(code) !== null) return false
  return hierarchy.ancestorsOf(code).every((one) => !hierarchy.place(one)?.shape?.length)
}
