import type { Place } from '../facts'
import { union } from '../geometry/overlay'
import type { Shape } from '../geometry/shape'

/** Places by code and their children, in the order of the file. */
export interface PlaceTree {
  readonly byCode: ReadonlyMap<string, Place>
  readonly childrenOf: ReadonlyMap<string, readonly Place[]>
  /** own polygon, else the union of the children's; the empty shape where nothing is known */
  shapeOf(code: string): Shape
  /** the code itself, then its parent, and so on up; an unknown code is alone */
  lineage(code: string): readonly string[]
}

const trees = new WeakMap<readonly Place[], PlaceTree>()

/** The tree of these places, by `parent`. Kept as long as the list is. */
export function placeTreeOf(places: readonly Place[]): PlaceTree {
  let tree = trees.get(places)
  if (!tree) trees.set(places, (tree = plant(places)))
  return tree
}

function plant(places: readonly Place[]): PlaceTree {
  const byCode = new Map<string, Place>()
  const childrenOf = new Map<string, Place[]>()
  for (const place of places) {
    if (!byCode.has(place.code)) byCode.set(place.code, place)
    if (place.parent === null) continue
    const siblings = childrenOf.get(place.parent)
    if (siblings) siblings.push(place)
    else childrenOf.set(place.parent, [place])
  }
  const shapes = new Map<string, Shape>()
  const shapeOf = (code: string): Shape => {
    const known = shapes.get(code)
    if (known) return known
    shapes.set(code, [])
    const shape =
      byCode.get(code)?.shape ?? together((childrenOf.get(code) ?? []).map((child) => shapeOf(child.code)))
    shapes.set(code, shape)
    return shape
  }
  const lineages = new Map<string, readonly string[]>()
  const lineage = (code: string): readonly string[] => {
    let line = lineages.get(code)
    if (!line) lineages.set(code, (line = climb(byCode, code)))
    return line
  }
  return { byCode, childrenOf, shapeOf, lineage }
}

function climb(byCode: ReadonlyMap<string, Place>, code: string): readonly string[] {
  const line = [code]
  for (let parent = byCode.get(code)?.parent; parent; parent = byCode.get(parent)?.parent) {
    if (line.includes(parent)) break
    line.push(parent)
  }
  return line
}

/** The ground of all that have any; one alone comes back as it is. */
export function together(shapes: readonly Shape[]): Shape {
  const grounds = shapes.filter((shape) => shape.length > 0)
  return grounds.length <= 1 ? (grounds[0] ?? []) : union(grounds)
}
