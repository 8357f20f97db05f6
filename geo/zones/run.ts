import { smallest } from '../extremes'
import type { Instant, Moment } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { chainOf } from './approval'
import { isLowering } from './conditions/plan'
import { rankOf } from './ground'
import type { Transition } from './policy'
import type { Setting } from './setting'
import { isOfPart, mayMoveFrom, movedTo, type Standing } from './standing'
import { isStoppedByZones, suspendingLeaves } from './suspension'
import { targetOf } from './target'
import { momentOf, nextTurn, tryTransition } from './trial'
import { transitionsFrom, World } from './world'

/** A move the machine makes by itself. */
export interface Move {
  readonly zone: string
  readonly transition: string
  readonly level: string
  readonly from: Moment
  readonly into: string | null
}

/** More turns than any policy needs: a run that goes on for ever ends here. */
const TURNS = 200_000

/**
 * Runs every zone on from the level its record has it at, with what was recorded up to the as-of, then with no new
 * event, each approval given the moment it is due. Ends where only a person can go on. In order of time.
 */
export function run(setting: Setting): Move[] {
  return new Run(setting).toTheEnd()
}

class Run {
  private readonly world: World
  /** as recorded, moved by orders alone: by it what was approved is carried out, whatever else has come due */
  private readonly recorded: World
  private readonly moves: Move[] = []
  private readonly running = new Set<string>()
  /** when each running zone is to be looked at again */
  private readonly due = new Map<string, Instant>()
  /** zones that the run itself has moved: their recorded approvals are spent */
  private readonly moved = new Set<string>()
  /** zones with the instant from which the run moves them, and the record's own changes, both ascending */
  private readonly starts: { readonly id: string; readonly at: Instant }[]
  private readonly changes: { readonly id: string; readonly at: Instant }[]

  constructor(private readonly setting: Setting) {
    this.world = new World(setting)
    const now = World.recorded(setting, setting.asOf)
    this.recorded = World.recorded(setting, setting.asOf)
    this.starts = [...setting.live.values()]
      .filter(({ policy }) => (policy?.transitions ?? []).length > 0)
      .map(({ id }) => ({ id, at: mayMoveFrom(now.standings.get(id)!).at }))
      .sort((a, b) => a.at - b.at)
    const first = this.starts[0]?.at ?? Number.POSITIVE_INFINITY
    this.changes = [...setting.stays.values()]
      .flat()
      .flatMap(({ id, from, to }) =>
        [from.at, ...(to && to.at <= setting.asOf ? [to.at] : [])].map((at) => ({ id, at })),
      )
      .filter(({ at }) => at >= first)
      .sort((a, b) => a.at - b.at)
    for (const id of setting.stays.keys()) this.world.followRecord(id, first)
    this.world.expect(now, setting.live.keys())
  }

  toTheEnd(): Move[] {
    for (let turn = 0; turn < TURNS; turn++) {
      const at = Math.min(
        this.starts[0]?.at ?? Number.POSITIVE_INFINITY,
        this.changes[0]?.at ?? Number.POSITIVE_INFINITY,
        smallest(this.due.values()),
      )
      if (at === Number.POSITIVE_INFINITY) break
      this.takeRecord(at)
      this.settle(at)
    }
    return this.moves
  }

  private takeRecord(at: Instant): void {
    let changed = false
    while (this.changes[0] && this.changes[0].at <= at) {
      const { id } = this.changes.shift()!
      if (this.running.has(id)) continue
      this.world.followRecord(id, at)
      changed = true
    }
    while (this.starts[0] && this.starts[0].at <= at) {
      const { id } = this.starts.shift()!
      this.running.add(id)
      this.due.set(id, at)
    }
    if (changed) for (const id of this.running) this.due.set(id, at)
  }

  /** Tries what is due until nothing moves at this instant, each transition of a zone at most once. */
  private settle(at: Instant): void {
    const done = new Set<string>()
    for (let moving = true; moving; ) {
      moving = false
      for (const id of [...this.running].sort())
        if (this.due.get(id)! <= at && this.tryZone(id, at, done)) moving = true
      if (moving) for (const id of this.running) this.due.set(id, at)
    }
  }

