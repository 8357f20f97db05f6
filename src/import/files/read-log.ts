import { sniff } from '../../formats/sniff'
import type { LogEvent } from '../../log/events'
import { logFromNdjson } from '../../log/log-file'
import type { ColumnBlock } from '../../log/rows/columns'
import { blockFromNdjson } from '../../log/rows/segment'
import type { Fault } from '../../log/verify'
import type { InputFile } from './zip'

export interface ReadLog {
  readonly events: readonly LogEvent[]
  readonly blocks: ReadonlyMap<string, ColumnBlock>
  /** the line of each event in its file, 1 = first */
  readonly lines: readonly number[]
  /** lines that are no events, by number; `verify` finds what else is wrong */
  readonly faults: readonly Fault[]
}

/**
 * An exported log with its segments, by hash (the file's name). A segment that cannot be read is left out: the
 * event that names it then says so. Importing it gives the identical log.
 */
export function readLog({
  file,
  segments,
}: {
  readonly file: InputFile
  readonly segments: readonly InputFile[]
}): ReadLog {
  const text = sniff(file.bytes)
  const { events, lines, faults } = logFromNdjson(text.ok ? text.text : linesOf(file.bytes))
  const blocks = new Map<string, ColumnBlock>()
  for (const segment of segments) {
    const block = blockIn(segment)
    if (block) blocks.set(hashIn(segment.path), block)
  }
  return { events, blocks, lines, faults }
}

/** The lines of a file that is not text throughout, null for those that are none. */
function* linesOf(bytes: Uint8Array): Generator<string | null> {
  for (let from = 0; from <= bytes.length; ) {
    const end = bytes.indexOf(0x0a, from)
    const to = end < 0 ? bytes.length : end
    const line = sniff(bytes.subarray(from, to))
    yield line.ok ? line.text : line.code === 'empty-file' ? '' : null
    from = to + 1
  }
}

const hashIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.ndjson$/i, '')

function blockIn({ bytes }: InputFile): ColumnBlock | null {
  const text = sniff(bytes)
  if (!text.ok) return null
  try {
    return blockFromNdjson(text.text)
  } catch {
    return null
  }
}
