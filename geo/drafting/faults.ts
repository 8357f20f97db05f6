import { districtGround } from '../coverage/town-grounds'
import type { Facts, ZoneStay } from '../facts'
import { intersection } from '../geometry/overlay/overlay'
import { sharedAreaM2 } from '../geometry/overlay/shared-area'
import { areaM2 } from '../geometry/rings/area'
import { representativePoint } from '../geometry/rings/representative-point'
import type { Position, Shape } from '../geometry/rings/shape'
import { hierarchyOf } from '../places/hierarchy'
import { SLIVER_M2 } from '../places/overlaps'
import type { Instant } from '../time/calendar'
import { groundOf, type PolicyOf, rankOf } from '../zones/ground/ground'
import { parted } from './cut'
import { type DraftGround, shapeOfDraft } from './draft'
import { lineOf } from './drawn-line'
import type { LineFault } from './line-fault'
import { lineFaults } from './line-faults'

export type DraftFaultCode =
  | LineFault['code']
  /** nothing was drawn, or no member has ground */
  | 'no-ground'
  /** a part, or all of it, lies outside the district */
  | 'outside-district'
  /** it lies over ground that the district's own line leaves out */
  | 'over-hole'
  /** a crumb that nobody meant to draw */
  | 'sliver'
  /** a stricter zone keeps ground of it */
  | 'under-stricter'
  /** codes that no place has */
  | 'unknown-member'
  /** members without any ground: they belong, but nobody sees where */
  | 'member-without-ground'

export interface DraftFault {
  readonly code: DraftFaultCode
  /** `repair`: it cannot be written like this. `say`: a person must know, and may go on */
  readonly weight: 'repair' | 'say'
  /** where to look; a point inside the ground concerned, or the vertices */
  readonly at: readonly Position[]
  /** m² concerned; null where it is not about ground */
  readonly areaM2: number | null
  /** the zone or the member concerned */
  readonly about: string | null
}

export interface FaultQuestion {
  readonly asOf: Instant
  readonly policyOf: PolicyOf
  readonly level: string
  readonly policy?: string | null
  readonly except?: string | null
}

/** m² and share of the ground below which a part is a crumb. */
const CRUMB_M2 = 25
const CRUMB_SHARE = 1e-4

/**
 * What is wrong with a ground, and where; the worst first. Where the line itself is at fault nothing else is asked,
 * for nobody knows yet which ground is meant.
 */
export function draftFaults(facts: Facts, ground: DraftGround, question: FaultQuestion): DraftFault[] {
  const line = ground.kind === 'drawn' ? lineFaults(ground.shape) : []
  if (line.some(({ weight }) => weight === 'repair')) return line.map(asFault)
  const named = ground.kind === 'members' ? memberFaults(facts, ground.codes) : []
  const shape = shapeOfDraft(facts, ground)
  if (!(areaM2(shape) > 0)) {
    const nothing: DraftFault = { code: 'no-ground', weight: 'repair', at: [], areaM2: 0, about: null }
    return [nothing, ...line.map(asFault), ...named]
  }
  const drawn = ground.kind === 'drawn' ? [...crumbs(shape), ...districtFaults(facts, shape)] : []
  return [...line.map(asFault), ...named, ...drawn, ...stricterOver(facts, shape, question)].sort(
    (a, b) => Number(b.weight === 'repair') - Number(a.weight === 'repair'),
  )
}

const asFault = ({ code, weight, at }: LineFault): DraftFault => ({
  code,
  weight,
  at,
  areaM2: null,
  about: null,
})

function memberFaults({ places }: Facts, codes: readonly string[]): DraftFault[] {
  const hierarchy = hierarchyOf(places)
  return codes.flatMap((code): DraftFault[] => {
    if (!hierarchy.place(code))
      return [{ code: 'unknown-member', weight: 'repair', at: [], areaM2: null, about: code }]
    if (hierarchy.shapeOf(code)) return []
    return [{ code: 'member-without-ground', weight: 'say', at: [], areaM2: null, about: code }]
  })
}

function crumbs(shape: Shape): DraftFault[] {
  const whole = areaM2(shape)
  const parts = shape.map((polygon) => areaM2([polygon]))
  return parts.flatMap((part, at): DraftFault[] => {
    if (shape.length < 2 || part >= Math.max(CRUMB_M2, whole * CRUMB_SHARE)) return []
    return [{ code: 'sliver', weight: 'say', at: pointIn([shape[at]!]), areaM2: part, about: null }]
  })
}

const pointIn = (shape: Shape): Position[] => {
  const point = representativePoint(shape)
  return point ? [point] : []
}

/** Ground outside the district's outer line is outside; ground in a hole of it is over a hole. */
function districtFaults({ places }: Facts, shape: Shape): DraftFault[] {
  const { shape: district } = districtGround(hierarchyOf(places))
  if (!district) return []
  const whole = areaM2(shape)
  if (whole - sharedAreaM2(lineOf(shape), lineOf(district)) <= SLIVER_M2) return []
  const beyond = parted(shape, district).outside
  const filled: Shape = district.map(([outer]) => [outer!])
  const { inside: holes, outside } = parted(beyond, filled)
  const found: DraftFault[] = []
  const [overHoles, away] = [areaM2(holes), areaM2(outside)]
  if (away > SLIVER_M2)
    found.push({
      code: 'outside-district',
      weight: whole - away > SLIVER_M2 ? 'say' : 'repair',
      at: outside.flatMap((polygon) => pointIn([polygon])),
      areaM2: away,
      about: null,
    })
  if (overHoles > SLIVER_M2)
    found.push({
      code: 'over-hole',
      weight: 'say',
      at: holes.flatMap((polygon) => pointIn([polygon])),
      areaM2: overHoles,
      about: null,
    })
  return found
}

function stricterOver(facts: Facts, shape: Shape, question: FaultQuestion): DraftFault[] {
  const { asOf, policyOf, level, policy = null, except = null } = question
  const rank = rankOf(policyOf({ policy } as ZoneStay), level)
  const line = lineOf(shape)
  return groundOf(facts, asOf, policyOf)
    .filter((zone) => zone.id !== except && zone.rank > rank)
    .flatMap((zone): DraftFault[] => {
      const shared = sharedAreaM2(line, lineOf(zone.outline))
      if (shared <= SLIVER_M2) return []
      const at = pointIn(intersection(shape, zone.outline))
      return [{ code: 'under-stricter', weight: 'say', at, areaM2: shared, about: zone.id }]
    })
}
