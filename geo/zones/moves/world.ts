import type { Facts } from '../../facts'
import type { Instant, Moment } from '../../time/calendar'
import type { Asked, Others, Siblings } from '../conditions/asked'
import { askLeaf } from '../conditions/leaf'
import { type Neighbourhoods, neighbourhoodsOf } from '../ground/neighbourhoods'
import { atStrictest, enclosersOf, holding, type Surrounded, weakestAround } from '../ground/surroundings'
import type { Policy, Transition } from '../policy/policy'
import { BESIDE, kindOfUnit } from '../policy/units'
import { unreadRows } from '../record/unread-rows'
import { signalsOf } from '../signals/signals'
import { isMistypedStart } from '../stays/mistyped-stays'
import { isUnread, type Standing, standingAt, startsFrom } from '../stays/standing'
import { latestOf } from './days'
import type { Setting } from './setting'

const NONE: Others = { ids: [], unread: [] }
const idsOf = (standings: readonly Standing[]): ReadonlySet<string> => new Set(standings.map(({ id }) => id))

/** All zones as they stand at one instant, and who lies inside whom. The run moves them; the record does not. */
export class World {
  readonly standings = new Map<string, Standing>()
  /** who lies inside whom, by neighbourhood; gone where a move has made it stale */
  private readonly enclosers = new Map<readonly string[], ReadonlyMap<string, string | null>>()
  private readonly near: Neighbourhoods
  private readonly mergedInto = new Map<string, string>()
  private readonly left: { readonly id: string; readonly level: string; readonly at: Moment }[] = []

  constructor(private readonly setting: Setting) {
    this.near = neighbourhoodsOf(setting)
  }

  get facts(): Facts {
    return this.setting.facts
  }

  /** Every zone as its record has it at the instant. */
  static recorded(setting: Setting, at: Instant): World {
    const world = new World(setting)
    for (const id of setting.stays.keys()) world.followRecord(id, at)
    return world
  }

  /** The same zones as the record has them at another instant. */
  at(instant: Instant): World {
    return World.recorded(this.setting, instant)
  }

  /** Takes what the record says of this zone at the instant. */
  followRecord(id: string, at: Instant): void {
    this.enclosers.delete(this.near(id))
    const stays = this.setting.stays.get(id) ?? []
    const standing = standingAt(id, at, this.setting)
    const before = this.standings.get(id)
    if (!before)
      for (const stay of stays)
        if (stay.to && stay.to.at <= at) this.left.push({ id, level: stay.level, at: stay.to })
    if (before && before.level !== standing?.level)
      this.left.push({ id, level: before.level, at: standing?.enteredAt ?? { at, isDay: false } })
    if (standing) this.standings.set(id, standing)
    else this.standings.delete(id)
  }

  /**
   * Counts zones that are in force later as if they stood there already: a surrounding or remaining zone that the
   * record keeps up through a gap between two others did not come due in the gap.
   */
  expect(later: World, ids: Iterable<string>): void {
    for (const id of ids) {
      const standing = later.standings.get(id)
      if (standing && !this.standings.has(id)) this.standings.set(id, standing)
    }
    this.enclosers.clear()
  }

  /** Moves a zone; `into` ends it in the zone around it, whose clock runs on. */
  move(id: string, next: Standing, into: string | null): void {
    this.enclosers.delete(this.near(id))
    this.left.push({ id, level: this.standings.get(id)!.level, at: next.enteredAt })
    this.standings.set(id, into === null ? next : { ...next, over: true })
    if (into !== null) this.mergedInto.set(id, into)
  }

  /** Id of the weaker zone around this one, at the levels of now. */
  encloserOf(id: string): string | null {
    return this.enclosersAround(id).get(id) ?? null
  }

  private enclosersAround(id: string): ReadonlyMap<string, string | null> {
    const near = this.near(id)
    let found = this.enclosers.get(near)
    if (!found) this.enclosers.set(near, (found = enclosersOf(this.surroundings(id))))
    return found
  }

  /** The weakest of the zones that together hold all the ground beside its line. */
  weakestAround(id: string): Standing | null {
    return weakestAround(id, this.surroundings(id))
  }

  /** Zones all round that hold it where it is: stricter than itself, and than where it would go. */
  heldBy(standing: Standing, to: string): Others {
    const around = this.surroundings(standing.id)
    const known = holding(standing, to, around)
    if (known.length > 0) return { ids: known.map(({ id }) => id), unread: [] }
    const unread = this.unreadBeside(standing)
    const isSure = (): boolean => holding(standing, to, atStrictest(around, idsOf(unread))).length === 0
    if (unread.length === 0 || isSure()) return NONE
    const beside = this.beside(standing.id)
    return { ids: [], unread: unread.filter((one) => beside.has(one.id)) }
  }

