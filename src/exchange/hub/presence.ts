import type { Instant } from '#geo'
import type { Author } from '../../log/events'
import { isAuthor, type Seat, tokenOf } from './names'

/** A machine at the hub, as it tells of itself; nothing of it is kept. */
export interface Presence {
  readonly device: string
  readonly by: Author
  /** by its own clock, ms */
  readonly at: Instant
  /** events it holds */
  readonly events: number
}

/** The same as it was heard here. */
export interface Heard extends Presence {
  /** by the clock of this machine, ms */
  readonly heardAt: Instant
}

export const presenceSubject = ({ workspace, unit, device }: Seat): string =>
  `cordon-here.${workspace}.${tokenOf(unit)}.${tokenOf(device)}`
export const presenceSubjects = (workspace: string): string => `cordon-here.${workspace}.*.*`

/** What a machine tells; null where it is nothing of the kind, or tells of another machine than that of its subject. */
export function readPresence(subject: string, text: string): Presence | null {
  try {
    const { device, by, at, events } = JSON.parse(text) as Partial<Presence>
    const isPresence =
      typeof device === 'string' && isAuthor(by) && Number.isFinite(at) && Number.isInteger(events)
    if (!isPresence || !subject.endsWith(`.${tokenOf(device)}`)) return null
    return { device, by: { name: by.name, unit: by.unit }, at: at!, events: events! }
  } catch {
    return null
  }
}

/** How far a clock was off from the one here when it was heard, ms: above 0 it is ahead. The way of the message is in it. */
export const clockOff = ({ at, heardAt }: Heard): number => at - heardAt
