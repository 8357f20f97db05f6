import { BRANCHES, type Branch, type Counted, type TreeRow } from '../../layers/layer'
import { GROUPS } from '../../layers/layers'

export interface TreeBranch {
  readonly id: Branch
  readonly rows: readonly TreeRow[]
}

/** Rows of levels as the levels stand, from the strictest, before what has none. */
function inOrder(rows: readonly TreeRow[], levels: Counted['survey']['levels']): TreeRow[] {
  const ranks = new Map(levels.map(({ level }, at) => [level, at]))
  const rankOf = ({ level }: TreeRow): number => ranks.get(level ?? '') ?? levels.length
  return rows.toSorted((a, b) => rankOf(a) - rankOf(b))
}

/** The tree of layers with the count each would draw: from the same survey that draws them. */
export function layerTree(counted: Counted): TreeBranch[] {
  return BRANCHES.map((id) => ({
    id,
    rows: inOrder(
      Object.values(GROUPS).flatMap((group) => (group.branch === id ? group.rows(counted) : [])),
      counted.survey.levels,
    ),
  })).filter(({ rows }) => rows.length > 0)
}
