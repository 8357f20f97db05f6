import type { DeadlineAnswer } from '../answers'
import { momentAt, textAt } from '../columns'
import type { Facts, MomentColumn } from '../facts'
import { rowNames } from '../row-names'
import { dayOf, formatMoment, type Instant, type Moment } from '../time/calendar'
import { isSeenMoment } from '../time/seen'
import { isLater, printMoment } from './moves/days'
import type { Setting } from './moves/setting'
import type { Policy } from './policy/policy'
import { afterHours, isPast } from './policy/term'
import { attribute } from './record/attribution'
import { listOfEvent } from './record/record'
import { rowsByZone } from './record/rows-by-zone'
import { isMistypedStart } from './stays/mistyped-stays'
import type { Standing } from './stays/standing'

type Deadline = NonNullable<Policy['deadlines']>[number]

/** When something happened: null is not yet, undefined is that no list tells. */
type Happened = Moment | null | undefined

/** A case, a contact, a round or the zone, and what is told of its times. */
interface Subject {
  readonly about: string
  when(event: string, from: Moment | null): Happened
}

/** Past limits are listed for so long, those that still run or are over without end always. */
const LISTED = 7 * 86_400_000

/**
 * The time limits of the policy for the zone, its cases, contacts and rounds, by due time. They never block anything. A
 * limit whose start nothing tells has not begun; one whose end no list tells is `unknown`. What was done, or is unknown,
 * is listed until a week after it was due.
 */
export function deadlinesOf(setting: Setting, standing: Standing): DeadlineAnswer[] {
  const deadlines = standing.policy?.deadlines ?? []
  if (deadlines.length === 0) return []
  const subjects = new Map<string, readonly Subject[]>()
  const found = deadlines.flatMap((deadline) => {
    const kind = kindOf(deadline.from)
    if (!subjects.has(kind)) subjects.set(kind, subjectsOf(setting, standing, kind))
    return subjects.get(kind)!.flatMap((subject) => answerFor(setting, deadline, subject))
  })
  return found
    .sort((a, b) => a.due.at - b.due.at || (a.answer.about < b.answer.about ? -1 : 1))
    .map(({ answer }) => answer)
}

function kindOf(event: string): 'case' | 'contact' | 'round' | 'zone' {
  if (event.startsWith('case.')) return 'case'
  if (event.startsWith('contact.')) return 'contact'
  return event.startsWith('round.') ? 'round' : 'zone'
}

function answerFor(
  { timezone, asOf }: Setting,
  { id, zh, en, from, done, hours }: Deadline,
  subject: Subject,
): { readonly due: Moment; readonly answer: DeadlineAnswer }[] {
  const start = subject.when(from, null)
  if (!start) return []
  const due = afterHours(timezone, start, hours)
  const end = subject.when(done, start)
  const state = end
    ? isLater(timezone, end, due)
      ? 'doneLate'
      : 'done'
    : end === undefined
      ? 'unknown'
      : isPast(timezone, due, asOf)
        ? 'over'
        : 'running'
  if (state !== 'running' && state !== 'over' && due.at < asOf - LISTED) return []
  const answer = {
    id,
    zh,
    en: en ?? zh,
    about: subject.about,
    startedAt: formatMoment(timezone, start),
    dueAt: formatMoment(timezone, due),
    doneAt: printMoment(timezone, end ?? null),
    state,
  } as const
  return [{ due, answer }]
}

function subjectsOf(
  setting: Setting,
  standing: Standing,
  kind: ReturnType<typeof kindOf>,
): readonly Subject[] {
  const { facts, asOf, policyOf, live } = setting
  if (kind === 'zone') return [zoneSubject(setting, standing)]
  if (kind === 'round')
    return live.get(standing.id)!.record.rounds.map((round) => ({
      about: round.round,
      when: (event) =>
        event === 'round.started'
          ? round.startedAt
          : event === 'round.finished'
            ? round.finishedAt
            : undefined,
    }))
  const attribution = attribute(facts, asOf, policyOf)
  const zone = attribution.zones.findIndex((one) => one.id === standing.id)
  const rows = rowsByZone(kind === 'case' ? attribution.cases : attribution.contacts).get(zone) ?? []
  const subjectOf = kind === 'case' ? caseSubject : contactSubject
  return rows.flatMap((row) => subjectOf(facts, row, asOf))
}

