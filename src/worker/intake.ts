import type { PackDescription } from '#geo'
import type { ImportPlan } from '../import/plan'
import { readLog } from '../import/read-log'
import type { Body, LogEvent } from '../log/events'
import { faultsByLine } from '../log/log-file'
import { descriptionOf, isApart, nameOfEvent, usesOf, verifyJoin } from '../log/outside/join'
import type { Writing } from '../storage/port'
import { CallError } from './serve'

type Use = PackDescription['use']

/** An exported log, event for event. One that does not verify together with what it joins is not taken. */
export function wholeLog(log: NonNullable<ImportPlan['log']>, use: Use): Writing {
  const read = readLog(log)
  const { events, blocks } = read
  return {
    blocks,
    events: (held) => {
      refuseUse(held.length === 0 ? [descriptionOf(events).use] : usesOf(events), use)
      const joining = verifyJoin(held, events, blocks)
      const [fault] = faultsByLine(read, joining.faults)
      refuseConflict(joining.conflicts, [...held, ...events])
      if (fault) throw new CallError('broken-log', `${fault.code} ${fault.line} ${fault.event ?? ''}`.trim())
      return events
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
