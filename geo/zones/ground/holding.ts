import type { Facts, ZoneStay } from '../../facts'
import { overlapAreaM2 } from '../../geometry/overlay/overlay'
import { hierarchyOf } from '../../places/hierarchy'
import type { Instant } from '../../time/calendar'
import { type PolicyOf, rankOf, type ZoneGround } from './ground'

/** A zone whose ground lies in another one's up to this share is cut out of it. */
const WITHIN = 0.99

/** Which zones an event holds beside the one it counts for. */
export class Holding {
  readonly #stays = new Map<string, ZoneStay[]>()
  readonly #within = new Map<string, boolean>()

  constructor(
    private readonly zones: readonly ZoneGround[],
    private readonly about: { readonly facts: Facts; readonly policyOf: PolicyOf },
  ) {
    for (const stay of about.facts.zones) {
      const own = this.#stays.get(stay.id)
      if (own) own.push(stay)
      else this.#stays.set(stay.id, [stay])
    }
  }

  /**
   * Of the zones on whose ground it lies those that it holds besides: all but the one counted and those around another
   * one that was stricter when it happened, or that names them as its parent and was no less strict: that is cut out of
   * them, and their clock does not restart.
   */
  beside(counted: number, grounds: readonly number[], at: Instant | null): number[] {
    if (grounds.length === 0 || (grounds.length === 1 && grounds[0] === counted)) return []
    const all = counted < 0 || grounds.includes(counted) ? grounds : [counted, ...grounds]
    return grounds.filter(
      (zone) => zone !== counted && !all.some((inner) => inner !== zone && this.#isCutOut(inner, zone, at)),
    )
  }

  #isCutOut(inner: number, outer: number, at: Instant | null): boolean {
    const [own, around] = [this.#rankAt(inner, at), this.#rankAt(outer, at)]
    if (own >= around && this.zones[inner]!.stay.parent === this.zones[outer]!.id) return true
    return own > around && this.#liesWithin(inner, outer)
  }

  /** Its rank when it happened; of a zone drawn later, as it was drawn. */
  #rankAt(zone: number, at: Instant | null): number {
    const { id, rank } = this.zones[zone]!
    const own = (this.#stays.get(id) ?? []).sort((a, b) => a.from.at - b.from.at)
    const stay = (at === null ? undefined : own.findLast(({ from }) => from.at <= at)) ?? own[0]
    return stay ? rankOf(this.about.policyOf(stay), stay.level) : rank
  }

  #liesWithin(inner: number, outer: number): boolean {
    const key = `${inner} ${outer}`
    let within = this.#within.get(key)
    if (within === undefined)
      this.#within.set(key, (within = this.#findWithin(this.zones[inner]!, this.zones[outer]!)))
    return within
  }

  #findWithin(inner: ZoneGround, outer: ZoneGround): boolean {
    if (inner.enclosedBy === outer.id) return true
    const hierarchy = hierarchyOf(this.about.facts.places)
    const members = new Set(outer.members)
    const byMembers = inner.members.every((code) =>
      [code, ...hierarchy.ancestorsOf(code)].some((one) => members.has(one)),
    )
    if (inner.members.length > 0 && byMembers) return true
    if (inner.outline.length === 0 || outer.outline.length === 0) return false
    return overlapAreaM2(inner.outline, outer.outline) >= WITHIN * inner.areaM2
  }
}
