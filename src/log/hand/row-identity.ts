import { type ListName, LOG_FILE } from '#geo'
import type { LogEvent, RowAt } from '../events'
import { identified } from '../identity/identified'
import type { ColumnBlock } from '../rows/columns'
import { isHandType } from './hand-body'
import { HAND_LISTS, type HandEvent, handBlock } from './hand-rows'

interface ReadLog {
  readonly ordered: readonly LogEvent[]
  readonly blocks: ReadonlyMap<string, ColumnBlock>
}

/** The identity by which deeds name a row of a file, or of the log; null where the log does not have it. */
export function rowIdentity(
  { ordered, blocks }: ReadLog,
  { list, at, timezone }: { readonly list: ListName; readonly at: RowAt; readonly timezone: string },
): string | null {
  if (at.row === null) return null
  if (at.file === LOG_FILE) {
    const event = ordered[at.row - 1]
    if (!event || !isHandType(event.type) || HAND_LISTS[event.type] !== list) return null
    return handBlock(event as HandEvent, { line: at.row, timezone }).ids[0]!
  }
  const block = at.segment == null ? undefined : blocks.get(at.segment)
  const row = block ? block.rows.indexOf(at.row) : -1
  return row < 0 ? null : identified(block!).ids[row]!
}
