import {
  insertVertex,
  metresPerDegree,
  moveVertex,
  nudge,
  type Position,
  removeVertex,
  type Shape,
  type VertexSpot,
} from '#geo'
import { type Draft, worked } from './draft'
import type { Input, Surroundings } from './input'
import { REACH } from './step-line'
import { middlesOf, vertexPosition, verticesOf } from './vertices'

type Handles = Iterable<readonly [VertexSpot, Position]>

function nearest(handles: Handles, at: Position, withinM: number): VertexSpot | null {
  let best: VertexSpot | null = null
  let away = withinM
  const scale = metresPerDegree(at[1])
  for (const [vertex, [lon, lat]] of handles) {
    if (Math.abs(lat - at[1]) * scale.lat > away) continue
    const distance = Math.hypot((lon - at[0]) * scale.lon, (lat - at[1]) * scale.lat)
    if (distance < away) [best, away] = [vertex, distance]
  }
  return best
}

const drawnShape = ({ work }: Draft): Shape | null =>
  work.ground?.kind === 'drawn' ? work.ground.shape : null

/** The vertex or the middle of an edge under the pointer. */
export function handleAt(draft: Draft): { readonly vertex: VertexSpot; readonly isMiddle: boolean } | null {
  const shape = drawnShape(draft)
  if (!shape || !draft.pointer) return null
  const within = REACH / draft.pointer.perMetre
  const vertex = nearest(verticesOf(shape), draft.pointer.at, within)
  if (vertex) return { vertex, isMiddle: false }
  const middle = nearest(middlesOf(shape), draft.pointer.at, within)
  return middle && { vertex: middle, isMiddle: true }
}

/** Takes hold of the vertex under the pointer; of an edge a vertex is made in its middle. */
export function grasped(draft: Draft): Draft {
  const found = handleAt(draft)
  const shape = drawnShape(draft)
  if (!found || !shape) return { ...draft, chosen: null }
  if (!found.isMiddle) return { ...draft, chosen: found.vertex, held: draft.work.ground }
  const inserted = insertVertex(shape, found.vertex, draft.pointer!.at)
  const vertex = { ...found.vertex, vertex: found.vertex.vertex + 1 }
  const next = worked(draft, { ground: { kind: 'drawn', shape: inserted } }, { code: 'vertexAdded' })
  return { ...next, chosen: vertex, held: draft.work.ground }
}

/** The held vertex follows the pointer, or what it is drawn to. */
export function dragged(draft: Draft, around: Surroundings): Draft {
  const shape = drawnShape(draft)
  const { pointer, chosen } = draft
  if (!shape || !chosen || !pointer) return draft
  const snap = draft.snapping && !pointer.alt ? around.snap(pointer.at, REACH / pointer.perMetre) : null
  const moved = moveVertex(shape, chosen, { to: snap?.position ?? pointer.at })
  return { ...draft, snap, work: { ...draft.work, ground: { kind: 'drawn', shape: moved } } }
}

/** The held vertex is let go: one step of the drawing's undo, unless it did not move. */
export function released(draft: Draft): Draft {
  const { held, work } = draft
  const open = { ...draft, held: null, pressed: null, snap: null }
  if (!held || held === work.ground) return open
  if (draft.past.at(-1)?.ground === held) return open
  return worked(
    { ...open, work: { ...work, ground: held } },
    { ground: work.ground },
    { code: 'vertexMoved' },
  )
}

const NUDGES: Readonly<Record<string, { readonly eastM: number; readonly northM: number }>> = {
  ArrowLeft: { eastM: -1, northM: 0 },
  ArrowRight: { eastM: 1, northM: 0 },
  ArrowUp: { eastM: 0, northM: 1 },
  ArrowDown: { eastM: 0, northM: -1 },
}

/** Keys that act on the chosen vertex; null where the key is not theirs. */
export function vertexKey(draft: Draft, { key, shift }: Extract<Input, { kind: 'key' }>): Draft | null {
  const shape = drawnShape(draft)
  if (!shape) return null
  const all = [...verticesOf(shape)]
  if (key === '.' || key === ',') return { ...draft, ...stepped(draft, all, key === '.' ? 1 : -1) }
  const { chosen } = draft
  const at = chosen && vertexPosition(shape, chosen)
  if (!chosen || !at) return null
  const by = NUDGES[key]
  if (by) {
    const metres = shift ? 10 : 1
    const to = nudge(at, { eastM: by.eastM * metres, northM: by.northM * metres })
    const said = { code: 'nudged', params: { m: metres } }
    return worked(draft, { ground: { kind: 'drawn', shape: moveVertex(shape, chosen, { to }) } }, said)
  }
  if (key !== 'Backspace' && key !== 'Delete') return null
  const left = removeVertex(shape, chosen)
  if (!left) return { ...draft, said: { code: 'keepsThree' } }
  return {
    ...worked(draft, { ground: { kind: 'drawn', shape: left } }, { code: 'vertexRemoved' }),
    chosen: null,
  }
}

function stepped(
  draft: Draft,
  all: readonly (readonly [VertexSpot, Position])[],
  by: 1 | -1,
): Partial<Draft> {
  const same = (a: VertexSpot, b: VertexSpot): boolean =>
    a.polygon === b.polygon && a.ring === b.ring && a.vertex === b.vertex
  const now = draft.chosen ? all.findIndex(([vertex]) => same(vertex, draft.chosen!)) : by > 0 ? -1 : 0
  const at = (now + by + all.length) % all.length
  const [vertex] = all[at] ?? [null]
  return { chosen: vertex, said: { code: 'vertexChosen', params: { n: at + 1, of: all.length } } }
}
