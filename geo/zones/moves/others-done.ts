import { type Moment, readMoment } from '../../time/calendar'
import type { Until } from '../conditions/asked'
import { isLowering } from '../conditions/plan'
import type { Transition } from '../policy/policy'
import { movedTo, type Standing } from '../stays/standing'
import { chainOf } from './approval'
import { earlierOf, laterOf } from './days'
import { ifDoneNow, type OthersDone } from './if-done'
import type { Setting } from './setting'
import { targetOf } from './target'
import { tryTransition } from './trial'
import { transitionsFrom, type World } from './world'

/** As many lowerings one after the other as it takes, each no earlier than the days at the level before it let it come. */
export function othersDone(setting: Setting, world: World): OthersDone {
  const known = new Map<string, Moment | null>()
  const others: OthersDone = (id, until) => {
    const key = JSON.stringify([id, until])
    const before = known.get(key)
    if (before !== undefined) return before
    known.set(key, null)
    const standing = world.standings.get(id)
    const way = { setting, world, others, until }
    const date = standing ? reached(standing, { at: setting.asOf, isDay: false }, way) : null
    known.set(key, date)
    return date
  }
  return others
}

interface Way {
  readonly setting: Setting
  readonly world: World
  readonly others: OthersDone
  readonly until: Until
}

/** The earliest over every way down from where it stands from that moment on. */
function reached(standing: Standing, from: Moment, way: Way): Moment | null {
  if (isThere(standing, way.until)) return from
  let earliest: Moment | null = null
  for (const transition of transitionsFrom(standing).filter(isLowering)) {
    const moved = lowered(standing, { transition, from }, way)
    if (!moved) continue
    const date = after(standing, { transition, moved }, way)
    if (date) earliest = earliest ? earlierOf(earliest, date) : date
  }
  return earliest
}

const isThere = ({ level, rank, over }: Standing, until: Until): boolean =>
  over || ('isAtMost' in until ? rank <= until.isAtMost : !until.isNotAt.includes(level))

/** When it could be lowered, standing as it would from that moment on. */
function lowered(
  standing: Standing,
  { transition, from }: { readonly transition: Transition; readonly from: Moment },
  { setting, world, others }: Way,
): Moment | null {
  const { floor, approvedAt } = chainOf(setting, standing, transition)
  if (approvedAt && floor && floor.at > setting.asOf) return floor
  const at = Math.max(setting.asOf, from.at)
  const trial = tryTransition(world, standing, { transition, at, told: true })
  if (trial.verdict.state === 'met') return from
  const done = ifDoneNow(setting, { standing, trial, others })
  const date = done && readMoment(setting.timezone, done.at)
  return date ? laterOf(date, from) : null
}

/** When it is out of the way after the move: then, or after further moves of it or of the zone in which it ends. */
function after(
  standing: Standing,
  { transition, moved }: { readonly transition: Transition; readonly moved: Moment },
  way: Way,
): Moment | null {
  const { to, into } = targetOf(way.world, standing, transition)
  if (into !== null) {
    const outer = 'isAtMost' in way.until ? way.others(into, way.until) : moved
    return outer && laterOf(moved, outer)
  }
  const redesignate = transition.redesignate ?? false
  const next = movedTo(standing, { level: to, from: moved, redesignate })
  return next.rank < standing.rank ? reached(next, moved, way) : null
}
