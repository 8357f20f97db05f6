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

/** Reads `log.ndjson`. A line that is no event is a fault with its number; the others are read. */
export function logFromNdjson(text: string): {
  readonly events: readonly LogEvent[]
  readonly faults: readonly Fault[]
} {
  const events: LogEvent[] = []
  const faults: Fault[] = []
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return
    const event = readEvent(line)
    if (event) events.push(event)
    else faults.push({ code: 'unreadable', event: null, line: i + 1, hash: null })
  })
  return { events, faults }
}

function readEvent(line: string): LogEvent | null {
  try {
    const value = JSON.parse(line) as Partial<LogEvent> | null
    const isEvent =
      typeof value?.type === 'string' &&
      typeof value.id === 'string' &&
      typeof value.hash === 'string' &&
      typeof value.recordedAt === 'number' &&
      typeof value.device === 'string'
    return isEvent ? Object.freeze(value as LogEvent) : null
  } catch {
    return null
  }
}
