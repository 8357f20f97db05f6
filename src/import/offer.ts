import type { Body, SourceFile } from '../log/events'
import { blockOfBytes } from '../log/rows/blocks'
import type { ColumnBlock } from '../log/rows/columns'
import { hashOfBlock } from '../log/rows/segment'
import type { PackFile } from './files/pack-files'
import { type ListFile, markOf } from './list-file'

/** One event of an import and the block it names. */
export interface Offered {
  readonly draft: Body
  readonly hash: string | null
  readonly block: ColumnBlock | null
  /** columns its file says something of; null where that is everything */
  readonly columns: readonly string[] | null
}

/** What is remembered of a file. */
function sourceFile({
  path,
  hash,
  size,
  encoding,
  frame,
}: Pick<ListFile, 'path' | 'hash' | 'size' | 'encoding' | 'frame'>): SourceFile {
  return { name: path, hash, size, encoding, frame }
}

/** Also how it stood as a table, so that its rows can be shown as its writers know them. */
function sheetFile(list: ListFile): SourceFile {
  return { ...sourceFile(list), table: { headerRow: list.headerRow, headers: list.spelt } }
}

/** The taken rows of a list file as one import. Without a row it still says that its list is there: *none*. */
export function offerList(list: ListFile, look?: () => void): Offered {
  const block = list.taken.length > 0 ? list.taken.block() : null
  const hash = block && hashOfBlock(block, look)
  const file = sheetFile(list)
  return {
    draft: { type: `${list.kind.list}.imported@1`, file, segment: hash, rows: list.taken.length },
    hash,
    block,
    columns: list.columns,
  }
}

/** A file of a later release, byte for byte. */
export function offerKept(kept: PackFile): Offered {
  const block = blockOfBytes(kept.bytes)
  const hash = hashOfBlock(block)
  const file = sourceFile({ path: kept.path, ...markOf(kept), encoding: null, frame: null })
  return { draft: { type: 'file.kept@1', file, block: hash }, hash, block, columns: null }
}
