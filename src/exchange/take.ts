import type { Instant, PackDescription } from '#geo'
import { append, tailOf } from '../log/append'
import type { Author, LogEvent } from '../log/events'
import { inOrder } from '../log/order'
import { descriptionOf, isApart, usesOf } from '../log/outside/join'
import { datedAhead, isAhead, markDrafts, type SetAside, sortOut } from '../log/outside/set-aside'
import type { Heads, Parcel, Told } from './port'
import { knownHashes, type Sifted, sift } from './sift'

/** Why nothing at all is taken. */
export interface Refusal {
  readonly code: 'foreign' | 'clock-questioned' | 'exercise-into-live' | 'live-into-exercise' | 'damaged'
  /** what its sentence names */
  readonly params: Readonly<Record<string, number>>
}

/** What came over a way, and the heads of whoever sent it. */
export interface Came extends Parcel {
  readonly heads: Heads
  /** one document as a whole: where anything of it is damaged, nothing of it is taken */
  readonly isOneFile: boolean
  /** what was told of it before it was sifted */
  readonly told: readonly Told[]
}

export interface Weighing {
  readonly use: PackDescription['use']
  readonly clock: Instant
}

export interface Weighed extends Sifted {
  readonly refusal: Refusal | null
  /** of those that are taken: in no figure, with the reason */
  readonly setAside: readonly SetAside[]
}

const DAMAGE: ReadonlySet<string> = new Set([
  'altered',
  'evidence-altered',
  'segment-altered',
  'repeated',
  'unreadable',
])

/** What would be taken of what came. Nothing is written. */
export function weigh(held: readonly LogEvent[], came: Came, { use, clock }: Weighing): Weighed {
  const sifted = sift(held, came)
  const told = [...came.told, ...sifted.told]
  const refusal = isForeign(held, came)
    ? refused('foreign')
    : (refusedUse(held, came.events, use) ??
      (came.isOneFile && told.some(({ code }) => DAMAGE.has(code)) ? refused('damaged') : null) ??
      refusedClock(sifted.taken, clock))
  const setAside = sortOut(inOrder([...held, ...sifted.taken]), clock).setAside
  const taken = new Set(sifted.taken.map(({ id }) => id))
  return {
    ...sifted,
    taken: refusal ? [] : sifted.taken,
    told,
    refusal,
    setAside: refusal ? [] : setAside.filter(({ event }) => taken.has(event)),
  }
}

/** What is written of what was weighed: the events, and what this device records of those that are set aside for good. */
export function written(
  held: readonly LogEvent[],
  taken: readonly LogEvent[],
  { by, device, clock }: { readonly by: Author; readonly device: string; readonly clock: Instant },
): LogEvent[] {
  const ids = new Set(held.map(({ id }) => id))
  const dated = taken.filter((event) => ids.has(event.id) || !isAhead(event, clock))
  const tail = tailOf(inOrder([...held, ...dated]))
  return [...taken, ...append(markDrafts(held, taken, clock), tail, { by, device, now: clock })]
}

const refused = (code: Refusal['code'], params: Refusal['params'] = {}): Refusal => ({ code, params })

/** Two logs are of one workspace where they have an event in common; one that has none yet is of any. */
function isForeign(held: readonly LogEvent[], { events, heads }: Came): boolean {
  if (held.length === 0 || (events.length === 0 && Object.keys(heads).length === 0)) return false
  const known = knownHashes(held)
  const inCommon =
    Object.values(heads).some(({ hash }) => known.has(hash)) ||
    events.some(({ hash, prev }) => known.has(hash) || (prev !== null && known.has(prev)))
  return !inCommon
}

function refusedUse(
  held: readonly LogEvent[],
  events: readonly LogEvent[],
  use: PackDescription['use'],
): Refusal | null {
  if (events.length === 0) return null
  const says = events.some(({ type }) => type === 'pack.described@1')
  const uses = held.length === 0 ? [descriptionOf(events).use] : says ? [...usesOf(events)] : []
  if (!uses.some((one) => isApart(one, use))) return null
  return refused(use === 'exercise' ? 'live-into-exercise' : 'exercise-into-live')
}

function refusedClock(taken: readonly LogEvent[], clock: Instant): Refusal | null {
  const { ahead, of, isClock } = datedAhead(taken, clock)
  return isClock ? refused('clock-questioned', { ahead, of, clock }) : null
}
