import { canonical, digest } from '../../log/digest'
import type { LogEvent } from '../../log/events'
import { logFromNdjson } from '../../log/log-file'
import { isAltered } from '../chains'
import type { Told } from '../port'

/** A file of a device as it was read: the events up to where it is whole. */
export interface ChainFile {
  readonly events: readonly LogEvent[]
  /** up to and with the last line that is whole */
  readonly wholeBytes: number
  readonly told: readonly Told[]
}

const LINE_END = 0x0a

/**
 * Reads the events of one file. A last line without its end is still on its way; after a line that is no event, or not
 * what its hash says, nothing of the file is read.
 */
export function readChainFile(path: string, bytes: Uint8Array): ChainFile {
  const wholeBytes = bytes.lastIndexOf(LINE_END) + 1
  const told: Told[] = []
  const about = { device: null, events: 0 }
  if (wholeBytes < bytes.length) told.push({ ...about, code: 'torn', seen: path })
  const events: LogEvent[] = []
  const lines = new TextDecoder().decode(bytes.subarray(0, wholeBytes)).split('\n').slice(0, -1)
  for (const [i, line] of lines.entries()) {
    const [event] = logFromNdjson(line).events
    const code = !event ? 'unreadable' : isAltered(event) ? 'altered' : null
    if (code !== null) {
      told.push({ code, device: event?.device ?? null, seen: `${path}:${i + 1}`, events: lines.length - i })
      break
    }
    events.push(event!)
  }
  return { events, wholeBytes, told }
}

export const chainLines = (events: readonly LogEvent[]): Uint8Array =>
  new TextEncoder().encode(events.map((event) => `${canonical(event)}\n`).join(''))

/** The name of a device as part of a path; one that no file system is sure to take goes by its digest. */
export const pathName = (device: string): string =>
  /^[a-z0-9][a-z0-9._-]{0,79}$/.test(device) && !device.endsWith('.') ? device : digest(device).slice(0, 32)
