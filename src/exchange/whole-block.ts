import type { ColumnBlock } from '../log/rows/columns'
import { blockFromNdjson, hashOfBlock } from '../log/rows/segment'

/** The block of that hash in its bytes as text; null where it was cut off or is another. */
export function wholeBlock(bytes: Uint8Array, hash: string): ColumnBlock | null {
  try {
    const block = blockFromNdjson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return hashOfBlock(block) === hash ? block : null
  } catch {
    return null
  }
}
