import type { Instant } from '#geo'
import type { Author, LogEvent } from '../log/events'
import type { SetAside } from '../log/outside/set-aside'
import type { Told } from './port'
import type { Refusal, Weighed } from './take'

/** What came of one device. */
export interface DeviceNews {
  readonly device: string
  readonly news: number
  /** when they were recorded, ms */
  readonly from: Instant
  readonly to: Instant
  /** who signed them, each once */
  readonly by: readonly Author[]
}

/** What taking would bring, before it is done; or, afterwards, what it brought. */
export interface Preview {
  readonly news: number
  /** events that came and are here already */
  readonly here: number
  readonly from: Instant | null
  readonly to: Instant | null
  readonly devices: readonly DeviceNews[]
  readonly told: readonly Told[]
  readonly setAside: readonly SetAside[]
  readonly refusal: Refusal | null
}

export function previewOf({ taken, here, told, setAside, refusal }: Weighed): Preview {
  const byDevice = new Map<string, LogEvent[]>()
  for (const event of taken) byDevice.set(event.device, [...(byDevice.get(event.device) ?? []), event])
  const devices = [...byDevice].map(([device, events]) => newsOf(device, events))
  const times = taken.map(({ recordedAt }) => recordedAt)
  return {
    news: taken.length,
    here,
    from: times.length > 0 ? times.reduce(earlier) : null,
    to: times.length > 0 ? times.reduce(later) : null,
    devices: devices.sort((a, b) => b.to - a.to || (a.device < b.device ? -1 : 1)),
    told,
    setAside,
    refusal,
  }
}

const earlier = (one: Instant, other: Instant): Instant => (other < one ? other : one)
const later = (one: Instant, other: Instant): Instant => (other > one ? other : one)

function newsOf(device: string, events: readonly LogEvent[]): DeviceNews {
  const times = events.map(({ recordedAt }) => recordedAt)
  const by = new Map(events.map((event) => [JSON.stringify([event.by.unit, event.by.name]), event.by]))
  return {
    device,
    news: events.length,
    from: times.reduce(earlier),
    to: times.reduce(later),
    by: [...by.values()].filter(({ name, unit }) => name !== '' || unit !== ''),
  }
}
