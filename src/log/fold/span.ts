import {
  addDays,
  dayOf,
  type Facts,
  type Instant,
  isPlausible,
  isWithin,
  periodOf,
  seeTimes,
  startOfDay,
} from '#geo'

/** What a register spans, ms. What only has a day lasts to the 24:00 that ends it: there it is seen. */
export interface Span {
  readonly first: Instant
  readonly newest: Instant
  /** of what was so at `now`, plans apart; null where there are only plans. `isAhead`: it comes after `now` */
  readonly occurred: { readonly newest: Instant; readonly isAhead: boolean } | null
}

/**
 * The span of the plausible facts, seen from `now`: a year that was mistyped moves neither end. What begins after
 * `now` (a zone, a round) is a plan. Null where nothing is dated.
 */
export function spanOf(facts: Facts, now: Instant): Span | null {
  const period = periodOf(facts)
  if (!period) return null
  const zone = facts.pack.timezone
  let first = Number.POSITIVE_INFINITY
  const all = new Newest(zone)
  const occurred = new Newest(zone)
  seeTimes(facts, ({ kind }, time) => {
    if (kind === 'plan' || !isPlausible(period, time)) return
    if (isWithin(period, time.at)) first = Math.min(first, time.at)
    all.see(time)
    if (kind === 'occurrence' || time.at <= now) occurred.see(time)
  })
  if (all.end < first) return null
  const isAhead = occurred.begin > now
  return { first, newest: all.end, occurred: occurred.isSeen ? { newest: occurred.end, isAhead } : null }
}

/** The newest of some times: the begin of the last, and where the last of them ends. */
class Newest {
  private instant = Number.NEGATIVE_INFINITY
  private day = Number.NEGATIVE_INFINITY

  constructor(private readonly zone: string) {}

  see({ at, isDay }: { readonly at: Instant; readonly isDay: boolean }): void {
    if (isDay) this.day = Math.max(this.day, at)
    else this.instant = Math.max(this.instant, at)
  }

  get isSeen(): boolean {
    return this.begin > Number.NEGATIVE_INFINITY
  }

  get begin(): Instant {
    return Math.max(this.instant, this.day)
  }

  get end(): Instant {
    if (this.day === Number.NEGATIVE_INFINITY) return this.instant
    return Math.max(this.instant, startOfDay(this.zone, addDays(dayOf(this.zone, this.day), 1)))
  }
}
