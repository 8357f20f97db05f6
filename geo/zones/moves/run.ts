import type { Instant, Moment } from '../../time/calendar'
import { Agenda } from '../agenda'
import { rankOf } from '../ground/ground'
import { type Neighbourhoods, neighbourhoodsOf } from '../ground/neighbourhoods'
import type { Transition } from '../policy/policy'
import { type Turn, turnsOfRecord } from '../record/record-turns'
import { mayMoveFrom, movedTo, type Standing } from '../stays/standing'
import { type OrderAhead, orderAhead } from './order-ahead'
import type { Setting } from './setting'
import { movesByItself, targetOf } from './target'
import { momentOf, nextTurn, tryTransition } from './trial'
import { WaitingZones } from './waiting'
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
  /** the running zones, and when each is to be looked at again */
  private readonly agenda = new Agenda()
  private readonly waiting: WaitingZones
  private readonly near: Neighbourhoods
  /** zones that what has changed may concern: they are asked again */
  private readonly concerned = new Set<string>()
  /** zones that the run itself has moved: their recorded approvals are spent */
  private readonly moved = new Set<string>()
  /** zones with the instant from which the run moves them, and the record's own changes, the latest first */
  private readonly starts: Turn[]
  private readonly changes: Turn[]

  constructor(private readonly setting: Setting) {
    this.world = new World(setting)
    this.waiting = new WaitingZones(this.world, setting)
    this.near = neighbourhoodsOf(setting)
    const now = World.recorded(setting, setting.asOf)
    this.recorded = World.recorded(setting, setting.asOf)
    const { starts, changes, first } = turnsOfRecord(setting, now)
    this.starts = starts
    this.changes = changes
    for (const id of setting.stays.keys()) this.world.followRecord(id, first)
    this.world.expect(now, setting.live.keys())
  }

  toTheEnd(): Move[] {
    for (let turn = 0; turn < TURNS; turn++) {
      const at = Math.min(
        this.starts.at(-1)?.at ?? Number.POSITIVE_INFINITY,
        this.changes.at(-1)?.at ?? Number.POSITIVE_INFINITY,
        this.agenda.next,
      )
      if (at === Number.POSITIVE_INFINITY) break
      this.takeRecord(at)
      this.settle(at)
    }
    return this.moves
  }

  private takeRecord(at: Instant): void {
    for (let one = this.changes.at(-1); one && one.at <= at; one = this.changes.at(-1)) {
      this.changes.pop()
      if (this.agenda.has(one.id)) continue
      const before = this.world.standings.get(one.id)
      this.world.followRecord(one.id, at)
      this.noteChange(one.id, before)
    }
    for (let one = this.starts.at(-1); one && one.at <= at; one = this.starts.at(-1)) {
      this.starts.pop()
      this.agenda.put(one.id, at)
    }
    this.askConcerned(at)
  }

  /** Tries what is due until nothing moves at this instant, each transition of a zone at most once. */
  private settle(at: Instant): void {
    const done = new Set<string>()
    for (let due = this.agenda.takeDue(at); due.length > 0; due = this.agenda.takeDue(at)) {
      for (const id of due) this.tryZone(id, at, done)
      this.askConcerned(at)
    }
  }

  /** A zone concerns those near it, and those that wait for others of their unit and of which it turns the answer. */
  private noteChange(id: string, before: Standing | undefined): void {
    for (const one of this.near(id)) this.concerned.add(one)
    const after = this.world.standings.get(id)
    for (const one of this.waiting.concernedBy({ id, before, after })) this.concerned.add(one)
  }

  private askConcerned(at: Instant): void {
    for (const id of this.concerned) if (this.agenda.has(id)) this.agenda.put(id, at)
    this.concerned.clear()
  }

  /** Moves the zone, or notes when to look again and for which zones it waits. What was ordered for an hour ahead moves it, and nothing before. */
  private tryZone(id: string, at: Instant, done: Set<string>): void {
    const standing = this.world.standings.get(id)
    if (!standing || standing.over) {
      this.agenda.remove(id)
      this.waiting.forget(id)
      return
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
        return
      }
      next = Math.min(next, nextTurn(this.setting, trial, { record, at }))
      if (floor && floor.at > at) next = Math.min(next, floor.at)
    }
    this.agenda.put(id, next)
    this.waiting.note(standing, ways)
  }

  private orderOf(standing: Standing, transition: Transition, at: Instant): OrderAhead {
    if (this.moved.has(standing.id)) return { floor: null, ordered: false }
    return orderAhead(this.recorded, standing, { setting: this.setting, transition, at })
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
    this.move(standing, next, into)
    if (ordered) this.recorded.move(standing.id, next, into)
    this.moved.add(standing.id)
    if (into === null && to === standing.level) return
    this.moves.push({ zone: standing.id, transition: transition.id, level: to, from, into })
    if (rankOf(standing.policy, to) > standing.rank) this.absorb(standing.id, transition, from)
  }

  private move(standing: Standing, next: Standing, into: string | null): void {
    this.waiting.forget(standing.id)
    this.world.move(standing.id, next, into)
    this.noteChange(standing.id, standing)
  }

  /** A zone that a raise leaves with stricter ones all round it goes with them: it ends in the weakest of them. */
  private absorb(raised: string, transition: Transition, from: Moment): void {
    const beside = (id: string): boolean =>
      this.setting.live.get(id)!.ground.beside.some(({ zones }) => zones.includes(raised))
    const running = this.near(raised).filter((id) => this.agenda.has(id))
    for (const id of running.filter(beside).sort()) {
      const standing = this.world.standings.get(id)
      const around = standing && !standing.over ? this.world.weakestAround(id) : null
      if (!standing || !around || around.rank <= standing.rank) continue
      if (this.isOrdered(standing)) continue
      const { level, id: into } = around
      this.move(standing, movedTo(standing, { level, from, redesignate: false }), into)
      this.moved.add(id)
      this.moves.push({ zone: id, transition: transition.id, level, from, into })
    }
  }
}
