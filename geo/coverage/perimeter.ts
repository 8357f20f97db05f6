import type { AlongAnswer, CrossingAnswer, EndAtLine, PerimeterAnswer } from '../answers'
import type { Facts, Road } from '../facts'
import type { Position, Shape } from '../geometry/rings/shape'
import type { Along } from '../geometry/roads/along'
import type { CrossingOfMany } from '../geometry/roads/crossings'
import type { Join } from '../geometry/roads/joins'
import { isSameNode } from '../geometry/roads/road-stops'
import type { Instant } from '../time/calendar'
import { type DistinctCrossing, distinctOf, LOOSENESS, type OfRoads } from './distinct-crossings'
import { passagesOf } from './passages'
import { COUNTED_POSTS } from './post'
import { type Post, Posts } from './posts'
import { wayOf } from './way'

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
  readonly guarded: number
  readonly unguarded: number
  readonly closed: number
}

export interface Perimeter {
  /** by id; null where no roads are known */
  readonly perimeter: readonly PerimeterAnswer[] | null
  /** zones only, a point shared by several once; the district's own line is not in it. Null where no line is known */
  readonly total: (PerimeterCount & { readonly untold?: number }) | null
  /** what `total` counts */
  readonly distinct: readonly DistinctCrossing[]
  /** by line, as `perimeter`, which it is null with */
  readonly endsAtLine: readonly EndAtLine[] | null
}

interface Held {
  readonly state: CrossingAnswer['state']
  readonly post: Post | null
}

/** How one road is held at a position at the hour. */
function heldAt(position: Position, road: Road, { facts, posts }: AtHour): Held {
  const post = posts.speakingFor(position, road, facts.pack.perimeter.guardDistanceM)
  if (road.closed || post?.state === 'locked') return { state: 'closed', post }
  return { state: post !== null && COUNTED_POSTS.has(post.state) ? 'guarded' : 'unguarded', post }
}

interface AtHour {
  readonly facts: Facts
  readonly posts: Posts
}

function answerOf(
  { position, kind, roads }: Pick<CrossingAnswer, 'position' | 'kind'> & { roads: readonly Road[] },
  { state, post }: Held,
): CrossingAnswer {
  const way = wayOf(roads[0]!)
  const names = new Set(roads.flatMap(({ name }) => name ?? []))
  return {
    position,
    road: names.size > 0 ? [...names].join(' / ') : null,
    class: roads[0]!.class,
    kind,
    state,
    post: post?.state ?? null,
    checkpoint: post?.checkpoint.id ?? null,
    ...(way ? { way } : {}),
  }
}

function crossingAnswer({ line, ...rest }: CrossingOfMany, at: AtHour): CrossingAnswer {
  const road = at.facts.roads[line]!
  return answerOf({ ...rest, roads: [road] }, heldAt(rest.position, road, at))
}

/** The loosest of the roads decides. */
const loosest = (held: readonly Held[]): Held =>
  held.reduce((worst, one) => (LOOSENESS[one.state] > LOOSENESS[worst.state] ? one : worst))

/**
 * A join is held as the better held of its two sides is, a side as the loosest of its roads: it is closed if every road
 * on one side of it is. Across a gap nobody knows what a post guards.
 */
function joinAnswer({ position, lines, inside, outside, gapM }: Join, at: AtHour): CrossingAnswer {
  const roads = lines.map((line) => at.facts.roads[line]!)
  const [one, other] = [inside, outside].map((side) =>
    loosest(side.map((line) => heldAt(position, at.facts.roads[line]!, at))),
  ) as [Held, Held]
  const held = LOOSENESS[other.state] < LOOSENESS[one.state] ? other : one
  const answer = answerOf({ position, kind: 'join', roads }, held)
  return gapM > 0 ? { ...answer, state: 'unguarded' } : answer
}

/** Nobody asks for a post there: one passes anywhere along the road. */
function alongAnswer({ position, lines, lengthM }: Along, { roads }: Facts): AlongAnswer {
  const named = new Set(lines.flatMap((line) => roads[line]!.name ?? []))
  const road = named.size > 0 ? [...named].join(' / ') : null
  return { position, road, class: roads[lines[0]!]!.class, lengthM }
}

/** What is said of the passages of one line at the hour, for many lines: the posts are asked once. */
export type PassageJudge = (
  crossings: readonly CrossingOfMany[],
  joins: readonly Join[],
) => readonly OfRoads[]

export function passageJudge(facts: Facts, asOf: Instant): PassageJudge {
  const at = { facts, posts: new Posts(facts, asOf) }
  return (crossings, joins) => {
    const alone = crossings.map((one) => ({ lines: [one.line], crossing: crossingAnswer(one, at) }))
    const joined = joins.flatMap((join): OfRoads[] => {
      const crossing = joinAnswer(join, at)
      const own = alone.find(({ lines, crossing: { position } }) => isOwn(join, lines[0]!, position))
      if (!own) return [{ lines: join.lines, crossing }]
      // a node is one crossing, as loosely held as what meets there
      const isLooser = LOOSENESS[crossing.state] > LOOSENESS[own.crossing.state]
      if (isLooser) own.crossing = { ...crossing, kind: own.crossing.kind }
      return []
    })
    return [...alone, ...joined]
  }
}

const isOwn = ({ own, position }: Join, line: number, at: Position): boolean =>
  own.includes(line) && isSameNode(position, at)

const UNKNOWN_LINE = { guarded: null, unguarded: null, closed: null }

/** Crossings by state. */
export function countOf(crossings: readonly CrossingAnswer[]): PerimeterCount {
  const of = (state: CrossingAnswer['state']): number => crossings.filter((one) => one.state === state).length
  return { guarded: of('guarded'), unguarded: of('unguarded'), closed: of('closed') }
}

const isDrawn = ({ outline }: ZoneOutline) => (outline.length > 0 ? 'all' : 'none')

function totalOf(
  crossings: readonly CrossingAnswer[],
  zones: readonly { readonly drawn: NonNullable<ZoneOutline['drawn']> }[],
): Perimeter['total'] {
  const untold = zones.filter(({ drawn }) => drawn !== 'all').length
  if (zones.length > 0 && zones.every(({ drawn }) => drawn === 'none')) return null
  return { ...countOf(crossings), ...(untold > 0 ? { untold } : {}) }
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
      const { crossings, joins, ends, along } = passagesOf(facts.roads, outline)
      return {
        ...rest,
        crossings: judge(crossings, joins),
        ends,
        along: along.map((one) => alongAnswer(one, facts)),
      }
    })
  const distinct = distinctOf(listed.filter(({ kind }) => kind === 'zone'))
  const areZonesTold = zones.length > 0 || facts.stated.has('zones')
  if (!areZonesTold && district === null)
    return { perimeter: null, total: null, distinct: [], endsAtLine: null }
  return {
    perimeter: listed.map(({ crossings, ends: _, drawn, ...rest }) => {
      const answers = crossings.map(({ crossing }) => crossing)
      const counts = drawn === 'none' ? UNKNOWN_LINE : countOf(answers)
      return { ...rest, crossings: answers, ...counts, ...(drawn === 'part' ? { isPartlyDrawn: true } : {}) }
    }),
    total: areZonesTold
      ? totalOf(
          distinct.map(({ crossing }) => crossing),
          listed.filter(({ kind }) => kind === 'zone'),
        )
      : null,
    distinct,
    endsAtLine: listed.flatMap(({ id, kind, ends }) =>
      ends.map(({ line, position }) => {
        const { name, class: roadClass } = facts.roads[line]!
        return { id, kind, position, road: name, class: roadClass }
      }),
    ),
  }
}
