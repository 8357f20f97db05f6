import type { Body, LogEvent } from './events'
import { inOrder } from './order'

interface Stacks {
  readonly done: string[][]
  readonly undone: string[][]
}

/**
 * What the device can take back and bring back, read off the log alone: it survives a reload and has no limit.
 * A step is one append; a new deed forgets what could have been brought back.
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
    if (first.type !== 'event.reversed@1') {
      stacks.done.push(step.map(({ id }) => id))
      stacks.undone.length = 0
      continue
    }
    const isRedo = byId.get(first.event)?.type === 'event.reversed@1'
    const [from, onto] = isRedo ? [stacks.undone, stacks.done] : [stacks.done, stacks.undone]
    from.pop()
    onto.push(step.map(({ id }) => id))
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
  return reversal(stacksOf(events, device).undone.at(-1))
}
