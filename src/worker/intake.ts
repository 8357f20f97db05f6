import { formatInstant, type PackDescription } from '#geo'
import { type ReadLog, readLog } from '../import/files/read-log'
import type { ImportPlan } from '../import/plan'
import { append, tailOf } from '../log/append'
import type { Body, LogEvent } from '../log/events'
import { faultsByLine } from '../log/log-file'
import { inOrder } from '../log/order'
import { descriptionOf, isApart, nameOfEvent, usesOf, verifyJoin } from '../log/outside/join'
import { invalidPart } from '../log/outside/schema'
import { datedAhead, isAhead, markDrafts } from '../log/outside/set-aside'
import type { Writing } from '../storage/port'
import type { Writer } from './messages'
import { CallError } from './serve'

type Use = PackDescription['use']

/** Who signs what is written, as the device of the workspace, and the clock. */
export interface Signing {
  readonly writer: Writer
  readonly now: () => number
}

/**
 * An exported log, event for event. One that does not verify together with what it joins is not taken. What of it is
 * dated ahead of the clock is kept and set aside, and the log says so; where that would be more than half, the clock
 * is to be checked and nothing is taken.
 */
export const wholeLog = (
  log: NonNullable<ImportPlan['log']>,
  signing: Signing & { readonly use: Use },
): Writing => wholeRead(readLog(log), signing)

/** The same of a log that was read. */
export function wholeRead(read: ReadLog, { use, writer, now }: Signing & { readonly use: Use }): Writing {
  const { events, blocks } = read
  return {
    blocks,
    events: (held) => {
      refuseUse(held.length === 0 ? [descriptionOf(events).use] : usesOf(events), use)
      const joining = verifyJoin(held, events, blocks)
      const [fault] = faultsByLine(read, joining.faults)
      refuseConflict(joining.conflicts, [...held, ...events])
      if (fault) throw new CallError('broken-log', `${fault.code} ${fault.line} ${fault.event ?? ''}`.trim())
      const clock = now()
      refuseClock(events, clock, descriptionOf([...held, ...events]).timezone)
      const ids = new Set(held.map(({ id }) => id))
      const dated = events.filter((event) => ids.has(event.id) || !isAhead(event, clock))
      const tail = tailOf(inOrder([...held, ...dated]))
      return [...events, ...append(markDrafts(held, events, clock), tail, { ...writer, now: clock })]
    },
  }
}

/** Drafts that describe another use than the workspace has are not taken. */
export function refuseDraftsOf(drafts: readonly Body[], use: Use): void {
  refuseUse(
    drafts.flatMap((draft) => (draft.type === 'pack.described@1' ? [draft.pack.use] : [])),
    use,
  )
}

/** What would be set aside is not written by this release itself: nobody would see that it counts for nothing. */
export function refuseInvalid(events: readonly LogEvent[]): void {
  for (const event of events) {
    const part = invalidPart(event)
    if (part !== null) throw new CallError('kernel-failed', `${event.type}: ${part}`)
  }
}

function refuseClock(events: readonly LogEvent[], clock: number, zone: string): void {
  const { ahead, of, isClock } = datedAhead(events, clock)
  if (!isClock) return
  const said = { ahead: String(ahead), of: String(of), clock: formatInstant(zone, clock) }
  throw new CallError('clock-questioned', `${ahead}/${of} ${said.clock}`, said)
}

function refuseUse(uses: Iterable<Use>, use: Use): void {
  for (const one of uses)
    if (isApart(one, use))
      throw new CallError(use === 'exercise' ? 'live-into-exercise' : 'exercise-into-live', `${one} ${use}`)
}

function refuseConflict(
  [conflict]: ReturnType<typeof verifyJoin>['conflicts'],
  events: readonly LogEvent[],
): void {
  if (!conflict) return
  const zone = descriptionOf(events).timezone
  const [one, other] = [nameOfEvent(conflict.came, zone), nameOfEvent(conflict.other, zone)]
  const code = conflict.code === 'forked' ? 'forked-log' : 'other-content'
  throw new CallError(code, `${one} ↔ ${other}`, { one, other })
}
