import type { AlongAnswer, CrossingAnswer, EndAtLine, PerimeterAnswer } from '../answers'
import type { Facts, Road } from '../facts'
import type { Along } from '../geometry/along'
import type { CrossingOfMany } from '../geometry/crossings'
import type { Join } from '../geometry/joins'
import type { Shape } from '../geometry/shape'
import type { Instant } from '../time/calendar'
import { type DistinctCrossing, distinctOf, type OfRoads } from './distinct-crossings'
import { passagesOf } from './passages'
import { COUNTED_POSTS } from './post'
import { Posts } from './posts'
import { wayOf } from './way'

/** A zone at an hour. `outline` is its ground as it is drawn: with a hole where a stricter zone lies. */
export interface ZoneOutline {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly outline: Shape
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

/** What is said at the hour of a passage of these roads. */
function answerOf(
  { position, kind, roads }: Pick<CrossingAnswer, 'position' | 'kind'> & { roads: readonly Road[] },
  { facts, posts, isClosed }: { facts: Facts; posts: Posts; isClosed: boolean },
): CrossingAnswer {
  const post = posts.speakingFor(position, roads, facts.pack.perimeter.guardDistanceM)
  const closed = isClosed || post?.state === 'locked'
  const guarded = post !== null && COUNTED_POSTS.has(post.state)
  const way = wayOf(roads[0]!)
  const names = new Set(roads.flatMap(({ name }) => name ?? []))
  return {
    position,
    road: names.size > 0 ? [...names].join(' / ') : null,
    class: roads[0]!.class,
    kind,
    state: closed ? 'closed' : guarded ? 'guarded' : 'unguarded',
    post: post?.state ?? null,
    checkpoint: post?.checkpoint.id ?? null,
    ...(way ? { way } : {}),
  }
}

function crossingAnswer({ line, ...rest }: CrossingOfMany, facts: Facts, posts: Posts): CrossingAnswer {
  const road = facts.roads[line]!
  return answerOf({ ...rest, roads: [road] }, { facts, posts, isClosed: road.closed })
}

/** A join is closed if every road on one side of it is; across a gap nobody knows what a post guards. */
function joinAnswer(
  { position, lines, inside, outside, gapM }: Join,
  facts: Facts,
  posts: Posts,
): CrossingAnswer {
  const isClosed = [inside, outside].some((side) => side.every((line) => facts.roads[line]!.closed))
  const roads = lines.map((line) => facts.roads[line]!)
  const answer = answerOf({ position, kind: 'join', roads }, { facts, posts, isClosed })
  return gapM > 0 ? { ...answer, state: 'unguarded' } : answer
}

/** Nobody asks for a post there: one passes anywhere along the road. */
function alongAnswer({ position, lines, lengthM }: Along, { roads }: Facts): AlongAnswer {
  const named = new Set(lines.flatMap((line) => roads[line]!.name ?? []))
  const road = named.size > 0 ? [...named].join(' / ') : null
  return { position, road, class: roads[lines[0]!]!.class, lengthM }
}

/** What is said of crossings and joins at the hour, for many of them: the posts are asked once. */
export interface PassageJudge {
  crossing(crossing: CrossingOfMany): CrossingAnswer
  join(join: Join): CrossingAnswer
}

export function passageJudge(facts: Facts, asOf: Instant): PassageJudge {
  const posts = new Posts(facts, asOf)
  return {
    crossing: (crossing) => crossingAnswer(crossing, facts, posts),
    join: (join) => joinAnswer(join, facts, posts),
  }
}

const UNKNOWN_LINE = { guarded: null, unguarded: null, closed: null }

/** Crossings by state. */
export function countOf(crossings: readonly CrossingAnswer[]): PerimeterCount {
  const of = (state: CrossingAnswer['state']): number => crossings.filter((one) => one.state === state).length
  return { guarded: of('guarded'), unguarded: of('unguarded'), closed: of('closed') }
}

function totalOf(
  crossings: readonly CrossingAnswer[],
  zones: readonly { readonly isDrawn: boolean }[],
): Perimeter['total'] {
  const untold = zones.filter(({ isDrawn }) => !isDrawn).length
  if (untold > 0 && untold === zones.length) return null
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
  const posts = new Posts(facts, asOf)
  const listed = [
    ...zones.map((zone) => ({ ...zone, kind: 'zone' as const })),
    ...(district ? [{ ...district, level: 'district', kind: 'district' as const }] : []),
  ]
    .sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
    .map(({ outline, ...rest }) => {
      const { crossings, joins, ends, along } = passagesOf(facts.roads, outline)
      const alone = crossings.map(
        (one): OfRoads => ({ lines: [one.line], crossing: crossingAnswer(one, facts, posts) }),
      )
      const joined = joins.map(
        (one): OfRoads => ({ lines: one.lines, crossing: joinAnswer(one, facts, posts) }),
      )
      return {
        ...rest,
        isDrawn: outline.length > 0,
        crossings: [...alone, ...joined],
        ends,
        along: along.map((one) => alongAnswer(one, facts)),
      }
    })
  const distinct = distinctOf(listed.filter(({ kind }) => kind === 'zone'))
  return {
    perimeter: listed.map(({ crossings, ends: _, isDrawn, ...rest }) => {
      const answers = crossings.map(({ crossing }) => crossing)
      return { ...rest, crossings: answers, ...(isDrawn ? countOf(answers) : UNKNOWN_LINE) }
    }),
    total: totalOf(
      distinct.map(({ crossing }) => crossing),
      listed.filter(({ kind }) => kind === 'zone'),
    ),
    distinct,
    endsAtLine: listed.flatMap(({ id, kind, ends }) =>
      ends.map(({ line, position }) => {
        const { name, class: roadClass } = facts.roads[line]!
        return { id, kind, position, road: name, class: roadClass }
      }),
    ),
  }
}
