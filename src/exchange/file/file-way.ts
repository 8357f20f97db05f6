import type { ColumnBlock } from '../../log/rows/columns'
import { chainsOf } from '../chains'
import type { ExchangeWay, Found, Heads, Parcel } from '../port'
import { exchangeFile, type FileFault, type Made, type ReadExchange, readExchangeFile } from './exchange-file'

/** Where exchange files pass from hand to hand: the one that came, and where the one that is made goes. */
export interface Hand {
  /** null where none came */
  came(): Promise<Uint8Array | null>
  goes(bytes: Uint8Array): Promise<void>
}

/** Thrown by `find` where what came is no exchange file, or not a whole one. */
export class UnreadExchange extends Error {
  override readonly name = 'UnreadExchange'
  constructor(
    readonly code: FileFault,
    readonly seen: string,
  ) {
    super(`${code} ${seen}`.trim())
  }
}

const NOTHING: Found = { heads: {}, blocksLacking: [], told: [] }

/** The way by exchange files. What came tells the heads of the other machine, for which the next file is made. */
export function fileWay(hand: Hand, made: (forHeads: Heads | null) => Made): ExchangeWay {
  let read: ReadExchange | null = null
  return {
    find: async () => {
      const bytes = await hand.came()
      if (!bytes) return NOTHING
      const answer = await readExchangeFile({ path: 'exchange.zip', bytes })
      if (!answer.ok) throw new UnreadExchange(answer.code, answer.seen)
      read = answer.read
      return { ...NOTHING, heads: read.heads, told: read.told }
    },
    events: async (device, from) => {
      if (!read) return []
      const chain = chainsOf(read.events).get(device) ?? []
      const last = Object.hasOwn(read.heads, device) ? read.heads[device]!.sequence : chain.length
      // the last of the file is the head that it tells: what came before it was left out
      return chain.slice(Math.max(0, from - 1 - (last - chain.length)))
    },
    block: async (hash): Promise<ColumnBlock | null> => read?.blocks.get(hash) ?? null,
    give: (parcel: Parcel) => hand.goes(exchangeFile(parcel, made(read?.heads ?? null))),
    onNews: () => () => undefined,
  }
}
