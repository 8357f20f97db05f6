import type { ZonesUnknown } from '../answers'
import { largest } from '../extremes'
import type { Facts, UnreadRow, ZoneStay } from '../facts'
import type { Instant } from '../time/calendar'
import type { PolicyOf, ZoneGround } from '../zones/ground/ground'
import { mayBeStayOf, unreadStays } from '../zones/record/unread-rows'
import { zonesUnknown } from '../zones/record/zones-unknown'

/** Zones that nobody knows of: no list tells any, or rows of it were refused. */
export class UnknownZones {
  private readonly why: ZonesUnknown | null
  private readonly unread: readonly UnreadRow[]

  constructor(
    private readonly facts: Facts,
    private readonly question: { readonly asOf: Instant; readonly policyOf: PolicyOf },
    private readonly stays: ReadonlyMap<string, readonly ZoneStay[]>,
  ) {
    this.why = zonesUnknown(facts, question.asOf)
    this.unread = unreadStays(facts, question.asOf)
  }

  /** Whether one of them may be stricter where the holder (null: none that is known) is, or the holder be another than it is. */
  over(holder: ZoneGround | null): ZonesUnknown | null {
    if (this.why !== 'rows-unread' || holder === null) return this.why
    const own = { facts: this.facts, stays: this.stays }
    const isOwn = this.unread.some((row) => mayBeStayOf(row, own, holder.id))
    return isOwn || !this.isStrictest(holder) ? this.why : null
  }

  private isStrictest({ rank, stay }: ZoneGround): boolean {
    const levels = this.question.policyOf(stay)?.levels ?? []
    return rank > 0 && rank >= largest(levels.map((level) => level.rank))
  }
}
