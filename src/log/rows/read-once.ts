import type { StandingRows } from '../../records/standing-rows'
import type { ColumnBlock } from './columns'
import type { LiveRows, Segment } from './live-rows'
import { RowReader } from './row-reader'

type Read<Fact> = (rows: StandingRows, zone: string) => readonly Fact[]

interface Kept {
  readonly segment: Segment
  readonly zone: string
  readonly facts: readonly unknown[]
}

const known = new WeakMap<ColumnBlock, Map<Read<unknown>, Kept>>()

/**
 * The facts of a list. One that stands as its one segment brought it is read once, and every fold hands out the same
 * facts: what the kernel has worked out on places and zones holds on for as long as they stay.
 */
export function readOnce<Fact>(rows: LiveRows, zone: string, read: Read<Fact>): readonly Fact[] {
  const segment = rows.whole()
  if (!segment) return read(new RowReader(rows, zone), zone)
  let ofBlock = known.get(segment.block)
  if (!ofBlock) known.set(segment.block, (ofBlock = new Map()))
  const kept = ofBlock.get(read)
  if (kept && kept.zone === zone && isSame(kept.segment, segment)) return kept.facts as readonly Fact[]
  const facts = read(new RowReader(rows, zone), zone)
  ofBlock.set(read, { segment, zone, facts })
  return facts
}

const isSame = (one: Segment, other: Segment): boolean =>
  one.file === other.file && one.hash === other.hash && Object.is(one.learnedAt, other.learnedAt)
