import { BoxIndex } from '../../geometry/box-index'
import { boundsOf } from '../../geometry/rings/bounds'
import type { Bounds, Position, Shape } from '../../geometry/rings/shape'
import type { Hierarchy } from '../../places/hierarchy'
import { type ResidentUnit, residentsOf } from '../../places/people'

export interface Unit {
  readonly unit: ResidentUnit
  readonly line: readonly string[]
  /** bounds within which its ground lies; null where nothing is drawn */
  readonly bounds: Bounds | null
  /** a vertex of the wider ground, asked where no line comes near */
  readonly point: Position | null
}

/** Everybody who lives in the district, by places that add up, found by position. Nothing of any zone is in it. */
export class Residents {
  readonly units: readonly Unit[]
  private readonly index: BoxIndex

  /** `split` as in `residentsOf`. */
  constructor(
    readonly hierarchy: Hierarchy,
    split: ReadonlySet<string>,
  ) {
    this.units = residentsOf(hierarchy, split).units.map((unit) => unitOf(hierarchy, unit))
    this.index = new BoxIndex(this.units.map(({ bounds }) => bounds))
  }

  /** Numbers of the units whose ground may meet the bounds. */
  near(bounds: Bounds | null): readonly number[] {
    return this.index.near(bounds)
  }
}

const kept = new WeakMap<Hierarchy, Map<string, Residents>>()
const KEPT = 4

/** The same of the same places and the same `split`: what is left of a village is cut out once. */
export function residentsBy(hierarchy: Hierarchy, split: ReadonlySet<string>): Residents {
  let own = kept.get(hierarchy)
  if (!own) kept.set(hierarchy, (own = new Map()))
  const key = [...split].sort().join(' ')
  let found = own.get(key)
  if (!found) {
    if (own.size >= KEPT) own.delete(own.keys().next().value!)
    own.set(key, (found = new Residents(hierarchy, split)))
  }
  return found
}

function unitOf(hierarchy: Hierarchy, unit: ResidentUnit): Unit {
  const around: Shape | null = unit.part === 'rest' ? hierarchy.shapeOf(unit.code) : null
  const wide = around ?? (isEmpty(unit) ? hierarchy.shapeOf(unit.code) : unit.ground())
  const first = wide?.[0]?.[0]
  return {
    unit,
    line: [unit.code, ...hierarchy.ancestorsOf(unit.code)],
    bounds: wide && boundsOf(wide),
    point: first ? [first[0]!, first[1]!] : null,
  }
}

/** Nobody lives there and nothing is counted. */
export function isEmpty(unit: ResidentUnit): boolean {
  return !unit.people && !unit.households && unit.asked + unit.untold + unit.householdsUntold === 0
}
