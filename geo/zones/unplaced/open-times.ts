import type { UnplacedWhy } from '../../answers'
import { textAt } from '../../columns'
import type { CaseTable, ContactTable, Facts, MomentColumn, Origin, Round, StatedFact } from '../../facts'
import type { Instant, Moment } from '../../time/calendar'
import { isSeen, isSeenMoment } from '../../time/seen'
import { faultOfTime, learnedBy, type Plausible, plausibleAt, type TimeFault } from './times'
import type { OpenTime } from './unplaced-event'

/** What the times of a row say: it lies ahead of the as-of and is no matter yet, or what is open of it. */
export interface RowTime {
  readonly ahead: boolean
  readonly open: OpenTime | null
}

interface Dated {
  readonly event: string
  readonly at: Instant
  readonly isDay: boolean
}

/** The times that a row states, apart by whether they can be true. */
class StatedTimes {
  readonly seen: ReadonlySet<string>
  readonly ahead: ReadonlySet<string>
  readonly faulty: ReadonlySet<string>
  readonly fault: TimeFault | null

  constructor(dated: readonly Dated[], { plausible, knownAt }: { plausible: Plausible; knownAt: Instant }) {
    const faulty = new Set<string>()
    let fault: TimeFault | null = null
    const seen = new Set<string>()
    const ahead = new Set<string>()
    for (const { event, at, isDay } of dated) {
      if (Number.isNaN(at)) continue
      const wrong = faultOfTime(plausible, at, knownAt)
      if (wrong) {
        faulty.add(event)
        fault ??= wrong
        continue
      }
      ;(isSeen(at, isDay, plausible.asOf) ? seen : ahead).add(event)
    }
    this.faulty = faulty
    this.fault = fault
    this.seen = seen
    this.ahead = ahead
  }

  /** What is open of the row, where `missing` are events whose time it does not tell; `first` are those that come first. */
  open(missing: readonly string[], first: readonly string[], by: Instant): RowTime {
    const toCome = this.seen.size === 0 && first.some((event) => this.ahead.has(event))
    if (toCome && this.fault === null) return { ahead: true, open: null }
    const events = new Set([...this.faulty, ...missing])
    if (events.size === 0) return { ahead: false, open: null }
    const why: UnplacedWhy = this.fault ?? 'no-time'
    return { ahead: false, open: { why, events, by } }
  }
}

const datedOf = (event: string, { at, isDay }: MomentColumn, row: number): Dated => ({
  event,
  at: at[row]!,
  isDay: isDay[row] === 1,
})

/** Of a case: when it was reported, and every other time that cannot be true. */
export function timeOfCase(cases: CaseTable, row: number, plausible: Plausible): RowTime {
  const knownAt = cases.knownAt[row]!
  const dated = [
    datedOf('case', cases.reportedAt, row),
    datedOf('case.left', cases.transferredAt, row),
    datedOf('case.sampled', cases.sampledAt, row),
    datedOf('case.onset', cases.onsetOn, row),
  ]
  const stated = new StatedTimes(dated, { plausible, knownAt })
  const isCase = textAt(cases.kind, row) !== 'suspected'
  const missing = isCase && Number.isNaN(cases.reportedAt.at[row]!) ? ['case'] : []
  return stated.open(missing, ['case', 'case.sampled', 'case.onset'], learnedBy(plausible, knownAt))
}

/** Whether a case is on no day: it does not tell when it was reported, or says what cannot be. */
export function undatedCases(facts: Facts, asOf: Instant): (row: number) => boolean {
  const plausible = plausibleAt(facts, asOf)
  return (row) =>
    textAt(facts.cases.kind, row) !== 'suspected' &&
    timeOfCase(facts.cases, row, plausible).open?.events.has('case') === true
}

/** What takes a contact out of a zone. */
const ENDS = ['contact.transferred', 'contact.left']

/** Of a contact: its exposure where nothing bounds it, and every other time that cannot be true. */
export function timeOfContact(contacts: ContactTable, row: number, plausible: Plausible): RowTime {
  const knownAt = contacts.knownAt[row]!
  const dated = [
    datedOf('contact.exposure', contacts.exposedAt, row),
    datedOf('contact.transferred', contacts.transferredAt, row),
    datedOf('contact.left', contacts.releasedAt, row),
  ]
  const stated = new StatedTimes(
    dated.filter(({ event, at }) => event !== 'contact.left' || at <= plausible.asOf),
    { plausible, knownAt },
  )
  const isOne = (times: ReadonlySet<string>): boolean => ENDS.some((event) => times.has(event))
  const bounded = isOne(stated.seen)
  const missing = Number.isNaN(contacts.exposedAt.at[row]!) && !bounded ? ['contact.exposure'] : []
  const gone = isOne(stated.faulty) && !bounded ? ['contact.gone'] : []
  return stated.open([...missing, ...gone], ['contact.exposure'], learnedBy(plausible, knownAt))
}

const knownAtOf = ({ knownAt }: Origin): Instant => knownAt ?? Number.NaN

/** Of a stated fact: when it was said. */
export function timeOfFact({ at, origin }: StatedFact, plausible: Plausible): RowTime {
  return timeOfOne(at, knownAtOf(origin), plausible)
}

/** Of a report: when it was filed; one that does not say so is filed with its day. */
export function timeOfReport(filedAt: Moment | null, origin: Origin, plausible: Plausible): RowTime {
  if (filedAt === null) return { ahead: false, open: null }
  return timeOfOne(filedAt, knownAtOf(origin), plausible)
}

/**
 * Of a round: when it ran. An end that lies ahead is a plan, unless the round says that it found somebody. One that does
 * not tell when it began was no later than its end.
 */
export function timeOfRound(round: Round, plausible: Plausible): RowTime {
  const knownAt = knownAtOf(round.origin)
  const by = learnedBy(plausible, knownAt)
  const [begin, end] = [round.startedAt, round.finishedAt]
  if (Number.isNaN(begin.at)) return { ahead: false, open: openWhole('no-time', Math.min(by, endOf(end))) }
  const fault = (moment: Moment | null): TimeFault | null =>
    moment ? faultOfTime(plausible, moment.at, knownAt) : null
  const found = round.result === 'positive' || (round.positivePeople ?? 0) > 0
  const wrong = fault(begin) ?? (found || fault(end) !== 'time-ahead' ? fault(end) : null)
  if (wrong === 'time-ahead' && !found) return { ahead: true, open: null }
  if (wrong) return { ahead: false, open: openWhole(wrong, by) }
  return { ahead: !isSeenMoment(begin, plausible.asOf), open: null }
}

const DAY = 86_400_000

/** The last instant of an end, be it a day; where none is told there is none. */
const endOf = (end: Moment | null): Instant =>
  end ? end.at + (end.isDay ? DAY : 0) : Number.POSITIVE_INFINITY

function timeOfOne(moment: Moment, knownAt: Instant, plausible: Plausible): RowTime {
  const by = learnedBy(plausible, knownAt)
  if (Number.isNaN(moment.at)) return { ahead: false, open: openWhole('no-time', by) }
  const fault = faultOfTime(plausible, moment.at, knownAt)
  if (fault) return { ahead: false, open: openWhole(fault, by) }
  return { ahead: !isSeenMoment(moment, plausible.asOf), open: null }
}

const openWhole = (why: UnplacedWhy, by: Instant): OpenTime => ({ why, events: new Set(), by })
