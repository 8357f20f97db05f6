import { KINDS } from '../../records/records'
import { cellAt } from '../rows/cells'
import type { ColumnBlock } from '../rows/columns'
import { ownIdentity } from './identity'

/** An identity that is the hash of what a row says. */
const BY_CONTENT = /^[0-9a-f]{32}(?:#\d+)?$/

const known = new WeakMap<ColumnBlock, ColumnBlock>()

/**
 * A block as its rows are known today: what an earlier release knew by its content has the identity that its kind has got
 * since. A second row of one identity keeps what it was known by, so that no row of a block stands in place of another.
 */
export function identified(block: ColumnBlock): ColumnBlock {
  const kind = KINDS.find(({ list }) => list === block.list)
  if (!kind?.identityGained) return block
  const before = known.get(block)
  if (before) return before
  const taken = new Set<string>()
  const ids = block.ids.map((id, row) => {
    const own = BY_CONTENT.test(id) ? ownIdentity(kind, (name) => cellAt(block.columns[name], row)) : id
    const one = own === null || taken.has(own) ? id : own
    taken.add(one)
    return one
  })
  const now = { ...block, ids }
  known.set(block, now)
  return now
}
