import { type ShownCell, shownCell } from '../../log/identity/changes'
import { cellAt } from '../../log/rows/cells'
import type { ImportPlan } from '../plan'

/** A row as the plan would write it. */
export interface RowKept {
  readonly row: number
  readonly cells: Readonly<Record<string, ShownCell>>
}

/** More rows than these are not drawn before they are taken. */
const MOST_ROWS = 60_000

/** What of a plan brings the rows of a file and the places they may name; null where that is too much to be drawn. */
export function partOfFile(
  { drafts, blocks }: Pick<ImportPlan, 'drafts' | 'blocks'>,
  file: string,
): Pick<ImportPlan, 'drafts' | 'blocks'> | null {
  const own = drafts.filter(
    (draft) =>
      draft.type === 'pack.described@1' ||
      ('file' in draft && (draft.file.name === file || /^(places|facilities|zones)\./.test(draft.type))),
  )
  const hashes = own.flatMap((draft) => ('segment' in draft && draft.segment ? [draft.segment] : []))
  const kept = new Map(
    hashes.flatMap((hash) => (blocks.has(hash) ? [[hash, blocks.get(hash)!] as const] : [])),
  )
  const rows = [...kept.values()].reduce((sum, { length }) => sum + length, 0)
  return rows > MOST_ROWS ? null : { drafts: own, blocks: kept }
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
