import type { ListName, PackDescription } from '#geo'
import { blockOf } from '../log/blocks'
import type { ColumnBlock } from '../log/columns'
import { digest } from '../log/digest'
import type { Body, SourceFile } from '../log/events'
import { sameRow, takeRows } from '../log/merge'
import { hashOfBlock } from '../log/segment'
import type { ListFile } from './read-list'

/** What an import must know of the log it will be appended to. */
export interface Existing {
  /** null in an empty log */
  readonly pack: PackDescription | null
  readonly policies: readonly string[]
  readonly stated: ReadonlySet<ListName>
  /** where the row of that identity stands, null where none does */
  find(list: ListName, id: string): { readonly block: ColumnBlock; readonly row: number } | null
  /** identities of the rows that stand */
  ids(list: ListName): Iterable<string>
}

export const NOTHING_YET: Existing = {
  pack: null,
  policies: [],
  stated: new Set(),
  find: () => null,
  ids: () => [],
}

export interface Drafted {
  readonly drafts: readonly Body[]
  readonly blocks: ReadonlyMap<string, ColumnBlock>
  /** rows whose content differs from what the log holds, by row number */
  readonly changed: readonly number[]
  readonly added: number
}

/** What is remembered of a file. */
export function sourceFile(file: {
  readonly path: string
  readonly bytes: Uint8Array
  readonly encoding: string | null
  readonly frame: string | null
}): SourceFile {
  return {
    name: file.path,
    hash: digest(file.bytes),
    size: file.bytes.length,
    encoding: file.encoding,
    frame: file.frame,
  }
}

/**
 * The events that bring a list's rows into a log: one segment of rows it does not hold, one of rows it holds with
 * other content, nothing for equal ones. A file without a new row is still an event where its list was not
 * stated before: it says *none*.
 */
export function draftsOf(list: ListFile, existing: Existing): Drafted {
  const block = blockOf(list.kind, list.taken)
  const added: number[] = []
  const changed: number[] = []
  for (let position = 0; position < block.length; position += 1) {
    const standing = existing.find(list.kind.list, block.ids[position]!)
    if (!standing) added.push(position)
    else if (!sameRow(standing.block, standing.row, block, position)) changed.push(position)
  }
  const drafts: Body[] = []
  const blocks = new Map<string, ColumnBlock>()
  const file = sourceFile(list)
  const segmentOf = (positions: number[]): string => {
    const part = positions.length === block.length ? block : takeRows(block, positions)
    const hash = hashOfBlock(part)
    blocks.set(hash, part)
    return hash
  }
  const type = list.kind.list
  if (added.length > 0 || !existing.stated.has(type)) {
    const segment = added.length > 0 ? segmentOf(added) : null
    drafts.push({ type: `${type}.imported@1`, file, segment, rows: added.length })
  }
  if (changed.length > 0) {
    const because = `${list.path} ${file.hash.slice(0, 12)}`
    drafts.push({
      type: `${type}.revised@1`,
      file,
      segment: segmentOf(changed),
      rows: changed.length,
      because,
    })
  }
  return { drafts, blocks, changed: changed.map((position) => block.rows[position]!), added: added.length }
}