function seenAt(column: MomentColumn, row: number, asOf: Instant): Moment | null {
  const moment = momentAt(column, row)
  return isSeenMoment(moment, asOf) ? moment : null
}

const told = new WeakMap<MomentColumn, boolean>()

/** A column in which no row says anything tells nothing: then it is not known, not undone. */
function whenIn(column: MomentColumn, row: number, asOf: Instant): Happened {
  let isTold = told.get(column)
  if (isTold === undefined) told.set(column, (isTold = column.at.some((at) => !Number.isNaN(at))))
  return isTold ? seenAt(column, row, asOf) : undefined
}

function caseSubject({ cases }: Facts, row: number, asOf: Instant): Subject[] {
  const kind = textAt(cases.kind, row)
  if (kind === 'suspected') return []
  const columns: Record<string, MomentColumn> = {
    'case.reported': cases.reportedAt,
    'case.sampled': cases.sampledAt,
    'case.onset': cases.onsetOn,
    'case.left': cases.transferredAt,
    'case.transferred': cases.transferredAt,
    ...(kind === 'confirmed' ? { 'case.confirmed': cases.kindAt } : {}),
  }
  const about = rowNames(cases)[row]!
  return [{ about, when: (event) => columns[event] && whenIn(columns[event], row, asOf) }]
}

/** A contact is identified when its row came to be known. One that was released need not be moved any more. */
function contactSubject({ contacts }: Facts, row: number, asOf: Instant): Subject[] {
  if (seenAt(contacts.releasedAt, row, asOf) && !seenAt(contacts.transferredAt, row, asOf)) return []
  const known = contacts.knownAt[row]!
  const identified = Number.isNaN(known) || known > asOf ? null : { at: known, isDay: false }
  const about = rowNames(contacts)[row]!
  return [
    {
      about,
      when: (event) => {
        if (event === 'contact.identified' || event === 'contact.found') return identified
        if (event === 'contact.exposure') return whenIn(contacts.exposedAt, row, asOf)
        if (event === 'contact.transferred') return whenIn(contacts.transferredAt, row, asOf)
        return event === 'contact.left' ? whenIn(contacts.releasedAt, row, asOf) : undefined
      },
    },
  ]
}

function zoneSubject({ facts, asOf, live, timezone }: Setting, standing: Standing): Subject {
  const begun = (at: Moment): Happened => (isMistypedStart(facts, asOf, at) ? undefined : at)
  const { record } = live.get(standing.id)!
  const firstAfter = (from: Moment | null, moments: readonly Moment[]): Moment | null =>
    moments.find(
      (one) => !from || one.at >= from.at || dayOf(timezone, one.at) === dayOf(timezone, from.at),
    ) ?? null
  const orNone = (list: Parameters<typeof record.stated.has>[0], found: Moment | null): Happened =>
    found ?? (record.stated.has(list) ? null : undefined)
  return {
    about: standing.id,
    when: (event, from) => {
      if (event === 'zone.designated') return begun(standing.designatedAt)
      if (event === 'level.entered') return begun(standing.enteredAt)
      if (event === 'level.left') return null
      if (event === 'round.started')
        return orNone(
          'rounds',
          firstAfter(
            from,
            record.rounds.map((one) => one.startedAt),
          ),
        )
      if (event === 'round.finished')
        return orNone(
          'rounds',
          firstAfter(
            from,
            record.rounds.flatMap((one) => one.finishedAt ?? []),
          ),
        )
      if (event.startsWith('case.') || event.startsWith('contact.')) return undefined
      const moments = (record.events.get(event) ?? []).map(({ at, isDay }) => ({ at, isDay }))
      return orNone(listOfEvent(event), firstAfter(from, moments))
    },
  }
}
