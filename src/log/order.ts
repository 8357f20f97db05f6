import { digestOf } from './digest'
import type { LogEvent } from './events'

/** The log in its one order: by `recordedAt`, then by id; an event that came twice counts once. What has no time stands last. */
export function inOrder(events: Iterable<LogEvent>): LogEvent[] {
  const byId = new Map<string, LogEvent>()
  for (const event of events) {
    const same = byId.get(event.id)
    if (!same || (same !== event && event.hash < same.hash)) byId.set(event.id, event)
  }
  return [...byId.values()].sort((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1))
}

/** Finite, so that two events without a time are still told apart by their ids. */
const timeOf = ({ recordedAt }: LogEvent): number =>
  Number.isFinite(recordedAt) ? recordedAt : Number.MAX_VALUE

/** What a briefing keeps of a log: SHA-256 over the hashes of its events in order. Null for an empty log. */
export function headOf(ordered: readonly LogEvent[]): string | null {
  return ordered.length > 0 ? digestOf(ordered.map(({ hash }) => `${hash}\n`)) : null
}

/**
 * Ids of the events that hold: those that no holding reversal takes back. A reversal of a reversal makes the
 * first event hold again.
 */
export function holdingIds(ordered: readonly LogEvent[]): Set<string> {
  const holding = new Set<string>()
  const reversed = new Set<string>()
  for (let i = ordered.length - 1; i >= 0; i -= 1) {
    const event = ordered[i]!
    if (reversed.has(event.id)) continue
    holding.add(event.id)
    if (event.type === 'event.reversed@1') reversed.add(event.event)
  }
  return holding
}
