import { canonical } from './digest'
import type { LogEvent } from './events'
import { inOrder } from './order'
import type { Fault } from './verify'

/** The text of `log.ndjson`: one event a line, in order, each in its RFC 8785 form. */
export function logToNdjson(events: Iterable<LogEvent>): string {
  return inOrder(events)
    .map((event) => `${canonical(event)}\n`)
    .join('')
}

export interface LogLines {
  readonly events: readonly LogEvent[]
  /** the line of each event in the file, 1 = first; lines that are blank or no events are counted */
  readonly lines: readonly number[]
  /** the lines that are no events */
  readonly faults: readonly Fault[]
}

/**
 * Reads `log.ndjson`, given whole or line by line (null: a line that is no text). A line that is no event is a fault
 * with its number; the others are read.
 */
export function logFromNdjson(text: string | Iterable<string | null>): LogLines {
  const events: LogEvent[] = []
  const lines: number[] = []
  const faults: Fault[] = []
  let number = 0
  for (const line of typeof text === 'string' ? text.split('\n') : text) {
    number += 1
    if (line?.trim() === '') continue
    const event = line === null ? null : readEvent(line)
    if (event) {
      events.push(event)
      lines.push(number)
    } else faults.push({ code: 'unreadable', event: null, line: number, hash: null })
  }
  return { events, lines, faults }
}

/** What is wrong with a log, by the lines of its file: `found` are faults by the order of its events. */
export function faultsByLine({ lines, faults }: Omit<LogLines, 'events'>, found: readonly Fault[]): Fault[] {
  const placed = found.map((fault) => ({ ...fault, line: lines[fault.line - 1] ?? fault.line }))
  return [...faults, ...placed].sort((a, b) => a.line - b.line)
}

function readEvent(line: string): LogEvent | null {
  try {
    const value: unknown = JSON.parse(line)
    return isEvent(value) ? Object.freeze(value) : null
  } catch {
    return null
  }
}

/** Everything an event has whatever it says; what it says is judged by who reads it. */
function isEvent(value: unknown): value is LogEvent {
  if (typeof value !== 'object' || value === null) return false
  const { type, id, hash, recordedAt, device, prev, batch, by } = value as Readonly<Record<string, unknown>>
  const { name, unit } = (by ?? {}) as Readonly<Record<string, unknown>>
  return (
    [type, id, hash, device, batch, name, unit].every((part) => typeof part === 'string') &&
    Number.isFinite(recordedAt) &&
    (prev === null || typeof prev === 'string')
  )
}
