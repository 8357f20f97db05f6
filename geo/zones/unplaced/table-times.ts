import type { UnplacedWhy } from '../../answers'
import { textAt } from '../../columns'
import type { CaseTable, ContactTable, Facts, MomentColumn } from '../../facts'
import type { Instant } from '../../time/calendar'
import { isSeen } from '../../time/seen'
import type { RowTime } from './open-times'
import { faultOfTime, learnedBy, type Plausible, plausibleAt, type TimeFault } from './times'

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

/** A column of times of a table; one of those that come first keeps the row ahead while it lies ahead itself. */
interface TimeColumn {
  readonly event: string
  readonly column: MomentColumn
  readonly isFirst: boolean
}

const columnsOfCases = (cases: CaseTable): readonly TimeColumn[] => [
  { event: 'case', column: cases.reportedAt, isFirst: true },
  { event: 'case.left', column: cases.transferredAt, isFirst: false },
  { event: 'case.sampled', column: cases.sampledAt, isFirst: true },
  { event: 'case.onset', column: cases.onsetOn, isFirst: true },
]

const columnsOfContacts = (contacts: ContactTable): readonly TimeColumn[] => [
  { event: 'contact.exposure', column: contacts.exposedAt, isFirst: true },
  { event: 'contact.transferred', column: contacts.transferredAt, isFirst: false },
  { event: 'contact.left', column: contacts.releasedAt, isFirst: false },
]

const datedIn = (columns: readonly TimeColumn[], row: number): Dated[] =>
  columns.map(({ event, column: { at, isDay } }) => ({ event, at: at[row]!, isDay: isDay[row] === 1 }))

const firstOf = (columns: readonly TimeColumn[]): string[] =>
  columns.filter(({ isFirst }) => isFirst).map(({ event }) => event)

const AHEAD: RowTime = { ahead: true, open: null }
const STATED: RowTime = { ahead: false, open: null }

/** The same as `StatedTimes` says of a row that leaves nothing out; null where one of its times cannot be true. */
function plainTime(
  columns: readonly TimeColumn[],
  row: number,
  { plausible, knownAt }: { plausible: Plausible; knownAt: Instant },
): RowTime | null {
  let [hasSeen, isToCome] = [false, false]
  for (const { column, isFirst } of columns) {
    const at = column.at[row]!
    if (Number.isNaN(at)) continue
    if (faultOfTime(plausible, at, knownAt)) return null
    if (isSeen(at, column.isDay[row] === 1, plausible.asOf)) hasSeen = true
    else if (isFirst) isToCome = true
  }
  return isToCome && !hasSeen ? AHEAD : STATED
}

/** Of every case: when it was reported, and every other time that cannot be true. */
export function timesOfCases(cases: CaseTable, plausible: Plausible): (row: number) => RowTime {
  const columns = columnsOfCases(cases)
  return (row) => {
    const isReported = !Number.isNaN(cases.reportedAt.at[row]!)
    const plain = isReported ? plainTime(columns, row, { plausible, knownAt: cases.knownAt[row]! }) : null
    return plain ?? timeOfCase(cases, row, plausible)
  }
}

/** The slow way: of one case, whatever it leaves out. */
export function timeOfCase(cases: CaseTable, row: number, plausible: Plausible): RowTime {
  const knownAt = cases.knownAt[row]!
  const columns = columnsOfCases(cases)
  const stated = new StatedTimes(datedIn(columns, row), { plausible, knownAt })
  const isCase = textAt(cases.kind, row) !== 'suspected'
  const missing = isCase && Number.isNaN(cases.reportedAt.at[row]!) ? ['case'] : []
  return stated.open(missing, firstOf(columns), learnedBy(plausible, knownAt))
}

/** Whether a case is on no day: it does not tell when it was reported, or says what cannot be. */
export function undatedCases(facts: Facts, asOf: Instant): (row: number) => boolean {
  const timeOf = timesOfCases(facts.cases, plausibleAt(facts, asOf))
  return (row) =>
    textAt(facts.cases.kind, row) !== 'suspected' && timeOf(row).open?.events.has('case') === true
}

/** What takes a contact out of a zone. */
const ENDS = ['contact.transferred', 'contact.left']

/** Of every contact: its exposure where nothing bounds it, and every other time that cannot be true. */
export function timesOfContacts(contacts: ContactTable, plausible: Plausible): (row: number) => RowTime {
  const all = columnsOfContacts(contacts)
  const untilReleased = all.slice(0, 2)
  return (row) => {
    if (Number.isNaN(contacts.exposedAt.at[row]!)) return timeOfContact(contacts, row, plausible)
    const columns = contacts.releasedAt.at[row]! <= plausible.asOf ? all : untilReleased
    const plain = plainTime(columns, row, { plausible, knownAt: contacts.knownAt[row]! })
    return plain ?? timeOfContact(contacts, row, plausible)
  }
}

/** The slow way: of one contact, whatever it leaves out. */
export function timeOfContact(contacts: ContactTable, row: number, plausible: Plausible): RowTime {
  const knownAt = contacts.knownAt[row]!
  const columns = columnsOfContacts(contacts)
  const dated = datedIn(columns, row)
  const stated = new StatedTimes(
    dated.filter(({ event, at }) => event !== 'contact.left' || at <= plausible.asOf),
    { plausible, knownAt },
  )
  const isOne = (times: ReadonlySet<string>): boolean => ENDS.some((event) => times.has(event))
  const bounded = isOne(stated.seen)
  const missing = Number.isNaN(contacts.exposedAt.at[row]!) && !bounded ? ['contact.exposure'] : []
  const gone = isOne(stated.faulty) && !bounded ? ['contact.gone'] : []
  return stated.open([...missing, ...gone], firstOf(columns), learnedBy(plausible, knownAt))
}
