import { BoxIndex } from '../box-index'
import { boundsOfLine } from '../rings/bounds'
import type { Line } from '../rings/shape'

const known = new WeakMap<readonly Line[], BoxIndex>()

/** The boxes of these lines, by row: made once for as long as the list is. */
export function lineIndexOf(lines: readonly Line[]): BoxIndex {
  let index = known.get(lines)
  if (!index) known.set(lines, (index = new BoxIndex(lines.map(boundsOfLine))))
  return index
}
