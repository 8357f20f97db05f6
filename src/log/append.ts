import { canonical, digest } from './digest'
import type { Author, Body, LogEvent } from './events'
import { holdingIds } from './order'
import { sortOut } from './outside/set-aside'
import { firstUnwritable } from './well-formed'

/** What `append` must know of the log it writes to. */
export interface Tail {
  /** highest `recordedAt` of what is applied; 0 in an empty log */
  readonly highest: number
  /** hash of the last event of each device, set aside or not */
  readonly last: Readonly<Record<string, string>>
  /** does an import of this content, by whatever device, still hold (neither reversed nor overtaken)? */
  readonly holds: (content: string) => boolean
  /** is there an event of this id, reversed or not? */
  readonly has: (id: string) => boolean
}

/** Thrown by `append` where a draft or its author holds what no document can: nothing is written then. */
export class UnwritableEvent extends Error {
  override readonly name = 'UnwritableEvent'
}

/** The tail of a log given in order. */
export function tailOf(ordered: readonly LogEvent[]): Tail {
  const { applied } = sortOut(ordered)
  const holding = holdingIds(applied)
  const ids = new Set(ordered.map(({ id }) => id))
  let contents: ReadonlySet<string> | null = null
  return {
    highest: applied.at(-1)?.recordedAt ?? 0,
    last: endsOf(ordered),
    holds: (content) => (contents ??= contentsOf(applied.filter(({ id }) => holding.has(id)))).has(content),
    has: (id) => ids.has(id),
  }
}

/** The end of each device's chain: what no other event of it follows. One that is dated ahead may stand behind it. */
function endsOf(ordered: readonly LogEvent[]): Record<string, string> {
  const followed = new Set(ordered.map(({ prev }) => prev))
  const ends: Record<string, string> = {}
  for (const { device, hash } of ordered) if (!(device in ends) || !followed.has(hash)) ends[device] = hash
  return ends
}

/** What the imports among the holding events say, each by the digest of its content. */
function contentsOf(holding: readonly LogEvent[]): Set<string> {
  const overtaken = overtakenIds(holding)
  return new Set(
    holding
      .filter((event) => isRepeatable(event) && !overtaken.has(event.id))
      .map((event) => contentOf(bodyOf(event))),
  )
}

const contentOf = (body: Body): string => digest(canonical(body))

/** The event without what `append` added to its draft. */
export function bodyOf(event: LogEvent): Body {
  const {
    id: _id,
    recordedAt: _at,
    by: _by,
    device: _device,
    batch: _batch,
    prev: _prev,
    hash: _hash,
    ...body
  } = event
  return body as Body
}

/** Ids of descriptions, policies and imports whose place a later event has taken: saying them again is news. */
function overtakenIds(holding: readonly LogEvent[]): Set<string> {
  const overtaken = new Set<string>()
  const current = new Map<string, string[]>()
  const take = (subject: string, id: string, replaces: boolean): void => {
    const before = current.get(subject) ?? []
    if (replaces) for (const old of before) overtaken.add(old)
    current.set(subject, replaces ? [id] : [...before, id])
  }
  for (const event of holding) {
    if (event.type === 'policy.adopted@1') take(`policy ${policyId(event.policy)}`, event.id, true)
    else if (event.type === 'pack.described@1' || event.type === 'indicators.defined@1')
      take(event.type, event.id, true)
    else if (event.type === 'places.imported@1') take('places', event.id, false)
    else if (event.type === 'places.replaced@1') take('places', event.id, true)
  }
  return overtaken
}

/** The id a policy document gives itself; empty where it gives none. */
export function policyId(policy: unknown): string {
  return typeof policy === 'object' && policy !== null && 'id' in policy ? String(policy.id) : ''
}

export interface Writing {
  readonly by: Author
  readonly device: string
  /** the clock's reading, ms */
  readonly now: number
}

/**
 * Drafts → events, ready to be stored in the given order. An import of what the log already holds yields no
 * event; `recordedAt` is above every other, so that a correction sorts after what it corrects whatever the
 * clock says; `prev` and `hash` chain the events of one device. Throws `UnwritableEvent`.
 */
export function append(drafts: readonly Body[], tail: Tail, { by, device, now }: Writing): LogEvent[] {
  const unwritable = firstUnwritable({ by, drafts })
  if (unwritable) throw new UnwritableEvent(`${unwritable.path}: ${unwritable.seen}`)
  const events: LogEvent[] = []
  const taken = new Set<string>()
  let recordedAt = Math.max(now, tail.highest + 1)
  let prev = tail.last[device] ?? null
  for (const draft of drafts) {
    const body = JSON.parse(canonical(draft)) as Body
    const id = idOf(body, { tail, taken, device, prev, recordedAt })
    if (id === null) continue
    taken.add(contentOf(body))
    const batch: string = events[0]?.id ?? id
    const open = { ...body, id, recordedAt, by: { ...by }, device, batch, prev }
    const event = Object.freeze({ ...open, hash: hashOf(open) }) as LogEvent
    events.push(event)
    prev = event.hash
    recordedAt += 1
  }
  return events
}

/** SHA-256 over the RFC 8785 form of the event without its `hash`, hex. */
export function hashOf(event: Omit<LogEvent, 'hash'> & { hash?: string }): string {
  const { hash: _, ...open } = event
  return digest(canonical(open))
}

/** True for what an import writes: said again while it holds, it is no news. */
export function isRepeatable({ type }: Body): boolean {
  return /\.(imported|kept|described|adopted|defined)@\d+$/.test(type)
}

interface Naming {
  readonly tail: Tail
  readonly taken: ReadonlySet<string>
  readonly device: string
  readonly prev: string | null
  readonly recordedAt: number
}

/**
 * Null where the log already holds the same import. Its id follows from its content and the device: two computers
 * that import one file write two events, and each chain stays whole where their logs come together. One that was
 * undone may come again, under the next id.
 */
function idOf(body: Body, { tail, taken, device, prev, recordedAt }: Naming): string | null {
  if (!isRepeatable(body))
    return timeText(recordedAt) + digest(canonical({ body, device, prev })).slice(0, 16)
  const content = contentOf(body)
  if (taken.has(content) || tail.holds(content)) return null
  for (let turn = 1; ; turn += 1) {
    const id = digest(canonical({ body, device, turn })).slice(0, 26)
    if (!tail.has(id)) return id
  }
}

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'

/** Ten characters that sort as the time does (the first part of a ULID, in small letters). */
function timeText(at: number): string {
  let text = ''
  for (let rest = at, i = 0; i < 10; i += 1, rest = Math.floor(rest / 32)) text = DIGITS[rest % 32]! + text
  return text
}
