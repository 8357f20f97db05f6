import { isOfDevice } from './device'
import type { Body, ImportedKind, LogEvent } from './events'
import { inOrder } from './order'
import { isMark, sortOut } from './outside/set-aside'

interface Stacks {
  /** ids of the events of each step that can be taken back */
  readonly done: readonly (readonly string[])[]
  readonly undone: readonly Undone[]
}

/** A step taken back, with the ids of the reversals that did it: two, where it was taken back in two copies. */
interface Undone {
  readonly step: readonly string[]
  readonly reversals: readonly string[]
}

/**
 * What the device can take back and bring back, read off the log alone: it survives a reload and has no limit.
 * A step is one append; a new deed forgets what could have been brought back. A reversal of an own deed is an
 * undo, a reversal of that a redo, after which the deed itself can be taken back again; taking back what somebody
 * else did is a deed. That an event was set aside is not taken back.
 */
function stacksOf(events: Iterable<LogEvent>, device: string): Stacks {
  const done: (readonly string[])[] = []
  const undone: Undone[] = []
  const { applied } = sortOut(inOrder(events))
  const own = applied.filter((event) => isOfDevice(event, device) && !isMark(event))
  for (const step of steps(own)) {
    const first = step[0]!
    const ids = step.map(({ id }) => id)
    const subject = first.type === 'event.reversed@1' ? first.event : null
    const has = (one: readonly string[]): boolean => subject !== null && one.includes(subject)
    const again = undone.findLastIndex((one) => has(one.step))
    const [back] = taken(undone, ({ reversals }) => has(reversals))
    const [gone] = taken(done, has)
    if (back) done.push(back.step)
    else if (gone) undone.push({ step: gone, reversals: ids })
    else if (again >= 0)
      undone[again] = { ...undone[again]!, reversals: [...undone[again]!.reversals, ...ids] }
    else {
      done.push(ids)
      undone.length = 0
    }
  }
  return { done, undone }
}

/** Takes the last entry that fits off the stack; none where none does. */
function taken<Entry>(stack: Entry[], fits: (entry: Entry) => boolean): Entry[] {
  const at = stack.findLastIndex(fits)
  return at < 0 ? [] : stack.splice(at, 1)
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
  const says = (type: LogEvent['type']): boolean => step.some((event) => event.type === type)
  const policies = step.filter(({ type }) => type === 'policy.adopted@1').length
  const isImport = says('pack.described@1') && !says('zone.switched@1') && files.size + policies > 0
  if (rows.size === 0 && !isImport) return null
  return {
    files: [...files].sort(),
    rows: [...rows].map(([list, counted]) => ({ list, ...counted })),
    policies,
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
