import type { Body, ImportedKind, LogEvent } from './events'
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

/** What one import brought to a list: rows that were new, and rows that it changed. */
export interface BroughtRows {
  readonly list: ImportedKind
  readonly added: number
  readonly changed: number
}

/** What goes when the last step is taken back, and what can come again. */
export interface Reversible {
  readonly undo: LastStep | null
  readonly canRedo: boolean
}

export interface LastStep {
  /** id of its first event */
  readonly id: string
  /** null: the step is no import */
  readonly brought: {
    readonly files: readonly string[]
    readonly rows: readonly BroughtRows[]
    /** rule editions that came with it */
    readonly policies: number
  } | null
}

/** The step that an undo of the device would take back, with what it had brought. */
export function reversibleOf(events: Iterable<LogEvent>, device: string): Reversible {
  const log = [...events]
  const { done, undone } = stacksOf(log, device)
  const last = new Set(done.at(-1))
  const step = log.filter(({ id }) => last.has(id))
  return {
    undo: step.length > 0 ? { id: done.at(-1)![0]!, brought: broughtBy(step) } : null,
    canRedo: undone.length > 0,
  }
}

function broughtBy(step: readonly LogEvent[]): LastStep['brought'] {
  const files = new Set<string>()
  const rows = new Map<ImportedKind, { added: number; changed: number }>()
  for (const event of step) {
    if (!('file' in event)) continue
    files.add(event.file.name)
    if (event.type === 'file.kept@1') continue
    const [list, verb] = event.type.split(/[.@]/) as [ImportedKind, string]
    const counted = rows.get(list) ?? { added: 0, changed: 0 }
    counted[verb === 'revised' ? 'changed' : 'added'] += event.rows
    rows.set(list, counted)
  }
  if (rows.size === 0 && !step.some(({ type }) => type === 'pack.described@1')) return null
  return {
    files: [...files].sort(),
    rows: [...rows].map(([list, counted]) => ({ list, ...counted })),
    policies: step.filter(({ type }) => type === 'policy.adopted@1').length,
  }
}

/**
 * Drafts that take back the device's last step; none when nothing is left, or when it is another one than `expected`
 * (the id of its first event).
 */
export function undoDrafts(events: Iterable<LogEvent>, device: string, expected?: string): Body[] {
  const last = stacksOf(events, device).done.at(-1)
  return expected === undefined || last?.[0] === expected ? reversal(last) : []
}

/** Drafts that bring back the step last taken back; none when nothing is left. */
export function redoDrafts(events: Iterable<LogEvent>, device: string): Body[] {
  return reversal(stacksOf(events, device).undone.at(-1)?.reversals)
}
