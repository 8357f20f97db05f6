import type { CrossingAnswer, PerimeterAnswer, PostState } from '../answers'
import type { Facility, Facts, Road } from '../facts'
import { type CrossingOfMany, crossingsOfMany } from '../geometry/crossings'
import { nearDistanceM } from '../geometry/distance'
import type { Position, Shape } from '../geometry/shape'
import type { Instant } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { COUNTED_POSTS, postState } from './post'

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

/** A crossing of one or more zone lines, once. */
export interface DistinctCrossing {
  /** ids of the zones whose line it cuts, ascending */
  readonly zones: readonly string[]
  readonly crossing: CrossingAnswer
}

export interface Perimeter {
  /** by id; null where no roads are known */
  readonly perimeter: readonly PerimeterAnswer[] | null
  /** zones only, a point shared by several once; the district's own line is not in it. Null like `perimeter` */
  readonly total: PerimeterCount | null
  /** what `total` counts */
  readonly distinct: readonly DistinctCrossing[]
}

/** Degrees within which two crossings of one road are the same point. */
const SAME_POINT = 1e-7

const found = new WeakMap<readonly Road[], WeakMap<Shape, readonly CrossingOfMany[]>>()

/**
 * Where the roads cut the outline, without any hour: kept as long as roads and outline are, so that moving the time
 * only asks again for the posts.
 */
export function roadCrossings(roads: readonly Road[], outline: Shape): readonly CrossingOfMany[] {
  let ofRoads = found.get(roads)
  if (!ofRoads) found.set(roads, (ofRoads = new WeakMap()))
  let crossings = ofRoads.get(outline)
  if (!crossings) {
    const lines = roads.map(({ line }) => line)
    ofRoads.set(outline, (crossings = crossingsOfMany(lines, [outline])))
  }
  return crossings
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

function answerOf(
  { position, kind, line }: CrossingOfMany,
  facts: Facts,
  posts: readonly Post[],
): CrossingAnswer {
  const road = facts.roads[line]!
  const post = postOf(position, posts, facts.pack.perimeter.guardDistanceM)
  const closed = road.closed || post?.state === 'locked'
  const guarded = post !== null && COUNTED_POSTS.has(post.state)
  return {
    position,
    road: road.name,
    class: road.class,
    kind,
    state: closed ? 'closed' : guarded ? 'guarded' : 'unguarded',
    post: post?.state ?? null,
    checkpoint: post?.checkpoint.id ?? null,
  }
}

/** What is said of a crossing at the hour, for many crossings: the posts are asked once. */
export function crossingJudge(facts: Facts, asOf: Instant): (crossing: CrossingOfMany) => CrossingAnswer {
  const posts = postsAt(facts, asOf)
  return (crossing) => answerOf(crossing, facts, posts)
}

/** Crossings by state. */
export function countOf(crossings: readonly CrossingAnswer[]): PerimeterCount {
  const of = (state: CrossingAnswer['state']): number => crossings.filter((one) => one.state === state).length
  return { guarded: of('guarded'), unguarded: of('unguarded'), closed: of('closed') }
}

/** The points of all lists once: same road feature, same position to 1e-7°. */
function distinctOf(
  lists: readonly { id: string; crossings: readonly (readonly [CrossingOfMany, CrossingAnswer])[] }[],
): DistinctCrossing[] {
  const byRoad = new Map<number, { zones: string[]; crossing: CrossingAnswer }[]>()
  const all: { zones: string[]; crossing: CrossingAnswer }[] = []
  for (const { id, crossings } of lists)
    for (const [{ line, position }, crossing] of crossings) {
      const onRoad = byRoad.get(line) ?? []
      const known = onRoad.find(
        ({ crossing: { position: at } }) =>
          Math.abs(at[0] - position[0]) <= SAME_POINT && Math.abs(at[1] - position[1]) <= SAME_POINT,
      )
      if (known) {
        if (!known.zones.includes(id)) known.zones.push(id)
        continue
      }
      const one = { zones: [id], crossing }
      all.push(one)
      byRoad.set(line, [...onRoad, one])
    }
  return all
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
  if (!facts.stated.has('roads')) return { perimeter: null, total: null, distinct: [] }
  const posts = postsAt(facts, asOf)
  const listed = [
    ...zones.map((zone) => ({ ...zone, kind: 'zone' as const })),
    ...(district ? [{ ...district, level: 'district', kind: 'district' as const }] : []),
  ]
    .sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
    .map(({ outline, ...rest }) => {
      const crossings = roadCrossings(facts.roads, outline).map(
        (one) => [one, answerOf(one, facts, posts)] as const,
      )
      return { ...rest, crossings }
    })
  const distinct = distinctOf(listed.filter(({ kind }) => kind === 'zone'))
  return {
    perimeter: listed.map(({ crossings, ...rest }) => {
      const answers = crossings.map(([, answer]) => answer)
      return { ...rest, crossings: answers, ...countOf(answers) }
    }),
    total: countOf(distinct.map(({ crossing }) => crossing)),
    distinct,
  }
}
