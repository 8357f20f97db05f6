import type { LogEvent } from '../log/events'
import { descriptionOf, nameOfEvent, verifyJoin } from '../log/outside/join'
import { isMark } from '../log/outside/set-aside'
import type { Fault } from '../log/verify'
import { chainsOf } from './chains'
import type { Parcel, Told, ToldCode } from './port'

/** What of a parcel may stand in the log, and what not, with its reason. */
export interface Sifted {
  /** in the order of their chains */
  readonly taken: readonly LogEvent[]
  /** how many of those that came the log has already */
  readonly here: number
  readonly told: readonly Told[]
}

/**
 * Verifies what comes together with the log it joins, device by device: an event that does not verify is left
 * out and told, with those that follow it; the others are taken. `blocks` are those that came and those that are held.
 */
export function sift(held: readonly LogEvent[], { events, blocks }: Parcel): Sifted {
  const known = knownHashes(held)
  const news = events.filter(({ hash }) => !known.has(hash))
  const chains = new Map([...chainsOf(news)].map(([device, chain]) => [device, [...chain]]))
  const told: Told[] = []
  for (;;) {
    const open = [...chains.values()].flat()
    const wrong = firstWrong(held, open, blocks)
    if (wrong.size === 0) return { taken: open, here: events.length - news.length, told }
    for (const [device, { event, ...one }] of wrong) {
      const chain = chains.get(device)!
      const kept = without(event, chain)
      told.push({ ...one, device, events: chain.length - kept.length })
      chains.set(device, kept)
    }
  }
}

/** A chain without an event and those that follow it; another branch stays. */
function without(event: LogEvent, chain: readonly LogEvent[]): LogEvent[] {
  const out = new Set([event.hash])
  return chain.filter((one) => {
    const goes = one === event || (one.prev !== null && out.has(one.prev))
    if (goes) out.add(one.hash)
    return !goes
  })
}

/** Hashes of the events that are held, and of imports that are held under the same id. */
export function knownHashes(held: Iterable<LogEvent>): Set<string> {
  const known = new Set<string>()
  for (const event of held) {
    known.add(event.hash)
    if (isMark(event)) known.add(event.original)
  }
  return known
}

type Wrong = Omit<Told, 'device' | 'events'> & { readonly event: LogEvent }

/** By device, its first event that cannot stand in the log, and why. */
function firstWrong(
  held: readonly LogEvent[],
  open: readonly LogEvent[],
  blocks: Parcel['blocks'],
): Map<string, Wrong> {
  const { conflicts, faults } = verifyJoin(held, open, blocks)
  const zone = descriptionOf([...held, ...open]).timezone
  const found = [
    ...conflicts.map(({ code, line, came, other }) => ({
      line,
      code,
      seen: `${nameOfEvent(came, zone)} ↔ ${nameOfEvent(other, zone)}`,
    })),
    ...faults.map(({ code, line, hash }) => ({ line, code: CODE[code], seen: hash })),
  ].sort((a, b) => a.line - b.line)
  const wrong = new Map<string, Wrong>()
  for (const { line, code, seen } of found) {
    const event = open[line - 1]!
    if (!wrong.has(event.device)) wrong.set(event.device, { code, seen, event })
  }
  return wrong
}

const CODE: Readonly<Record<Fault['code'], ToldCode>> = {
  altered: 'altered',
  missing: 'gap',
  repeated: 'repeated',
  unreadable: 'unreadable',
  'segment-altered': 'segment-altered',
  'segment-missing': 'segment-missing',
  'evidence-altered': 'evidence-altered',
}
