import type { Facts, PlaceKind } from '../facts'
import type { Instant, Moment } from '../time/calendar'
import type { Asked, Siblings } from './conditions/asked'
import { latestOf } from './days'
import { ownedShares } from './enclosure'
import { byStrictness, encloserOf, rankOf } from './ground'
import type { Policy, Transition } from './policy'
import type { Setting } from './setting'
import { isUnread, type Standing, standingAt, startsFrom } from './standing'
import { BESIDE, kindOfUnit } from './units'

const sumOf = (shares: readonly { readonly share: number }[]): number =>
  shares.reduce((sum, { share }) => sum + share, 0)

/** Share of a line that may be lost to rounding where zones lie all round. */
const WHOLE = 1e-6

/** All zones as they stand at one instant, and who lies inside whom. The run moves them; the record does not. */
export class World {
  readonly standings = new Map<string, Standing>()
  /** by id; null when a move has made it stale */
  private enclosers: Map<string, string | null> | null = null
  private readonly mergedInto = new Map<string, string>()
  private readonly left: { readonly id: string; readonly level: string; readonly at: Moment }[] = []

  constructor(private readonly setting: Setting) {}

  get facts(): Facts {
    return this.setting.facts
  }

  /** Every zone as its record has it at the instant. */
  static recorded(setting: Setting, at: Instant): World {
    const world = new World(setting)
    for (const id of setting.stays.keys()) world.followRecord(id, at)
    return world
  }

  /** Takes what the record says of this zone at the instant. */
  followRecord(id: string, at: Instant): void {
    this.enclosers = null
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
    this.enclosers = null
  }

  /** Moves a zone; `into` ends it in the zone around it, whose clock runs on. */
  move(id: string, next: Standing, into: string | null): void {
    this.enclosers = null
    const before = this.standings.get(id)!
    this.left.push({ id, level: before.level, at: next.enteredAt })
    this.standings.set(id, into === null ? next : { ...next, over: true })
    if (into !== null) this.mergedInto.set(id, into)
  }

  /** Id of the weaker zone around this one, at the levels of now. */
  encloserOf(id: string): string | null {
    this.enclosers ??= this.findEnclosers()
    return this.enclosers.get(id) ?? null
  }

  /**
   * The weakest of the zones that together hold all the ground beside its line, of several the one with most of it; null
   * where some of that ground is in no zone.
   */
  weakestAround(id: string): Standing | null {
    const all = this.setting.live.get(id)?.ground.beside ?? []
    if (sumOf(all) < 1 - WHOLE) return null
    const heirs = all.map(({ share, zones }) => ({ share, zones: zones.map((zone) => this.heir(zone)) }))
    const beside = heirs.filter(({ zones }) => !zones.includes(id))
    const others = [...this.standings.values()].filter((one) => !one.over && one.id !== id)
    const order = others.map((one) => this.ordered(one)).sort(byStrictness)
    const held = [
      ...ownedShares(
        beside,
        order.map((one) => one.id),
      ),
    ]
    const owned = held.reduce((sum, [, share]) => sum + share, 0)
    if (held.length === 0 || owned < sumOf(beside) - WHOLE) return null
    const shares = new Map(held)
    return others
      .filter((one) => shares.has(one.id))
      .sort((a, b) => a.rank - b.rank || shares.get(b.id)! - shares.get(a.id)! || (a.id < b.id ? -1 : 1))[0]!
  }

  /** Zones all round that hold it where it is: stricter than itself, and than where it would go. */
  heldBy(standing: Standing, to: string): string[] {
    const weakest = this.weakestAround(standing.id)
    if (!weakest || weakest.rank <= standing.rank || weakest.rank <= rankOf(standing.policy, to)) return []
    return [weakest.id]
  }

  /** Stricter zones whose encloser this one is. */
  stricterInside(id: string): string[] {
    this.enclosers ??= this.findEnclosers()
    return [...this.enclosers].filter(([, outer]) => outer === id).map(([inner]) => inner)
  }

  private findEnclosers(): Map<string, string | null> {
    const standing = [...this.standings.values()].filter((one) => !one.over)
    const all = standing.map((one) => this.ordered(one)).sort(byStrictness)
    const found = standing.map(({ id, parent, rank }): [string, string | null] => {
      const ground = this.setting.live.get(id)?.ground
      const beside = (ground?.beside ?? []).map(({ share, zones }) => ({
        share,
        zones: zones.map((zone) => this.heir(zone)),
      }))
      const named = parent === null ? null : this.heir(parent)
      return [id, encloserOf({ ...this.ordered({ id, rank }), parent: named, beside }, all)]
    })
    return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  /** Other zones of the same unit at one of the levels. A zone whose unit is unknown counts everywhere. */
  siblings(id: string, within: string, levels: readonly string[]): Siblings {
    const near = within === BESIDE ? this.beside(id) : null
    const kind = kindOfUnit(within)
    const same = (other: string): boolean =>
      other !== id && (near ? near.has(other) : this.shareUnit(id, other, kind))
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
      stricterInside: () => this.stricterInside(standing.id),
      heldBy: (to) => this.heldBy(standing, to),
      siblings: (within, levels) => this.siblings(standing.id, within, levels),
    }
  }

  private ordered({ id, rank }: Pick<Standing, 'id' | 'rank'>) {
    return { id, rank, areaM2: this.setting.live.get(id)?.ground.areaM2 ?? 0 }
  }

  private heir(id: string): string {
    let heir = id
    for (let next = this.mergedInto.get(heir); next; next = this.mergedInto.get(heir)) heir = next
    return heir
  }

  private shareUnit(a: string, b: string, kind: PlaceKind): boolean {
    const [mine, theirs] = [this.setting.unitsOf(a, kind), this.setting.unitsOf(b, kind)]
    if (mine.size === 0 || theirs.size === 0) return true
    return [...theirs].some((code) => mine.has(code))
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
