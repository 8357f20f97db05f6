import type { Instant, PackDescription } from '#geo'
import { headOf, inOrder } from '../../log/order'
import { descriptionOf } from '../../log/outside/join'
import { verify } from '../../log/verify'
import { chainsOf, headsOf, lacking } from '../chains'
import type { ReadExchange } from '../file/exchange-file'
import type { Held } from '../meet'

/** What a backup is, and how it stands to the log that is open. */
export interface BackupLook {
  readonly title: string
  readonly use: PackDescription['use']
  /** as it says of itself; null for an exported log */
  readonly madeAt: string | null
  /** when its last event was recorded */
  readonly until: Instant
  readonly events: number
  readonly devices: number
  readonly head: string | null
  /** events or segments of it that are not what their hash says */
  readonly faults: number
  /** null where no log is open, or one that is only read */
  readonly beside: {
    /** have the two an event in common? */
    readonly isSame: boolean
    /** events that the log that is open does not have */
    readonly lackingHere: number
    /** events that the backup does not have */
    readonly lackingThere: number
  } | null
}

export function lookAtBackup(read: ReadExchange, held: Held | null): BackupLook {
  const events = inOrder(read.events)
  const chains = chainsOf(events)
  const { title, use } = descriptionOf(events)
  return {
    title: read.about?.title ?? title.zh ?? title.en ?? '',
    use: read.about?.use ?? use,
    madeAt: read.about?.madeAt ?? null,
    until: events.at(-1)?.recordedAt ?? 0,
    events: events.length,
    devices: chains.size,
    head: headOf(events),
    faults: verify(events, read.blocks).faults.length + read.told.length,
    beside: held && besideOf(read, held),
  }
}

function besideOf(read: ReadExchange, { events }: Held): BackupLook['beside'] {
  const [here, there] = [chainsOf(events), chainsOf(read.events)]
  const known = new Set(events.map(({ hash }) => hash))
  return {
    isSame: events.length === 0 || read.events.some(({ hash }) => known.has(hash)),
    lackingHere: lacking(there, headsOf(here)).length,
    lackingThere: lacking(here, headsOf(there)).length,
  }
}
