import type { AlongAnswer, CoverageAnswer, EndAtLine, LineCrossing, PerimeterAnswer } from '../answers'
import type { Facts } from '../facts'
import type { Shape } from '../geometry/rings/shape'
import type { Along } from '../geometry/roads/along'
import { byCode } from '../places/tree'
import type { Instant } from '../time/calendar'
import { type DistinctCrossing, distinctOf } from './distinct-crossings'
import { passageJudge } from './passage-judge'
import { passagesOf, saidOf } from './passages'
import { arePostsTold } from './posts'

/** A zone at an hour. `outline` is its ground as it is drawn: with a hole where a stricter zone lies. */
export interface ZoneOutline {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly outline: Shape
  /** how much of its own ground anybody drew, stricter zones not cut out; absent: all of what is here */
  readonly drawn?: 'all' | 'part' | 'none'
}

export interface DistrictOutline {
  readonly id: string
  readonly name: string
  readonly outline: Shape
}

export interface PerimeterCount {
  readonly guarded: number | null
  readonly unguarded: number | null
  readonly closed: number | null
}

export interface Perimeter {
  /** by id; null where no roads are known */
  readonly perimeter: readonly PerimeterAnswer[] | null
  /** zones only, a point shared by several once; the district's own line is not in it. Null where no line is known */
  readonly total: CoverageAnswer['perimeterTotal']
  /** what `total` counts */
  readonly distinct: readonly DistinctCrossing[]
  /** by line, as `perimeter`, which it is null with */
  readonly endsAtLine: readonly EndAtLine[] | null
}

/** Nobody asks for a post there: one passes anywhere along the road. */
function alongAnswer({ position, lines, lengthM }: Along, { roads }: Facts): AlongAnswer {
  const named = new Set(lines.flatMap((line) => roads[line]!.name ?? []))
  const road = named.size > 0 ? [...named].join(' / ') : null
  return { position, road, class: roads[lines[0]!]!.class, lengthM }
}

const UNKNOWN_LINE = { guarded: null, unguarded: null, closed: null }

/** Where no list tells the checkpoints nobody knows how an open road is held. */
export const asTold = <T extends LineCrossing>(
  crossings: readonly T[],
  facts: Facts,
): readonly LineCrossing[] =>
  arePostsTold(facts)
    ? crossings
    : crossings.map((one) => (one.state === 'unguarded' ? { ...one, state: null } : one))

/** Crossings by state; unknown where that of one is. */
export function countOf(crossings: readonly LineCrossing[]): PerimeterCount {
  if (crossings.some(({ state }) => state === null)) return UNKNOWN_LINE
  const of = (state: LineCrossing['state']): number => crossings.filter((one) => one.state === state).length
  return { guarded: of('guarded'), unguarded: of('unguarded'), closed: of('closed') }
}

/** From west to east, then from south to north, then by road: whatever the order of the roads. */
function byPosition(one: EndAtLine, other: EndAtLine): number {
  const [[x, y], [otherX, otherY]] = [one.position, other.position]
  return (
    x - otherX || y - otherY || byCode(one.road ?? '', other.road ?? '') || byCode(one.class, other.class)
  )
}

const isDrawn = ({ outline }: ZoneOutline) => (outline.length > 0 ? 'all' : 'none')

function unheldOf(crossings: readonly LineCrossing[]) {
  const unheldClosed = crossings.filter(({ state }) => state === 'closed').length
  return { unheld: crossings.length, ...(unheldClosed > 0 ? { unheldClosed } : {}) }
}

function totalOf(
  crossings: readonly LineCrossing[],
  zones: readonly { readonly drawn: NonNullable<ZoneOutline['drawn']> }[],
): Perimeter['total'] {
  const untold = zones.filter(({ drawn }) => drawn !== 'all').length
  if (zones.length > 0 && zones.every(({ drawn }) => drawn === 'none')) return null
  const count = countOf(crossings)
  return {
    ...count,
    ...(count.guarded === null ? unheldOf(crossings) : {}),
    ...(untold > 0 ? { untold } : {}),
  }
}

/**
 * Every crossing of the zones' lines and of the district's, with its post at the hour. The rim of a hole cut for a
 * stricter zone is the surrounding zone's line too (“drawn, counted and measured with a hole”): such a crossing
 * stands in both lists and once in the total. Roads not known: null.
 */
export function perimeter(
  facts: Facts,
  zones: readonly ZoneOutline[],
  { district, asOf }: { readonly district: DistrictOutline | null; readonly asOf: Instant },
): Perimeter {
  if (!facts.stated.has('roads')) return { perimeter: null, total: null, distinct: [], endsAtLine: null }
  const judge = passageJudge(facts, asOf)
  const listed = [
    ...zones.map((zone) => ({ ...zone, kind: 'zone' as const, drawn: zone.drawn ?? isDrawn(zone) })),
    ...(district
      ? [{ ...district, level: 'district', kind: 'district' as const, drawn: 'all' as const }]
      : []),
  ]
    .sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
    .map(({ outline, ...rest }) => {
      const { ends, along, ...passages } = passagesOf(facts.roads, outline)
      return {
        ...rest,
        crossings: judge(passages),
        ends,
        along: along.map((one) => alongAnswer(one, facts)),
      }
    })
  const distinct = distinctOf(
    listed.filter(({ kind }) => kind === 'zone'),
    (line) => saidOf(facts.roads[line]!),
  )
  const areZonesTold = zones.length > 0 || facts.stated.has('zones')
  if (!areZonesTold && district === null)
    return { perimeter: null, total: null, distinct: [], endsAtLine: null }
  return {
    perimeter: listed.map(({ crossings, ends: _, drawn, ...rest }) => {
      const answers = asTold(
        crossings.map(({ crossing }) => crossing),
        facts,
      )
      const counts = drawn === 'none' ? UNKNOWN_LINE : countOf(answers)
      return { ...rest, crossings: answers, ...counts, ...(drawn === 'part' ? { isPartlyDrawn: true } : {}) }
    }),
    total: areZonesTold
      ? totalOf(
          asTold(
            distinct.map(({ crossing }) => crossing),
            facts,
          ),
          listed.filter(({ kind }) => kind === 'zone'),
        )
      : null,
    distinct,
    endsAtLine: listed.flatMap(({ id, kind, ends }) =>
      ends
        .map(({ line, position }) => {
          const { name, class: roadClass } = facts.roads[line]!
          return { id, kind, position, road: name, class: roadClass }
        })
        .sort(byPosition),
    ),
  }
}
