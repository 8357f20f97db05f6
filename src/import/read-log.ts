import type { ColumnBlock } from '../log/columns'
import type { LogEvent } from '../log/events'
import { logFromNdjson } from '../log/log-file'
import { blockFromNdjson } from '../log/segment'
import type { Fault } from '../log/verify'
import { sniff } from './sniff'
import type { InputFile } from './zip'

export interface ReadLog {
  readonly events: readonly LogEvent[]
  readonly blocks: ReadonlyMap<string, ColumnBlock>
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
  if (!text.ok)
    return {
      events: [],
      blocks: new Map(),
      faults: [{ code: 'unreadable', event: null, line: 1, hash: null }],
    }
  const { events, faults } = logFromNdjson(text.text)
  const blocks = new Map<string, ColumnBlock>()
  for (const segment of segments) {
    const block = blockIn(segment)
    if (block) blocks.set(hashIn(segment.path), block)
  }
  return { events, blocks, faults }
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
