import type { Body, LogEvent } from './events'
import { inOrder } from './order'

interface Stacks {
  /** ids of the events of each step that can be taken back */
  readonly done: (readonly string[])[]
  /** steps taken back, with the ids of the reversals that did it */
  readonly undone: { readonly step: readonly string[]; readonly reversals: readonly string[] }[]
}

/**
 * What the device can take back and bring back, read off the log alone: it survives a reload and has no limit.
 * A step is one append; a new deed forgets what could have been brought back. A reversal of a deed is an undo, a
 * reversal of a reversal a redo, after which the deed itself can be taken back again.
 */
function stacksOf(events: Iterable<LogEvent>, device: string): Stacks {
  const stacks: Stacks = { done: [], undone: [] }
  const byId = new Map<string, LogEvent>()
  const own: LogEvent[] = []
  for (const event of inOrder(events)) {
    byId.set(event.id, event)
    if (event.device === device) own.push(event)
  }
  for (const step of steps(own)) {
    const first = step[0]!
    const ids = step.map(({ id }) => id)
    if (first.type !== 'event.reversed@1') {
      stacks.done.push(ids)
      stacks.undone.length = 0
    } else if (byId.get(first.event)?.type === 'event.reversed@1') {
      const back = stacks.undone.pop()
      if (back) stacks.done.push(back.step)
    } else {
      const taken = stacks.done.pop()
      if (taken) stacks.undone.push({ step: taken, reversals: ids })
    }
  }
  return stacks
}

function steps(own: readonly LogEvent[]): LogEvent[][] {
  const byBatch = new Map<string, LogEvent[]>()
  for (const event of own) {
    const batch = byBatch.get(event.batch)
    if (batch) batch.push(event)
    else byBatch.set(event.batch, [event])
  }
  return [...byBatch.values()]
}

const reversal = (step: readonly string[] | undefined): Body[] =>
  (step ?? []).toReversed().map((event) => ({ type: 'event.reversed@1', event }))

/** Drafts that take back the device's last step; none when nothing is left. */
export function undoDrafts(events: Iterable<LogEvent>, device: string): Body[] {
  return reversal(stacksOf(events, device).done.at(-1))
}

/** Drafts that bring back the step last taken back; none when nothing is left. */
export function redoDrafts(events: Iterable<LogEvent>, device: string): Body[] {
  return reversal(stacksOf(events, device).undone.at(-1)?.reversals)
}
