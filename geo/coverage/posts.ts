import type { PostState } from '../answers'
import type { Check, Facility, Facts, Road } from '../facts'
import { nearDistanceM } from '../geometry/rings/distance'
import type { Position } from '../geometry/rings/shape'
import type { Instant } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { isByHand } from '../zones/sources/listed-rows'
import { COUNTED_POSTS, postState } from './post'
import { serves } from './way'

export interface Post {
  readonly checkpoint: Facility
  readonly position: Position
  readonly state: PostState
}

/** Metres of a degree of latitude at least, anywhere: a window by latitude that holds all within so many metres. */
const LEAST_DEGREE_M = 110_000

/**
 * Whether a list tells the checkpoints: one without any row says that there is none, one of other facilities alone says
 * nothing of them.
 */
export const arePostsTold = ({ stated, facilities }: Facts): boolean =>
  facilities.length > 0 ? facilities.some(({ kind }) => kind === 'checkpoint') : stated.has('facilities')

/** The checkpoints that exist at an hour and have a position, each with its state, so kept that those near are found. */
export class Posts {
  /** by latitude */
  readonly #posts: readonly Post[]
  readonly #latitudes: Float64Array

  constructor(facts: Facts, asOf: Instant) {
    this.#posts = postStates(facts, asOf)
      .flatMap(({ checkpoint, state }): Post[] => {
        const { position } = checkpoint
        return position ? [{ checkpoint, position, state }] : []
      })
      .sort((one, other) => one.position[1] - other.position[1])
    this.#latitudes = Float64Array.from(this.#posts, ({ position }) => position[1])
  }

  /**
   * The post that speaks for a crossing of the road, of those within so many metres: the nearest if locked, else the
   * nearest manned, else the nearest locked.
   */
  speakingFor(position: Position, road: Road, within: number): Post | null {
    const near = this.#within(position, within)
      .filter(({ post }) => serves(post.checkpoint, road))
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

  #within(position: Position, metres: number): { readonly post: Post; readonly metres: number }[] {
    const reach = metres / LEAST_DEGREE_M
    const near: { post: Post; metres: number }[] = []
    for (let i = this.#firstFrom(position[1] - reach); i < this.#posts.length; i++) {
      if (this.#latitudes[i]! > position[1] + reach) break
      const post = this.#posts[i]!
      const away = nearDistanceM(position, post.position)
      if (away <= metres) near.push({ post, metres: away })
    }
    return near
  }

  #firstFrom(latitude: number): number {
    let [low, high] = [0, this.#latitudes.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#latitudes[middle]! < latitude) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Each checkpoint that stands at the hour, with its state, whether it has a position or not. */
export function postStates(
  facts: Facts,
  asOf: Instant,
): readonly { readonly checkpoint: Facility; readonly state: PostState }[] {
  const isListed = facts.stated.has('checks')
  const checks = checksOf(isListed ? facts.checks : facts.checks.filter(isByHand))
  const others = isListed ? [] : null
  return facts.facilities.flatMap((checkpoint) => {
    const { kind, from, to, id } = checkpoint
    if (kind !== 'checkpoint') return []
    if ((from && !isSeenMoment(from, asOf)) || isSeenMoment(to, asOf)) return []
    const own = checks.get(id) ?? others
    return [
      { checkpoint, state: postState(checkpoint, { timezone: facts.pack.timezone, asOf, checks: own }) },
    ]
  })
}

function checksOf(checks: readonly Check[]): Map<string, Check[]> {
  const byPost = new Map<string, Check[]>()
  for (const check of checks) {
    const own = byPost.get(check.checkpoint)
    if (own) own.push(check)
    else byPost.set(check.checkpoint, [check])
  }
  return byPost
}
