import type { ListName, PackDescription } from '#geo'
import { policyId } from './append'
import type { ColumnBlock } from './columns'
import type { LogEvent } from './events'
import { LiveRows } from './live-rows'
import { holdingIds, inOrder } from './order'
import { segmentOf } from './verify'

/** What an import must know of a log to tell new rows from changed and equal ones. */
export interface Standing {
  /** null where the log describes no pack */
  readonly pack: PackDescription | null
  readonly policies: readonly string[]
  readonly stated: ReadonlySet<ListName>
  /** where the row of that identity stands, null where none does */
  find(list: ListName, id: string): { readonly block: ColumnBlock; readonly row: number } | null
  /** identities of the rows that stand */
  ids(list: ListName): Iterable<string>
}

/**
 * The rows of a log as they were last imported. Corrections and retractions by hand are left out, so that
 * bringing the same file again does not undo them.
 */
export function standingRows(events: Iterable<LogEvent>, blocks: ReadonlyMap<string, ColumnBlock>): Standing {
  const lists = new Map<ListName, LiveRows>()
  const policies = new Set<string>()
  let pack: PackDescription | null = null
  const ordered = inOrder(events)
  const holding = holdingIds(ordered)
  for (const event of ordered) {
    if (!holding.has(event.id)) continue
    if (event.type === 'pack.described@1') pack = event.pack
    else if (event.type === 'policy.adopted@1') policies.add(policyId(event.policy))
    else take(lists, event, blocks)
  }
  return {
    pack,
    policies: [...policies],
    stated: new Set(lists.keys()),
    find: (list, id) => lists.get(list)?.find(id) ?? null,
    ids: (list) => lists.get(list)?.ids() ?? [],
  }
}

function take(
  lists: Map<ListName, LiveRows>,
  event: LogEvent,
  blocks: ReadonlyMap<string, ColumnBlock>,
): void {
  const [list, verb] = event.type.split('.') as [ListName, string]
  if (!/^(imported|revised|replaced)@1$/.test(verb)) return
  let rows = lists.get(list)
  if (!rows) lists.set(list, (rows = new LiveRows()))
  if (verb === 'replaced@1') rows.clear()
  const hash = segmentOf(event)
  const block = hash === null ? undefined : blocks.get(hash)
  if (!block) return
  rows.take(
    { block, file: '', learnedAt: event.recordedAt },
    { known: null, mode: verb === 'revised@1' ? 'revise' : 'add' },
  )
}
