import type { Facts } from '#geo'
import { type ListFile, refuse } from './read-list'

/** Parents above one another that no hierarchy of places or zones needs: seven kinds of places, four levels of zones. */
const DEEPEST = 30

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
    const kept = list.taken.filter(({ row, values }) => {
      const fault = faultAbove(String(values[id]), parents)
      if (fault) refuse(list, row, { column: 'parent', suggestion: null, ...fault })
      return fault === null
    })
    list.taken.length = 0
    for (const one of kept) list.taken.push(one)
  }
}

/** What is wrong with the line of parents above an id; null where it ends in good time, or in somebody else's circle. */
function faultAbove(
  id: string,
  parents: ReadonlyMap<string, string | null>,
): { code: 'parent-circle' | 'parents-too-deep'; seen: string } | null {
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
