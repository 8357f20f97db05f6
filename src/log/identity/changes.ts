import type { Moment } from '#geo'
import { identityFields } from '../../records/kind'
import { KINDS } from '../../records/records'
import { cellAt, sameCell } from '../rows/cells'
import type { Cell, ColumnBlock } from '../rows/columns'
import type { At } from '../rows/merge'

/** A cell as a change is shown: of geometry only how many vertices it has. */
export type ShownCell = string | number | boolean | Moment | null | { readonly vertices: number }

/** One row that an import would change: which row of which file, and what of it. */
export interface RowChange {
  readonly list: string
  readonly file: string
  readonly row: number
  /** where it stood before; null where that is not known */
  readonly was: { readonly file: string; readonly row: number } | null
  /** the row by the name people know it by, e.g. its case number; null where it has none */
  readonly name: string | null
  readonly cells: readonly {
    readonly column: string
    readonly before: ShownCell
    readonly after: ShownCell
  }[]
}

/** What becomes of each changed row: `revised` holds the rows as they would be, in the order of those before them. */
export function changesOf(
  before: readonly At[],
  revised: ColumnBlock,
  { file, fileOf }: { readonly file: string; readonly fileOf: (block: ColumnBlock) => string | null },
): RowChange[] {
  return before.map((old, row) => ({
    list: revised.list,
    file,
    row: revised.rows[row]!,
    was: wasAt(old, fileOf(old.block)),
    name: nameOf({ block: revised, row }),
    cells: changedCells(old, { block: revised, row }),
  }))
}

const wasAt = ({ block, row }: At, file: string | null): RowChange['was'] =>
  file === null ? null : { file, row: block.rows[row]! }

function changedCells(before: At, after: At): RowChange['cells'] {
  const names = new Set([...Object.keys(before.block.columns), ...Object.keys(after.block.columns)])
  return [...names].flatMap((column) => {
    const old = cellAt(before.block.columns[column], before.row)
    const next = cellAt(after.block.columns[column], after.row)
    return sameCell(old, next) ? [] : [{ column, before: shownCell(old), after: shownCell(next) }]
  })
}

function nameOf({ block, row }: At): string | null {
  const kind = KINDS.find(({ list }) => list === block.list)
  const texts = [...(kind ? identityFields(kind) : []), 'name'].flatMap((column) => {
    const cell = cellAt(block.columns[column], row)
    return typeof cell === 'string' ? [cell] : []
  })
  return texts.length === 0 ? null : texts.join(' ')
}

/** A cell as it is shown. */
export function shownCell(cell: Cell): ShownCell {
  if (cell instanceof Uint8Array) return null
  if (cell instanceof Float64Array) return { vertices: cell.length / 2 }
  if (Array.isArray(cell)) return { vertices: cell.flat().reduce((sum, ring) => sum + ring.length / 2, 0) }
  return cell as string | number | boolean | Moment | null
}
