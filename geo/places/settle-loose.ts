import { boundsOf } from '../geometry/rings/bounds'
import { representativePoint } from '../geometry/rings/representative-point'
import { type Ground, Locator } from './locator'
import { byCode, DEPTH, noteOf, type PlaceTree } from './tree'

/**
 * Loose places go to the smallest ground that holds them, else to the only district where that has no polygon; both are
 * noted. The codes of those that the district took for want of anything better.
 */
export function settleLoose(tree: PlaceTree): ReadonlySet<string> {
  const strays = new Set<string>()
  if (tree.loose.length === 0) return strays
  const standing = [...tree.places.values()].filter(({ former }) => !former)
  const locator = new Locator(
    standing.flatMap(({ code, kind, shape }): Ground[] =>
      shape && boundsOf(shape) ? [{ code, depth: DEPTH[kind], shape }] : [],
    ),
  )
  const districts = standing.filter(({ kind, shape }) => kind === 'district' && shape === null)
  const grown = new Map<string, string[]>()
  for (const code of tree.loose) {
    const place = tree.places.get(code)!
    const point = place.shape && place.shape.length > 0 ? representativePoint(place.shape) : null
    const found = point ? locator.find(point, DEPTH[place.kind]) : null
    const parent = found?.code ?? (districts.length === 1 ? districts[0]!.code : null)
    tree.notes.push(noteOf(parent ? 'parent-by-position' : 'no-parent', place, parent))
    if (parent === null || isWithin(tree, parent, code)) continue
    if (parent === districts[0]?.code) strays.add(code)
    tree.parents.set(code, parent)
    const children = grown.get(parent) ?? [...(tree.children.get(parent) ?? [])]
    children.push(code)
    grown.set(parent, children)
  }
  for (const [parent, children] of grown) tree.children.set(parent, children.sort(byCode))
  return strays
}

/** Whether a place lies in another one, as far as parents have been told. */
function isWithin(tree: PlaceTree, code: string, outer: string): boolean {
  for (let at = tree.parents.get(code) ?? null; at !== null; at = tree.parents.get(at) ?? null)
    if (at === outer) return true
  return false
}
