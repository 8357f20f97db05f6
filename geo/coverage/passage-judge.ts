import type { CrossingAnswer } from '../answers'
import type { Facts, Road } from '../facts'
import type { Position } from '../geometry/rings/shape'
import type { RunPass } from '../geometry/roads/along'
import type { CrossingOfMany } from '../geometry/roads/crossings'
import type { Join } from '../geometry/roads/joins'
import { isSameNode } from '../geometry/roads/road-stops'
import type { Instant } from '../time/calendar'
import { LOOSENESS, type OfRoads } from './distinct-crossings'
import type { Passages } from './passages'
import { COUNTED_POSTS } from './post'
import { type Post, Posts } from './posts'
import { wayOf } from './way'

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
function joinAnswer(
  { position, lines, inside, outside, gapM }: Omit<Join, 'own'>,
  at: AtHour,
): CrossingAnswer {
  const [one, other] = [inside, outside].map((side) =>
    loosest(side.map((line) => heldAt(position, at.facts.roads[line]!, at))),
  ) as [Held, Held]
  const held = LOOSENESS[other.state] < LOOSENESS[one.state] ? other : one
  const crossing = inside.filter((line) => outside.includes(line))
  const kind = crossing.length > 0 ? 'cross' : 'join'
  const met = crossing.length > 0 ? crossing : lines
  const answer = answerOf({ position, kind, roads: met.map((line) => at.facts.roads[line]!) }, held)
  return gapM > 0 ? { ...answer, state: 'unguarded' } : answer
}

/** What is said of the passages of one line at the hour, for many lines: the posts are asked once. */
export type PassageJudge = (passages: Pick<Passages, 'crossings' | 'passes' | 'joins'>) => readonly OfRoads[]

export function passageJudge(facts: Facts, asOf: Instant): PassageJudge {
  const at = { facts, posts: new Posts(facts, asOf) }
  return ({ crossings, passes, joins }) => {
    const alone = [...crossings.map((one) => ownAnswer(one, at)), ...passes.map((one) => passAnswer(one, at))]
    if (passes.length > 0) alone.sort((one, other) => one.lines[0]! - other.lines[0]!)
    const taken = new Set<OfRoads>()
    const joined = joins.flatMap((join): OfRoads[] => {
      const [first, ...others] = alone.filter((one) => one.isOf(join))
      const isJoined = join.inside.length > 0 && join.outside.length > 0
      const met = isJoined ? [joinAnswer(join, at)] : []
      if (!first) return met.map((crossing) => ({ lines: join.lines, crossing }))
      // a node is one crossing, as loosely held as what meets there
      const { kind } = first.crossing
      for (const one of [...others.map(({ crossing }) => crossing), ...met])
        if (LOOSENESS[one.state] > LOOSENESS[first.crossing.state]) first.crossing = { ...one, kind }
      first.lines = [...new Set([...first.lines, ...join.own, ...join.lines])]
      for (const one of others) taken.add(one)
      return []
    })
    return [...alone.filter((one) => !taken.has(one)), ...joined].map(({ lines, crossing }) => ({
      lines,
      crossing,
    }))
  }
}

interface Alone {
  lines: readonly number[]
  crossing: CrossingAnswer
  readonly isOf: (join: Join) => boolean
}

const ownAnswer = (one: CrossingOfMany, at: AtHour): Alone => ({
  ...{ lines: [one.line], crossing: crossingAnswer(one, at) },
  isOf: ({ own, position }) => own.includes(one.line) && isSameNode(position, one.position),
})

/** Where a road comes to a node by which others pass too, that is one crossing. */
const passAnswer = ({ kind, ...pass }: RunPass, at: AtHour): Alone => ({
  ...{ lines: pass.lines, crossing: { ...joinAnswer({ ...pass, gapM: 0 }, at), kind } },
  isOf: ({ lines, own, position }) =>
    isSameNode(position, pass.position) &&
    [...pass.inside, ...pass.outside].some((line) => lines.includes(line) || own.includes(line)),
})
