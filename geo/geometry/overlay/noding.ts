import Flatbush from 'flatbush'
import { orient2d } from 'robust-predicates'
import type { Position } from '../rings/shape'
import { boxOfEdge, type Edge, isInBox } from './edge'

/** The places at which two edges meet, added to the cuts of each; a place in both is the same numbers. */
function meet(one: Edge, other: Edge, { ofOne, ofOther }: { ofOne: Position[]; ofOther: Position[] }): void {
  const [a, b] = [orient2d(...other, one[0], one[1]), orient2d(...other, one[2], one[3])]
  if ((a > 0 && b > 0) || (a < 0 && b < 0)) return
  const [p, q] = [orient2d(...one, other[0], other[1]), orient2d(...one, other[2], other[3])]
  if ((p > 0 && q > 0) || (p < 0 && q < 0)) return
  if (a !== 0 && b !== 0 && p !== 0 && q !== 0) {
    const share = a / (a - b)
    const cut: Position = [one[0] + share * (one[2] - one[0]), one[1] + share * (one[3] - one[1])]
    ofOne.push(cut)
    ofOther.push(cut)
    return
  }
  if (a === 0 && isInBox(other, [one[0], one[1]])) ofOther.push([one[0], one[1]])
  if (b === 0 && isInBox(other, [one[2], one[3]])) ofOther.push([one[2], one[3]])
  if (p === 0 && isInBox(one, [other[0], other[1]])) ofOne.push([other[0], other[1]])
  if (q === 0 && isInBox(one, [other[2], other[3]])) ofOne.push([other[2], other[3]])
}

/** The edge in pieces, cut at the places, in its direction. */
function pieces(edge: Edge, cuts: readonly Position[]): Edge[] {
  const [x1, y1, x2, y2] = edge
  if (cuts.length === 0) return [edge]
  const axis = Math.abs(x2 - x1) >= Math.abs(y2 - y1) ? 0 : 1
  const sign = edge[2 + axis]! > edge[axis]! ? 1 : -1
  const order = [...cuts].sort((m, n) => sign * (m[axis] - n[axis]))
  const found: Edge[] = []
  let [x, y] = [x1, y1]
  for (const [cx, cy] of [...order, [x2, y2] as const]) {
    if (cx === x && cy === y) continue
    found.push([x, y, cx, cy])
    ;[x, y] = [cx, cy]
  }
  return found
}

/** Edges of several groups, each cut at every place where it meets an edge of another group (or, for `within`, its own). */
export function noded(
  groups: readonly (readonly Edge[])[],
  within: ReadonlySet<number> = new Set(),
): Edge[][] {
  const all = groups.flatMap((edges, group) => edges.map((edge) => ({ edge, group, cuts: [] as Position[] })))
  if (all.length === 0) return groups.map(() => [])
  const tree = new Flatbush(all.length)
  for (const { edge } of all) tree.add(...boxOfEdge(edge))
  tree.finish()
  all.forEach((one, at) => {
    for (const i of tree.search(...boxOfEdge(one.edge), (other) => other > at)) {
      const other = all[i]!
      if (one.group === other.group && !within.has(one.group)) continue
      meet(one.edge, other.edge, { ofOne: one.cuts, ofOther: other.cuts })
    }
  })
  const cut = groups.map((): Edge[] => [])
  for (const { edge, group, cuts } of all) for (const piece of pieces(edge, cuts)) cut[group]!.push(piece)
  return cut
}
