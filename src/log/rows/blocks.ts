import type { Kind } from '../../records/records'
import { digest } from '../digest'
import { BlockBuilder } from './block-builder'
import { columnOf } from './cells'
import type { ColumnBlock, SourceRow } from './columns'

/** The rows of one file as columns. */
export function blockOf(kind: Kind, rows: Iterable<SourceRow>): ColumnBlock {
  const builder = new BlockBuilder(kind)
  for (const row of rows) builder.add(row)
  return builder.block()
}

/** A file that no list holds, byte for byte, as a block of one row. */
export function blockOfBytes(bytes: Uint8Array): ColumnBlock {
  return Object.freeze({
    list: 'kept',
    length: 1,
    columns: Object.freeze({ bytes: columnOf('bytes', [bytes]) }),
    rows: Uint32Array.of(1),
    ids: [digest(bytes).slice(0, 32)],
  })
}