  /** True when the zone moved; else notes when to look again. What was ordered for an hour ahead moves it, and nothing before. */
  private tryZone(id: string, at: Instant, done: Set<string>): boolean {
    const standing = this.world.standings.get(id)
    if (!standing || standing.over) {
      this.running.delete(id)
      this.due.delete(id)
      return false
    }
    const { record } = this.setting.live.get(id)!
    let next = Number.POSITIVE_INFINITY
    const ways = transitionsFrom(standing)
      .filter(movesByItself)
      .map((transition) => ({ transition, ...this.orderOf(standing, transition, at) }))
    const order = ways.find(({ ordered }) => ordered)
    for (const { transition, floor, ordered } of order ? [order] : ways) {
      const trial = tryTransition(this.world, standing, { transition, at })
      const key = `${id}\n${transition.id}`
      const isMet = trial.verdict.state === 'met'
      const isDue = isMet || (ordered && floor!.at <= at)
      if (isDue && !(floor && floor.at > at) && !done.has(key)) {
        done.add(key)
        const since = isMet ? trial.verdict.at : null
        const moment = momentOf(this.setting.timezone, at, [since, mayMoveFrom(standing), floor])
        this.make(standing, { transition, from: moment, ordered })
        return true
      }
      next = Math.min(next, nextTurn(this.setting, trial, { record, at }))
      if (floor && floor.at > at) next = Math.min(next, floor.at)
    }
    this.due.set(id, next)
    return false
  }

  /** From when an approval lets it move; `ordered`: at that hour it moves, whatever merely lapses until then. */
  private orderOf(
    standing: Standing,
    transition: Transition,
    at: Instant,
  ): { floor: Moment | null; ordered: boolean } {
    if (this.moved.has(standing.id)) return { floor: null, ordered: false }
    const { floor, approvedAt } = chainOf(this.setting, standing, transition)
    if (!floor || !approvedAt) return { floor, ordered: false }
    const { asOf } = this.setting
    if (isSeenMoment(floor, asOf)) return { floor: null, ordered: false }
    const order = { transition, approvedAt }
    const suspended =
      suspendingLeaves(this.recorded, standing, { ...order, seen: asOf }).length > 0 ||
      (floor.at <= at && isStoppedByZones(this.recorded, standing, { ...order, seen: at }))
    return suspended ? { floor: null, ordered: false } : { floor, ordered: true }
  }

  private isOrdered(standing: Standing): boolean {
    return transitionsFrom(standing).some(
      (transition) => this.orderOf(standing, transition, this.setting.asOf).ordered,
    )
  }

  private make(standing: Standing, move: { transition: Transition; from: Moment; ordered: boolean }): void {
    const { transition, from, ordered } = move
    const { to, into } = targetOf(ordered ? this.recorded : this.world, standing, transition)
    const next = movedTo(standing, { level: to, from, redesignate: transition.redesignate ?? false })
    this.world.move(standing.id, next, into)
    if (ordered) this.recorded.move(standing.id, next, into)
    this.moved.add(standing.id)
    if (into === null && to === standing.level) return
    this.moves.push({ zone: standing.id, transition: transition.id, level: to, from, into })
    if (rankOf(standing.policy, to) > standing.rank) this.absorb(standing.id, transition, from)
  }

  /** A zone that a raise leaves with stricter ones all round it goes with them: it ends in the weakest of them. */
  private absorb(raised: string, transition: Transition, from: Moment): void {
    const beside = (id: string): boolean =>
      this.setting.live.get(id)!.ground.beside.some(({ zones }) => zones.includes(raised))
    for (const id of [...this.running].filter(beside).sort()) {
      const standing = this.world.standings.get(id)
      const around = standing && !standing.over ? this.world.weakestAround(id) : null
      if (!standing || !around || around.rank <= standing.rank) continue
      if (this.isOrdered(standing)) continue
      const { level, id: into } = around
      this.world.move(id, movedTo(standing, { level, from, redesignate: false }), into)
      this.moved.add(id)
      this.moves.push({ zone: id, transition: transition.id, level, from, into })
    }
  }
}

/** A split, an extension of the ground, or what a person may choose is never done by the machine. */
function movesByItself(transition: Transition): boolean {
  if (transition.optional || isOfPart(transition)) return false
  return isLowering(transition) || transition.kind === 'upgrade' || transition.redesignate === true
}
