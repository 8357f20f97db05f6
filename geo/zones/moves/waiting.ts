import { satisfies } from '../conditions/compare'
import type { Transition } from '../policy/policy'
import { unreadStays } from '../record/unread-rows'
import { isUnread, type Standing } from '../stays/standing'
import type { Setting } from './setting'
import { stepsRead } from './steps-read'
import type { World } from './world'
import { type ZonesAsked, zonesAsked } from './zones-asked'

interface Wait extends ZonesAsked {
  /** other zones of the unit at one of the levels */
  count: number
}

interface Waiting {
  readonly standing: Standing
  readonly waits: readonly Wait[]
  /** every change of a zone of the unit concerns it */
  readonly isOpen: boolean
}

/** How another zone stood and stands; undefined where it did not or does no more. */
export interface Change {
  readonly id: string
  readonly before: Standing | undefined
  readonly after: Standing | undefined
}

/**
 * Zones that were asked and wait, and how many others of their units stand in their way. Another zone concerns one of
 * them once that number turns its answer; where it hangs on zones of which the level cannot be read, every change does.
 */
export class WaitingZones {
  private readonly waiting = new Map<string, Waiting>()

  private readonly ordered: ReadonlySet<string>
  private readonly hasUnreadStays: boolean

  constructor(
    private readonly world: World,
    { facts, asOf }: Setting,
  ) {
    this.ordered = new Set(stepsRead(facts).steps.map(({ zone }) => zone))
    this.hasUnreadStays = unreadStays(facts, asOf).length > 0
  }

  /** Notes for which zones it waits as it stands; of one that may be ordered, every change concerns it. */
  note(standing: Standing, ways: readonly { readonly transition: Transition }[]): void {
    const { id, policy } = standing
    const asked = policy ? ways.flatMap(({ transition }) => zonesAsked(policy, transition)) : []
    if (asked.length === 0) {
      this.waiting.delete(id)
      return
    }
    const found = asked.map((one) => ({ one, others: this.world.siblings(id, one.within, one.levels) }))
    this.waiting.set(id, {
      standing,
      waits: found.map(({ one, others }) => ({ ...one, count: others.count })),
      isOpen:
        this.hasUnreadStays ||
        this.ordered.has(id) ||
        found.some(({ others }) => (others.unread ?? []).length > 0),
    })
  }

  forget(id: string): void {
    this.waiting.delete(id)
  }

  /** Zones that wait and are concerned by the change of another. */
  concernedBy(change: Change): string[] {
    const concerned: string[] = []
    for (const [id, waiting] of this.waiting)
      if (id !== change.id && this.isConcerned(waiting, change)) concerned.push(id)
    return concerned
  }

  private isConcerned({ standing, waits, isOpen }: Waiting, { id, before, after }: Change): boolean {
    let isTurned = false
    for (const wait of waits) {
      if (!this.world.areSiblings(standing.id, id, wait.within)) continue
      const counts = (one: Standing | undefined): number =>
        one && !one.over && wait.levels.includes(one.level) ? 1 : 0
      const count = wait.count + counts(after) - counts(before)
      if (satisfies(count, wait.limits) !== satisfies(wait.count, wait.limits)) isTurned = true
      wait.count = count
      if (isOpen || isUnreadBy(standing, before) || isUnreadBy(standing, after)) isTurned = true
    }
    return isTurned
  }
}

const isUnreadBy = ({ policy }: Standing, one: Standing | undefined): boolean =>
  one !== undefined && !one.over && isUnread(policy, one)
