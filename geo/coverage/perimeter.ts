import type { AlongAnswer, CrossingAnswer, EndAtLine, PerimeterAnswer, PostState } from '../answers'
import type { Facility, Facts, Road } from '../facts'
import type { Along } from '../geometry/along'
import type { CrossingOfMany } from '../geometry/crossings'
import { nearDistanceM } from '../geometry/distance'
import type { Join } from '../geometry/joins'
import type { Position, Shape } from '../geometry/shape'
import type { Instant } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { type DistinctCrossing, distinctOf, type OfRoads } from './distinct-crossings'
import { passagesOf } from './passages'
import { COUNTED_POSTS, postState } from './post'
import { serves, wayOf } from './way'

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
  /** zones only, a point shared by several once; the district's own line is not in it. Null like `perimeter` */
  readonly total: PerimeterCount | null
  /** what `total` counts */
  readonly distinct: readonly DistinctCrossing[]
  /** by line, as `perimeter`, which it is null with */
  readonly endsAtLine: readonly EndAtLine[] | null
}

interface Post {
  readonly checkpoint: Facility
  readonly position: Position
  readonly state: PostState
}

/** The checkpoints that exist at the hour and have a position, each with its state. */
function postsAt(facts: Facts, asOf: Instant): Post[] {
  const known = facts.stated.has('checks')
  return facts.facilities.flatMap((checkpoint) => {
    const { kind, position, from, to, id } = checkpoint
    if (kind !== 'checkpoint' || !position) return []
    if ((from && !isSeenMoment(from, asOf)) || isSeenMoment(to, asOf)) return []
    const checks = known ? facts.checks.filter((check) => check.checkpoint === id) : null
    return [
      { checkpoint, position, state: postState(checkpoint, { timezone: facts.pack.timezone, asOf, checks }) },
    ]
  })
}

/** The post that speaks for a crossing: the nearest if locked, else the nearest manned, else the nearest locked. */
function postOf(position: Position, posts: readonly Post[], within: number): Post | null {
  const near = posts
    .map((post) => ({ post, metres: nearDistanceM(position, post.position) }))
    .filter(({ metres }) => metres <= within)
    .sort(
      (one, other) =>
        one.metres - other.metres || (one.post.checkpoint.id < other.post.checkpoint.id ? -1 : 1),
    )
    .map(({ post }) => post)
  const [nearest] = near
  if (!nearest || nearest.state === 'locked') return nearest ?? null
  const manned = near.find(({ state }) => COUNTED_POSTS.has(state) && state !== 'locked')
  return manned ?? near.find(({ state }) => state === 'locked') ?? nearest
}

/** What is said at the hour of a passage of these roads. */
function answerOf(
  { position, kind, roads }: Pick<CrossingAnswer, 'position' | 'kind'> & { roads: readonly Road[] },
  { facts, posts, isClosed }: { facts: Facts; posts: readonly Post[]; isClosed: boolean },
): CrossingAnswer {
  const own = posts.filter(({ checkpoint }) => serves(checkpoint, roads))
  const post = postOf(position, own, facts.pack.perimeter.guardDistanceM)
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

function crossingAnswer(
  { line, ...rest }: CrossingOfMany,
  facts: Facts,
  posts: readonly Post[],
): CrossingAnswer {
  const road = facts.roads[line]!
  return answerOf({ ...rest, roads: [road] }, { facts, posts, isClosed: road.closed })
}

/** A join is closed if every road on one side of it is; across a gap nobody knows what a post guards. */
function joinAnswer(
  { position, lines, inside, outside, gapM }: Join,
  facts: Facts,
  posts: readonly Post[],
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

/** What is said of a crossing at the hour, for many crossings: the posts are asked once. */
export function crossingJudge(facts: Facts, asOf: Instant): (crossing: CrossingOfMany) => CrossingAnswer {
  const posts = postsAt(facts, asOf)
  return (crossing) => crossingAnswer(crossing, facts, posts)
}

/** Crossings by state. */
export function countOf(crossings: readonly CrossingAnswer[]): PerimeterCount {
  const of = (state: CrossingAnswer['state']): number => crossings.filter((one) => one.state === state).length
  return { guarded: of('guarded'), unguarded: of('unguarded'), closed: of('closed') }
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
  const posts = postsAt(facts, asOf)
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
        crossings: [...alone, ...joined],
        ends,
        along: along.map((one) => alongAnswer(one, facts)),
      }
    })
  const distinct = distinctOf(listed.filter(({ kind }) => kind === 'zone'))
  return {
    perimeter: listed.map(({ crossings, ends: _, ...rest }) => {
      const answers = crossings.map(({ crossing }) => crossing)
      return { ...rest, crossings: answers, ...countOf(answers) }
    }),
    total: countOf(distinct.map(({ crossing }) => crossing)),
    distinct,
    endsAtLine: listed.flatMap(({ id, kind, ends }) =>
      ends.map(({ line, position }) => {
        const { name, class: roadClass } = facts.roads[line]!
        return { id, kind, position, road: name, class: roadClass }
      }),
    ),
  }
}
