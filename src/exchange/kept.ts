import type { Instant } from '#geo'
import type { Author } from '../log/events'
import type { Lengths } from './folder/folder-way'
import type { Mark } from './hub/reading'
import type { Ticket } from './hub/ticket'
import type { Heads } from './port'
import type { Preview } from './preview'

/** Another machine whose exchange file came: what it had then. */
export interface Peer {
  readonly device: string
  /** when its file was taken, ms */
  readonly at: Instant
  readonly heads: Heads
  /** who signed last on it; null where nobody has */
  readonly by: Author | null
}

/** The last exchange, for people. */
export interface LastExchange {
  readonly at: Instant
  readonly way: 'folder' | 'taken' | 'made'
  /** of the file or folder */
  readonly name: string
  /** events given */
  readonly given: number
  /** null where a file was made */
  readonly taken: Preview | null
}

/** What a workspace keeps of its exchanges beside its log. What is still to be given follows from the heads. */
export interface ExchangeKept {
  readonly peers: readonly Peer[]
  readonly folder: ExchangeFolder | null
  readonly hub: ExchangeHub | null
  readonly last: LastExchange | null
}

export interface ExchangeFolder {
  /** a FileSystemDirectoryHandle as it was chosen */
  readonly handle: unknown
  readonly name: string
  readonly lengths: Lengths
  /** heads that it had after the last exchange; null before the first */
  readonly heads: Heads | null
}

/** The hub that was set. */
export interface ExchangeHub {
  /** of its WebSocket */
  readonly address: string
  /** the name of the workspace there */
  readonly workspace: string
  /** null at an open hub */
  readonly ticket: Ticket | null
  /** how far it was read; null before it was first read to its end */
  readonly mark: Mark | null
  /** heads that it had after the last exchange; null before the first */
  readonly heads: Heads | null
  readonly met: HubMeeting | null
}

/** The last time that something went over the hub. */
export interface HubMeeting {
  readonly at: Instant
  readonly given: number
  readonly taken: number
}

export const NOTHING_KEPT: ExchangeKept = { peers: [], folder: null, hub: null, last: null }

/** machines remembered: those heard of last */
const PEERS = 50

/** What is kept, with a machine in the place of what was known of it. */
export function withPeer(kept: ExchangeKept, peer: Peer): ExchangeKept {
  const others = kept.peers.filter(({ device }) => device !== peer.device)
  return { ...kept, peers: [peer, ...others].slice(0, PEERS) }
}