  /** Stricter zones whose encloser this one is. */
  stricterInside(standing: Standing): Others {
    const ids = [...this.enclosersAround(standing.id)]
      .filter(([, outer]) => outer === standing.id)
      .map(([inner]) => inner)
    const unread = this.unreadBeside(standing).filter(({ id }) => !ids.includes(id))
    if (unread.length === 0) return { ids, unread }
    const enclosers = enclosersOf(atStrictest(this.surroundings(standing.id), idsOf(unread)))
    return { ids, unread: unread.filter(({ id }) => enclosers.get(id) === standing.id) }
  }

  /** Other zones near it of which the edition of this one cannot tell how strict they are, by id. */
  private unreadBeside({ id, policy }: Standing): Standing[] {
    return this.standingsNear(id)
      .filter((one) => !one.over && one.id !== id && isUnread(policy, one))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  private standingsNear(id: string): Standing[] {
    return this.near(id).flatMap((one) => this.standings.get(one) ?? [])
  }

  private surroundings(id: string): Surrounded {
    return { live: this.setting.live, standings: this.standingsNear(id), heirOf: (one) => this.heir(one) }
  }

  /** Other zones of the same unit at one of the levels. A zone whose unit is unknown counts everywhere. */
  siblings(id: string, within: string, levels: readonly string[]): Siblings {
    const beside = within === BESIDE ? this.beside(id) : null
    const same = (other: string): boolean =>
      other !== id && (beside ? beside.has(other) : this.areSiblings(id, other, within))
    const others = [...this.standings.values()].filter((one) => !one.over && same(one.id))
    const there = others.filter(({ level }) => levels.includes(level))
    const ids = there.map((one) => one.id).sort()
    const policy = this.standings.get(id)?.policy ?? null
    const unread = others.filter((one) => isUnread(policy, one)).sort((a, b) => (a.id < b.id ? -1 : 1))
    const gone = this.left.filter((one) => levels.includes(one.level) && same(one.id))
    return { count: ids.length, ids, lastLeft: latestOf(gone.map((one) => one.at)), unread }
  }

  /** Zones that hold ground at its line. */
  private beside(id: string): ReadonlySet<string> {
    const ground = this.setting.live.get(id)?.ground
    return new Set((ground?.beside ?? []).flatMap(({ zones }) => zones.map((zone) => this.heir(zone))))
  }

  /** The question to the conditions of a zone at an instant. */
  asked(standing: Standing, { policy, at, told }: { policy: Policy; at: Instant; told: boolean }): Asked {
    const { timezone, asOf, live } = this.setting
    return {
      timezone,
      dayCount: policy.dayCount,
      policy,
      zone: standing,
      record: live.get(standing.id)!.record,
      at,
      seen: Math.min(at, asOf),
      asOf,
      told,
      ask: askLeaf,
      stricterInside: () => this.stricterInside(standing),
      heldBy: (to) => this.heldBy(standing, to),
      siblings: (within, levels) => this.siblings(standing.id, within, levels),
      isMistyped: (start) => isMistypedStart(this.facts, asOf, start),
      ...unreadRows(this.setting, standing),
      signals: (seen) => signalsOf(this.setting, standing.id, seen),
    }
  }

  private heir(id: string): string {
    let heir = id
    for (let next = this.mergedInto.get(heir); next; next = this.mergedInto.get(heir)) heir = next
    return heir
  }

  /** Whether both lie in one unit, as far as that is known. */
  areSiblings(a: string, b: string, within: string): boolean {
    const kind = kindOfUnit(within)
    const [mine, theirs] = [this.setting.unitsOf(a, kind), this.setting.unitsOf(b, kind)]
    if (mine.size === 0 || theirs.size === 0) return true
    for (const code of theirs) if (mine.has(code)) return true
    return false
  }
}

/** The policy's transitions that start from where the zone stands and from where it came, in the policy's order. */
export function transitionsFrom(standing: Standing): readonly Transition[] {
  return (standing.policy?.transitions ?? []).filter(
    (one) =>
      startsFrom(one.from, standing.level) &&
      (one.cameFrom === undefined || one.cameFrom.includes(standing.cameFrom)),
  )
}
