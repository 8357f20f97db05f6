import type { LogEvent } from '../log/events'
import type { ColumnBlock } from '../log/rows/columns'
import { chainsOf, headsOf, lacking, segmentsOf } from './chains'
import type { ExchangeWay, Found, Parcel } from './port'
import { knownHashes } from './sift'
import type { Came } from './take'

/** The log of this machine, in order, with the blocks that are at hand. */
export interface Held {
  readonly events: readonly LogEvent[]
  readonly blocks: ReadonlyMap<string, ColumnBlock>
}

export interface Received extends Omit<Came, 'isOneFile'> {
  readonly found: Found
}

/** What a way has that the log does not, with the blocks it needs. */
export async function received(way: ExchangeWay, held: Held): Promise<Received> {
  const found = await way.find()
  const { heads, told } = found
  const known = knownHashes(held.events)
  const own = headsOf(chainsOf(held.events))
  const events: LogEvent[] = []
  for (const [device, { hash }] of Object.entries(heads)) {
    if (known.has(hash)) continue
    const from = Object.hasOwn(own, device) ? own[device]!.sequence + 1 : 1
    for (const event of await fromThere(way, { device, from, known })) events.push(event)
  }
  const blocks = new Map<string, ColumnBlock>()
  for (const hash of segmentsOf(events)) {
    const block = held.blocks.get(hash) ?? (await way.block(hash))
    if (block) blocks.set(hash, block)
  }
  return { heads, told, events, blocks, found }
}

/** Where the two count a chain differently, all of it: what is held already is seen by its hash. */
async function fromThere(
  way: ExchangeWay,
  {
    device,
    from,
    known,
  }: { readonly device: string; readonly from: number; readonly known: ReadonlySet<string> },
): Promise<readonly LogEvent[]> {
  const events = await way.events(device, from)
  const prev = events[0]?.prev ?? null
  return from === 1 || (events.length > 0 && (prev === null || known.has(prev)))
    ? events
    : way.events(device, 1)
}

/** What lies not, or not whole, where that was found. */
export function parcelFor({ heads, blocksLacking }: Omit<Found, 'told'>, held: Held): Parcel {
  const events = lacking(chainsOf(held.events), heads)
  const blocks = new Map<string, ColumnBlock>()
  for (const hash of [...segmentsOf(events), ...blocksLacking]) {
    const block = held.blocks.get(hash)
    if (block) blocks.set(hash, block)
  }
  return { events, blocks }
}
