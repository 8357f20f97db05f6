import { hashOf } from './append'
import type { LogEvent } from './events'
import { isWholeEvidence } from './fold/evidence'
import { headOf, inOrder } from './order'
import type { ColumnBlock } from './rows/columns'
import { hashOfBlock } from './rows/segment'

export interface Fault {
  /** `altered`: the event is not what its hash says · `missing`: the event before it, of the same device, is not there */
  readonly code:
    | 'altered'
    | 'missing'
    | 'repeated'
    | 'unreadable'
    | 'segment-altered'
    | 'segment-missing'
    | 'evidence-altered'
  /** the event's id; null for a line that could not be read */
  readonly event: string | null
  /** its line in the order given, 1 = first */
  readonly line: number
  /** hash of the event that is missing, or of the segment */
  readonly hash: string | null
}

export interface Verdict {
  readonly ok: boolean
  readonly head: string | null
  readonly events: number
  readonly faults: readonly Fault[]
}

/**
 * Checks every event against its hash and against the event before it of the same device. A cut end or a log
 * rewritten whole cannot be seen this way: compare `head` with the one a briefing printed. `joined` are events beside
 * which these will stand: one of them may be the one before.
 */
export function verify(
  events: readonly LogEvent[],
  blocks: ReadonlyMap<string, ColumnBlock> | null = null,
  joined: readonly LogEvent[] = [],
): Verdict {
  const faults: Fault[] = []
  const seen = new Set<string>()
  const hashes = new Set([...joined, ...events].flatMap(hashesIn))
  events.forEach((event, i) => {
    const fault = (code: Fault['code'], hash: string | null = null): void => {
      faults.push({ code, event: event.id ?? null, line: i + 1, hash })
    }
    if (seen.has(event.id)) fault('repeated')
    seen.add(event.id)
    if (!holds(() => hashOf(event) === event.hash)) fault('altered', event.hash ?? null)
    if (event.prev !== null && !hashes.has(event.prev)) fault('missing', event.prev)
    if ('evidence' in event && event.evidence && !holds(() => isWholeEvidence(event.evidence!)))
      fault('evidence-altered', textOf(event.evidence.digest))
    const segment = segmentOf(event)
    if (segment === null && namesNoHash(event)) fault('segment-missing')
    if (segment !== null && blocks) {
      const block = blocks.get(segment)
      if (!block) fault('segment-missing', segment)
      else if (!holds(() => hashOfBlock(block) === segment)) fault('segment-altered', segment)
    }
  })
  for (const one of secondBeginnings(events)) faults.push(one)
  return { ok: faults.length === 0, head: headOf(inOrder(events)), events: events.length, faults }
}

/** False also where there is nothing to be checked: what cannot be written canonically was never hashed. */
function holds(check: () => boolean): boolean {
  try {
    return check()
  } catch {
    return false
  }
}

/** Each event of a device follows another one: two with the same `prev` mean that one was put in later. */
function secondBeginnings(events: readonly LogEvent[]): Fault[] {
  const followed = new Set<string>()
  return events.flatMap(({ id, device, prev }, i): Fault[] => {
    const link = `${device} ${prev}`
    if (followed.has(link)) return [{ code: 'repeated', event: id, line: i + 1, hash: prev }]
    followed.add(link)
    return []
  })
}

/** The event's own hash, and that of an import which the log holds under the same id from another device. */
function hashesIn(event: LogEvent): string[] {
  return event.type === 'event.setAside@1' ? [event.hash, event.original] : [event.hash]
}

/** Hash of the block of columns an event refers to; null for events without one. */
export function segmentOf(event: LogEvent): string | null {
  if ('segment' in event) return textOf(event.segment)
  return event.type === 'file.kept@1' ? textOf(event.block) : null
}

/** True where the event names its rows by something that is no hash. */
function namesNoHash(event: LogEvent): boolean {
  const named: unknown =
    'segment' in event ? event.segment : event.type === 'file.kept@1' ? event.block : null
  return named !== null && typeof named !== 'string'
}

/** An event from outside may hold anything. */
const textOf = (seen: unknown): string | null => (typeof seen === 'string' ? seen : null)
