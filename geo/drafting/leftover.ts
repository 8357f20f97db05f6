import { inTakingOrder } from '../coverage/shares'
import { districtGround } from '../coverage/town-grounds'
import { dissolve } from '../geometry/overlay/dissolve'
import type { Shape } from '../geometry/rings/shape'
import type { Hierarchy } from '../places/hierarchy'
import type { ZoneGround } from '../zones/ground/ground'
import { parted } from './cut'
import { lineOf } from './drawn-line'
import { CrossingsOfLine, type RoadsNear } from './inside/crossings-inside'
import type { Residents } from './inside/residents'
import { ResidentsInside, type Taken } from './inside/residents-inside'
import { MovingShare } from './moving-share'

/** Everything of a measure that hangs on which zones take the ground before the draft. */
export interface Leftover {
  readonly taken: Taken
  readonly residents: ResidentsInside
  readonly crossings: CrossingsOfLine
  /** ground of the district that is taken */
  readonly blocked: MovingShare | null
  last: Shape | null
}

export interface LeftoverSetting {
  readonly roads: RoadsNear
  readonly residents: Residents
  /** zones that take ground before the draft */
  readonly before: readonly ZoneGround[]
}

/** What is left when those before have taken their ground; made once for each set of them. */
export function leftoverOf({ roads, residents, before }: LeftoverSetting): Leftover {
  const outlines = before.flatMap(({ outline }) => (outline.length > 0 ? [outline] : []))
  const blockedShape = outlines.length > 0 ? dissolve(outlines) : []
  const blocked = blockedShape.length > 0 ? lineOf(blockedShape) : null
  const taken: Taken = { before: inTakingOrder(before, (zone) => zone.areaM2), blockedShape, blocked }
  const { shape } = districtGround(residents.hierarchy)
  const within = shape ? parted(blockedShape, shape).inside : blockedShape
  return {
    taken,
    residents: new ResidentsInside(residents, taken),
    crossings: new CrossingsOfLine(roads, blockedShape),
    blocked: within.length > 0 ? new MovingShare(lineOf(within)) : null,
    last: null,
  }
}

/** Below a compound: such members change how people are shared out. */
export function isSmall(hierarchy: Hierarchy, code: string): boolean {
  const kind = hierarchy.place(code)?.kind
  return kind === 'building' || kind === 'unit'
}
