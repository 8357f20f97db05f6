import { cellAt, columnOf, sameCell } from './cells'
import type { Column, ColumnBlock } from './columns'

/** The chosen rows (by position) of a block as a block of their own, in the given order; `ids` where they are stored under others. */
export function takeRows(
  block: ColumnBlock,
  positions: readonly number[],
  ids: readonly string[] = positions.map((r) => block.ids[r]!),
): ColumnBlock {
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
    ids,
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

/** Where a row stands. */
export interface At {
  readonly block: ColumnBlock
  readonly row: number
}

/**
 * The chosen rows of a block under the identity of the rows before them, each with what that row holds in the
 * columns that are not `said`: a file without a column says nothing of it. When the change was learned is its own,
 * never that of the row before.
 */
export function revisedRows(
  block: ColumnBlock,
  changed: readonly { readonly row: number; readonly before: At & { readonly id: string } }[],
  said: ReadonlySet<string> | null,
): ColumnBlock {
  const revised = takeRows(
    block,
    changed.map(({ row }) => row),
    changed.map(({ before }) => before.id),
  )
  if (!said) return revised
  const columns: Record<string, Column> = { ...revised.columns }
  for (const { before } of changed)
    for (const [name, { type }] of Object.entries(before.block.columns))
      if (!said.has(name) && name !== 'knownAt')
        columns[name] ??= columnOf(
          type,
          changed.map((one) => cellAt(one.before.block.columns[name], one.before.row)),
        )
  return Object.freeze({ ...revised, columns: Object.freeze(columns) })
}

/** True when the two rows say the same, whatever their files, numbers and dictionaries, in the columns that are `said`. */
export function sameRow(a: At, b: At, said: ReadonlySet<string> | null = null): boolean {
  for (const name of new Set([...Object.keys(a.block.columns), ...Object.keys(b.block.columns)])) {
    if (said && !said.has(name) && !(name in b.block.columns)) continue
    if (!sameCell(cellAt(a.block.columns[name], a.row), cellAt(b.block.columns[name], b.row))) return false
  }
  return true
}
