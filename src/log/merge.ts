import { cellAt, columnOf, sameCell } from './cells'
import type { Column, ColumnBlock } from './columns'

/** The chosen rows (by position) of a block as a block of their own, in the given order. */
export function takeRows(block: ColumnBlock, positions: readonly number[]): ColumnBlock {
  const columns: Record<string, Column> = {}
  for (const [name, column] of Object.entries(block.columns))
    columns[name] = columnOf(
      column.type,
      positions.map((r) => cellAt(column, r)),
    )
  return Object.freeze({
    list: block.list,
    length: positions.length,
    columns: Object.freeze(columns),
    rows: Uint32Array.from(positions, (r) => block.rows[r]!),
    ids: positions.map((r) => block.ids[r]!),
  })
}

/** Blocks of one list one after the other. A column that a block lacks is empty in its rows. */
export function mergeBlocks(blocks: readonly ColumnBlock[]): ColumnBlock {
  const first = blocks[0]
  if (!first) throw new RangeError('mergeBlocks needs at least one block, got none')
  if (blocks.length === 1) return first
  const types = new Map<string, Column['type']>()
  for (const block of blocks)
    for (const [name, { type }] of Object.entries(block.columns)) types.set(name, type)
  const columns: Record<string, Column> = {}
  for (const [name, type] of types)
    columns[name] = columnOf(
      type,
      blocks.flatMap((block) => Array.from(block.rows, (_, r) => cellAt(block.columns[name], r))),
    )
  return Object.freeze({
    list: first.list,
    length: blocks.reduce((sum, block) => sum + block.length, 0),
    columns: Object.freeze(columns),
    rows: Uint32Array.from(blocks.flatMap((block) => [...block.rows])),
    ids: blocks.flatMap((block) => block.ids),
  })
}

/** True when the two rows say the same, whatever their files, numbers and dictionaries. */
export function sameRow(a: ColumnBlock, rowA: number, b: ColumnBlock, rowB: number): boolean {
  for (const name in a.columns)
    if (!sameCell(cellAt(a.columns[name], rowA), cellAt(b.columns[name], rowB))) return false
  for (const name in b.columns)
    if (!(name in a.columns) && cellAt(b.columns[name], rowB) !== null) return false
  return true
}
