import { DEEPEST, type Facts } from '#geo'
import type { ListFile } from '../list-file'
import { refuse } from '../refuse'

/**
 * Refuses, among places and among zones, every row whose parents lead back to it (`parent-circle`): which of them is
 * wrong nobody can know. A line of parents longer than any hierarchy is refused too (`parents-too-deep`).
 */
export function refuseCircles(lists: readonly ListFile[], existing: Facts | null): void {
  refuseIn(
    lists.filter(({ kind }) => kind.list === 'places'),
    { id: 'code', known: existing?.places.map(({ code, parent }) => [code, parent]) ?? [] },
  )
  refuseIn(
    lists.filter(({ kind }) => kind.list === 'zones'),
    { id: 'id', known: existing?.zones.map(({ id, parent }) => [id, parent]) ?? [] },
  )
}

interface Naming {
  readonly id: string
  readonly known: readonly (readonly [id: string, parent: string | null])[]
}

function refuseIn(lists: readonly ListFile[], { id, known }: Naming): void {
  const parents = new Map<string, string | null>(known)
  for (const { taken } of lists)
    for (const { values } of taken) {
      const parent = typeof values.parent === 'string' ? values.parent : null
      if (parent !== null || !parents.has(String(values[id]))) parents.set(String(values[id]), parent)
    }
  for (const list of lists) {
    list.taken.keep((at) => {
      const { row, values } = list.taken.at(at)
      const fault = faultAbove(String(values[id]), parents)
      if (fault) refuse(list, row, { column: 'parent', suggestion: null, ...fault })
      return fault === null
    })
  }
}

/** Above the rows of a list the log already holds: one fault of each kind, and how many rows have it. */
export function faultsAbove(
  known: readonly (readonly [id: string, parent: string | null])[],
): ReadonlyMap<Fault['code'], { readonly seen: string; count: number }> {
  const parents = new Map(known)
  const found = new Map<Fault['code'], { readonly seen: string; count: number }>()
  for (const id of parents.keys()) {
    const fault = faultAbove(id, parents)
    if (!fault) continue
    const first = found.get(fault.code)
    if (first) first.count += 1
    else found.set(fault.code, { seen: fault.seen, count: 1 })
  }
  return found
}

interface Fault {
  readonly code: 'parent-circle' | 'parents-too-deep'
  readonly seen: string
}

/** What is wrong with the line of parents above an id; null where it ends in good time, or in somebody else's circle. */
function faultAbove(id: string, parents: ReadonlyMap<string, string | null>): Fault | null {
  const line = [id]
  const seen = new Set(line)
  for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) {
    line.push(at)
    if (at === id) return { code: 'parent-circle', seen: line.join(' → ') }
    if (seen.has(at)) return null
    if (line.length > DEEPEST) return { code: 'parents-too-deep', seen: `${line.slice(0, 4).join(' → ')} …` }
    seen.add(at)
  }
  return null
}
