import { type ShownCell, shownCell } from '../../log/identity/changes'
import { cellAt } from '../../log/rows/cells'
import type { ImportPlan } from '../plan'

/** A row as the plan would write it. */
export interface RowKept {
  readonly row: number
  readonly cells: Readonly<Record<string, ShownCell>>
}

/** The first rows of a file that the plan would write, as they would be kept; none where it brings nothing new. */
export function rowsKept(
  { drafts, blocks }: Pick<ImportPlan, 'drafts' | 'blocks'>,
  file: string,
  most: number,
): RowKept[] {
  for (const draft of drafts) {
    if (!('segment' in draft && 'file' in draft) || draft.file.name !== file || draft.segment === null)
      continue
    const block = blocks.get(draft.segment)
    if (!block) continue
    return Array.from({ length: Math.min(most, block.length) }, (_, at) => ({
      row: block.rows[at]!,
      cells: Object.fromEntries(
        Object.entries(block.columns).flatMap(([name, column]) => {
          const cell = cellAt(column, at)
          return cell === null || cell instanceof Uint8Array ? [] : [[name, shownCell(cell)]]
        }),
      ),
    }))
  }
  return []
}
