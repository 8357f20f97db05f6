import { districtGround } from '../coverage/town-grounds'
import type { Facts } from '../facts'
import { union } from '../geometry/overlay/overlay'
import { areaM2 } from '../geometry/rings/area'
import { contains } from '../geometry/rings/contains'
import { repaired } from '../geometry/rings/repair'
import { distinctVertices, isClosed, ringThrough } from '../geometry/rings/ring'
import type { Position, Ring, Shape } from '../geometry/rings/shape'
import { hierarchyOf } from '../places/hierarchy'
import { parted } from './cut'
import type { DraftGround } from './draft'
import type { DraftFault } from './faults'
import { isOneClick } from './line-faults'

/**
 * The one act that would mend a fault, as a proposal: the ground that comes of it. Null where a person has to draw
 * again, or where there is nothing to mend. The input stays as it is.
 */
export function repairOf(
  facts: Pick<Facts, 'places'>,
  ground: DraftGround,
  fault: DraftFault,
): DraftGround | null {
  if (ground.kind === 'members') return repairOfMembers(ground.codes, fault)
  const shape = repairOfShape(facts, ground.shape, fault)
  return shape && areaM2(shape) > 0 ? { kind: 'drawn', shape } : null
}

function repairOfMembers(codes: readonly string[], { code, about }: DraftFault): DraftGround | null {
  if (code !== 'unknown-member' && code !== 'member-without-ground') return null
  return { kind: 'members', codes: codes.filter((one) => one !== about) }
}

function repairOfShape(
  { places }: Pick<Facts, 'places'>,
  shape: Shape,
  { code, at }: DraftFault,
): Shape | null {
  switch (code) {
    case 'figure-eight':
    case 'unclosed':
    case 'spike':
      return repaired(code === 'unclosed' ? shape.map((rings) => rings.map(closed)) : withoutRepeats(shape))
    case 'hole-outside':
      return withHolesInside(shape)
    case 'parts-overlap':
      return union(shape.map((rings) => [rings]))
    case 'repeated-click':
      return withoutRepeats(shape)
    case 'needle':
      return withoutVertices(shape, at)
    case 'sliver':
      return withoutCrumbs(shape, at)
    case 'outside-district':
    case 'over-hole': {
      const { shape: district } = districtGround(hierarchyOf(places))
      return district && parted(shape, district).inside
    }
    default:
      return null
  }
}

/** What the holes take of their ground; what they took beyond it is nothing. */
function withHolesInside(shape: Shape): Shape {
  return shape.flatMap(([outer, ...holes]) =>
    holes.reduce<Shape>((left, hole) => parted(left, [[hole]]).outside, [[outer!]]),
  )
}

function closed(ring: Ring): Ring {
  return isClosed(ring) ? ring : Float64Array.from([...ring, ring[0]!, ring[1]!])
}

function withoutRepeats(shape: Shape): Shape {
  return shape
    .map((rings) =>
      rings
        .map((ring) => withoutClicks(distinctVertices(ring)))
        .filter((vertices) => vertices.length >= 3)
        .map(ringThrough),
    )
    .filter((rings) => rings.length > 0)
}

/** Of clicks on one spot the first stays. */
function withoutClicks(vertices: readonly Position[]): Position[] {
  const kept: Position[] = []
  for (const vertex of vertices) if (kept.length === 0 || !isOneClick(kept.at(-1)!, vertex)) kept.push(vertex)
  while (kept.length > 1 && isOneClick(kept[0]!, kept.at(-1)!)) kept.pop()
  return kept
}

function withoutVertices(shape: Shape, left: readonly Position[]): Shape {
  const out = new Set(left.map((one) => one.join()))
  return shape.map((rings) =>
    rings.map((ring) => {
      const kept = distinctVertices(ring).filter((vertex) => !out.has(vertex.join()))
      return kept.length >= 3 ? ringThrough(kept) : ring
    }),
  )
}

/** Without the polygons in which the places lie, but never without all. */
function withoutCrumbs(shape: Shape, at: readonly Position[]): Shape {
  const bySize = [...shape].sort((a, b) => areaM2([b]) - areaM2([a]))
  const crumbs = new Set(at.flatMap((one) => bySize.slice(1).filter((rings) => contains([rings], one))))
  return shape.filter((rings) => !crumbs.has(rings))
}
