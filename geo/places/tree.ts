import { smallest } from '../extremes'
import type { Place, PlaceKind } from '../facts'

/** Depth of a kind: a place lies in places of a smaller depth. */
export const DEPTH: Readonly<Record<PlaceKind, number>> = {
  district: 0,
  town: 1,
  village: 2,
  grid: 3,
  compound: 4,
  building: 5,
  unit: 6,
}

/** Parents above one another that no hierarchy of places or zones needs: seven kinds of places, four levels of zones. */
export const DEEPEST = 30

/** What was found while the places were put in order; nothing is repaired. */
export interface PlaceNote {
  readonly code:
    | 'duplicate-place'
    | 'unknown-parent'
    | 'parent-cycle'
    | 'parents-too-deep'
    | 'parent-by-position'
    | 'no-parent'
  readonly place: string
  /** the parent that was named, found or broken off */
  readonly parent: string | null
  readonly file: string
  readonly row: number
}

export interface PlaceTree {
  /** the first place of each code, in the order of the file */
  readonly places: ReadonlyMap<string, Place>
  readonly parents: Map<string, string | null>
  readonly children: Map<string, string[]>
  /** named no parent, or one that does not exist, or one of a cycle: to be placed by position */
  readonly loose: readonly string[]
  readonly notes: PlaceNote[]
}

/** The note of a place about a parent. */
export function noteOf(code: PlaceNote['code'], place: Place, parent: string | null): PlaceNote {
  return { code, place: place.code, parent, file: place.origin.file, row: place.origin.row }
}

/** Codes in ascending order, by code unit: the same on every machine. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Places joined by the parents they name. The second row of a code is noted and left out; a cycle is broken at its
 * smallest code, and a line of parents beyond any hierarchy at every `DEEPEST`-th. Districts without a parent are roots
 * and not loose.
 */
export function treeOf(rows: readonly Place[]): PlaceTree {
  const notes: PlaceNote[] = []
  const places = new Map<string, Place>()
  for (const row of rows) {
    if (places.has(row.code)) notes.push(noteOf('duplicate-place', row, row.parent))
    else places.set(row.code, row)
  }
  const parents = new Map<string, string | null>()
  const loose: string[] = []
  for (const [code, place] of places) {
    const known = place.parent !== null && places.has(place.parent)
    if (place.parent !== null && !known) notes.push(noteOf('unknown-parent', place, place.parent))
    parents.set(code, known ? place.parent : null)
    if (!known && place.kind !== 'district') loose.push(code)
  }
  const breakOff = (code: string, why: 'parent-cycle' | 'parents-too-deep'): void => {
    notes.push(noteOf(why, places.get(code)!, parents.get(code)!))
    parents.set(code, null)
    loose.push(code)
  }
  for (const code of cycleBreaks(parents)) breakOff(code, 'parent-cycle')
  for (const code of depthBreaks(parents)) breakOff(code, 'parents-too-deep')
  return { places, parents, children: childrenBy(parents), loose, notes }
}

/** The smallest code of each cycle. Every code is walked once. */
function cycleBreaks(parents: ReadonlyMap<string, string | null>): string[] {
  const done = new Set<string>()
  const breaks: string[] = []
  for (const start of parents.keys()) {
    const path: string[] = []
    const onPath = new Map<string, number>()
    let code: string | null = start
    while (code !== null && !done.has(code) && !onPath.has(code)) {
      onPath.set(code, path.length)
      path.push(code)
      code = parents.get(code) ?? null
    }
    if (code !== null && onPath.has(code)) {
      const cycle: string[] = path.slice(onPath.get(code))
      breaks.push(cycle.sort(byCode)[0]!)
    }
    for (const seen of path) done.add(seen)
  }
  return breaks.sort(byCode)
}

/** Where lines of parents, free of cycles, go deeper than any hierarchy. Every code is walked once. */
function depthBreaks(parents: ReadonlyMap<string, string | null>): string[] {
  const above = new Map<string, number>()
  const breaks: string[] = []
  for (const start of parents.keys()) {
    const path: string[] = []
    let code: string | null = start
    while (code !== null && !above.has(code)) {
      path.push(code)
      code = parents.get(code) ?? null
    }
    let depth = code === null ? -1 : above.get(code)!
    for (const next of path.reverse()) {
      depth += 1
      if (depth >= DEEPEST) {
        breaks.push(next)
        depth = 0
      }
      above.set(next, depth)
    }
  }
  return breaks.sort(byCode)
}

function childrenBy(parents: ReadonlyMap<string, string | null>): Map<string, string[]> {
  const children = new Map<string, string[]>()
  for (const [code, parent] of parents) {
    if (parent === null) continue
    const list = children.get(parent)
    if (list) list.push(code)
    else children.set(parent, [code])
  }
  for (const list of children.values()) list.sort(byCode)
  return children
}

/** Of these places those of the widest kind among them. */
export function widestAmong({ places }: PlaceTree, codes: readonly string[]): string[] {
  const depthOf = (code: string): number => DEPTH[places.get(code)!.kind]
  const widest = smallest(codes.map(depthOf))
  return codes.filter((code) => depthOf(code) === widest)
}
