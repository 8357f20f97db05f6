import { hashOf } from '../log/append'
import type { LogEvent } from '../log/events'
import { segmentOf } from '../log/verify'
import type { Heads } from './port'

/** By device its events, each after the one it follows. */
export type Chains = ReadonlyMap<string, readonly LogEvent[]>

/** The chains of events given in any order, one that came twice once. A chain that forks has one branch after the other. */
export function chainsOf(events: Iterable<LogEvent>): Chains {
  const byHash = new Map<string, LogEvent>()
  for (const event of events) if (!byHash.has(event.hash)) byHash.set(event.hash, event)
  const chains = new Map<string, LogEvent[]>()
  for (const event of byHash.values()) {
    const chain = chains.get(event.device)
    if (chain) chain.push(event)
    else chains.set(event.device, [event])
  }
  for (const [device, chain] of chains) chains.set(device, linked(chain))
  return chains
}

function linked(events: readonly LogEvent[]): LogEvent[] {
  const own = new Set(events.map(({ hash }) => hash))
  const followers = new Map<string, LogEvent[]>()
  const open: LogEvent[] = []
  for (const event of [...events].reverse()) {
    const { prev } = event
    if (prev === null || !own.has(prev)) open.push(event)
    else followers.set(prev, [...(followers.get(prev) ?? []), event])
  }
  const chain = new Set<LogEvent>()
  for (let event = open.pop(); event; event = open.pop()) {
    chain.add(event)
    for (const one of followers.get(event.hash) ?? []) open.push(one)
  }
  // what follows itself in a circle follows nothing
  for (const event of events) chain.add(event)
  return [...chain]
}

export function headsOf(chains: Chains): Heads {
  const heads: Record<string, Heads[string]> = {}
  for (const [device, chain] of chains) {
    const last = chain.at(-1)
    if (last) heads[device] = { sequence: chain.length, hash: last.hash }
  }
  return heads
}

/**
 * The events that somebody with those heads does not have. Of a device whose head is not known here they have more; where
 * it is not further along than this chain, the two are apart and the whole chain is sent, so that it is seen where.
 */
export function lacking(chains: Chains, heads: Heads): LogEvent[] {
  return [...chains].flatMap(([device, chain]) => {
    const theirs = Object.hasOwn(heads, device) ? heads[device] : undefined
    if (!theirs) return chain
    const at = chain.findLastIndex(({ hash }) => hash === theirs.hash)
    if (at < 0) return theirs.sequence > chain.length ? [] : chain
    return chain.slice(at + 1)
  })
}

/** Hashes of the blocks that the events name. */
export function segmentsOf(events: Iterable<LogEvent>): Set<string> {
  const hashes = new Set<string>()
  for (const event of events) {
    const hash = segmentOf(event)
    if (hash !== null) hashes.add(hash)
  }
  return hashes
}

/** Is it not what its hash says? */
export function isAltered(event: LogEvent): boolean {
  try {
    return hashOf(event) !== event.hash
  } catch {
    return true
  }
}
