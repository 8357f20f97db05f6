import type { Instant } from '#geo'
import type { Author, Body, LogEvent } from '../events'
import { END_OF_TIME } from './records'
import { invalidPart, isKnownType } from './schema'

/** An event that is not understood or not valid: listed, counted, never applied, never lost. */
export interface SetAside {
  readonly event: string
  readonly type: string
  /** `dated-ahead`: more than a day after the clock of the computer it came to */
  readonly code: 'unknown-type' | 'not-valid' | 'dated-ahead'
  /** the part that is not valid, e.g. `zone.members.0`; null for the other codes */
  readonly part: string | null
  /** its line in the ordered log, 1 = first */
  readonly line: number
  /** ms, as it says; null where that is no time */
  readonly recordedAt: Instant | null
  readonly by: Author
  readonly device: string
}

type Mark = Extract<LogEvent, { type: 'event.setAside@1' }>

/** How far ahead of the clock an event that comes may be dated, ms. */
export const AHEAD_MS = 24 * 60 * 60_000

export const isAhead = ({ recordedAt }: LogEvent, clock: Instant): boolean => recordedAt > clock + AHEAD_MS

export interface Sorted {
  /** what is applied; events of unknown types too, which act on nothing */
  readonly applied: readonly LogEvent[]
  readonly setAside: readonly SetAside[]
}

/**
 * Parts a log, given in order, into what is applied and what is set aside. Whether a body is valid is seen from the
 * event; that one was dated ahead was decided when it came and stands in the log. `clock` decides it for a log that is
 * only looked at.
 */
export function sortOut(ordered: readonly LogEvent[], clock: Instant | null = null): Sorted {
  const parts = new Map(ordered.map((event) => [event, invalidPart(event)]))
  const ahead = new Map<unknown, Instant>()
  for (const event of ordered)
    if (event.type === 'event.setAside@1' && parts.get(event) === null && event.code === 'dated-ahead')
      ahead.set(event.event, Math.min(event.at, ahead.get(event.event) ?? event.at))
  const applied: LogEvent[] = []
  const setAside: SetAside[] = []
  ordered.forEach((event, i) => {
    const part = parts.get(event) ?? null
    const came = ahead.get(event.id) ?? clock
    if (part !== null) setAside.push(listed(event, i + 1, { code: 'not-valid', part }))
    else if (came !== null && isAhead(event, came))
      setAside.push(listed(event, i + 1, { code: 'dated-ahead' }))
    else {
      applied.push(event)
      if (!isKnownType(event.type)) setAside.push(listed(event, i + 1, { code: 'unknown-type' }))
    }
  })
  return { applied, setAside }
}

function listed(
  event: LogEvent,
  line: number,
  { code, part = null }: { readonly code: SetAside['code']; readonly part?: string | null },
): SetAside {
  const { id, type, recordedAt, by, device } = event as Partial<LogEvent>
  return Object.freeze({
    event: textOf(id),
    type: textOf(type),
    code,
    part,
    line,
    recordedAt: Math.abs(Number(recordedAt)) <= END_OF_TIME ? Number(recordedAt) : null,
    by: Object.freeze({ name: textOf(by?.name), unit: textOf(by?.unit) }),
    device: textOf(device),
  })
}

const textOf = (seen: unknown): string => (typeof seen === 'string' ? seen : '')

/** How many events of a log that comes are dated ahead; where they are more than half, it is the clock that is to be asked. */
export function datedAhead(
  came: readonly LogEvent[],
  clock: Instant,
): { readonly ahead: number; readonly of: number; readonly isClock: boolean } {
  const ahead = came.filter((event) => isAhead(event, clock)).length
  return { ahead, of: came.length, isClock: ahead * 2 > came.length }
}

/**
 * Drafts that record what of a log is not applied or not kept as it comes: what is dated ahead of the clock, and an
 * import that the log holds under the same id, whose hash the next event of its device names.
 */
export function markDrafts(held: readonly LogEvent[], came: readonly LogEvent[], clock: Instant): Body[] {
  const byId = new Map(held.map((event) => [event.id, event]))
  const marked = new Set([...held, ...came].filter(isMark).map(({ original }) => original))
  return came.flatMap((event): Body[] => {
    const same = byId.get(event.id)
    const code = same ? 'already-held' : 'dated-ahead'
    const isNews = same ? same.hash !== event.hash : isAhead(event, clock)
    if (!isNews || marked.has(event.hash)) return []
    return [{ type: 'event.setAside@1', event: event.id, code, at: clock, original: event.hash }]
  })
}

/** True for what records that an event was set aside. */
export const isMark = (event: LogEvent): event is Mark => event.type === 'event.setAside@1'
