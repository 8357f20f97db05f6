import { isLeaf } from '../conditions/leaf-expression'
import type { Authority, Condition } from '../policy/policy'

/** A leaf of a rule and where it stands. */
export interface PlacedLeaf {
  /** its own, else the one said on the `not` above it, else its path (`when.all.2`) */
  readonly id: string
  readonly leaf: Condition
  readonly authority: Authority
  /** under an odd number of `not` */
  readonly negated: boolean
  /** index of the part of the rule's outermost `all` (of nested ones the innermost) it stands in */
  readonly part: number
}

/** The parts that must all hold; an `all` without words inside an `all` counts as its parts. */
export function partsOf(rule: Condition): Condition[] {
  if (!('all' in rule)) return [rule]
  return rule.all.flatMap((part) => ('all' in part && part.id === undefined ? partsOf(part) : [part]))
}

/** The leaves of a rule in document order. */
export function leavesOf(rule: Condition | null): PlacedLeaf[] {
  if (!rule) return []
  const start = { path: 'when', authority: rule.authority ?? 'national', negated: false, part: 0 } as const
  if (!('all' in rule)) return leavesIn(rule, start)
  let part = 0
  const walk = (all: Extract<Condition, { all: unknown }>, path: string): PlacedLeaf[] =>
    all.all.flatMap((one, i) => {
      const below = `${path}.all.${i}`
      if ('all' in one && one.id === undefined) return walk(one, below)
      return leavesIn(one, { ...start, path: below, part: part++ })
    })
  return walk(rule, 'when')
}

interface Place {
  readonly path: string
  readonly authority: Authority
  readonly negated: boolean
  readonly part: number
  readonly saidId?: string | undefined
}

function leavesIn(condition: Condition, place: Place): PlacedLeaf[] {
  const authority = condition.authority ?? place.authority
  const { negated, part } = place
  const below = (one: Condition, path: string): PlacedLeaf[] =>
    leavesIn(one, { path: `${place.path}.${path}`, authority, negated, part })
  if ('all' in condition) return condition.all.flatMap((one, i) => below(one, `all.${i}`))
  if ('any' in condition) return condition.any.flatMap((one, i) => below(one, `any.${i}`))
  const saidId = condition.id ?? place.saidId
  if ('not' in condition)
    return leavesIn(condition.not, {
      ...{ path: `${place.path}.not`, authority, negated: !negated, part, saidId },
    })
  if (!isLeaf(condition)) return []
  return [{ id: saidId ?? place.path, leaf: condition, authority, negated, part }]
}
