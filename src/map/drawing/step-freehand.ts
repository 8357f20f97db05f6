import { nearDistanceM, type Position } from '#geo'
import { type Draft, LOOSE, worked } from './draft'
import type { Surroundings } from './input'
import { closedAtCrossing } from './overrun'
import { joined, ringOf } from './step-line'
import { thinned } from './thin'

/** css px within which a line drawn freehand keeps to a border: less than a click, for it passes many */
const NEAR = 6
/** css px between two vertices of a line that is drawn freehand */
const GAP = 3
/** css px by which thinning may move the line */
const TOLERANCE = 1.6
/** css px by which a line may run over its own beginning and is still closed where it crosses itself */
const END = 12

/** Another vertex under the pressed pointer, drawn to what is near. */
export function stroked(draft: Draft, around: Surroundings): Draft {
  const { pointer, stroke } = draft
  if (!pointer || !stroke) return draft
  const isDrawing = draft.tool === 'freehand' && draft.snapping && !pointer.alt
  const snap = isDrawing ? around.snap(pointer.at, NEAR / pointer.perMetre) : null
  const at = snap?.position ?? pointer.at
  const last = stroke.at(-1)
  if (last && nearDistanceM(last, at) * pointer.perMetre < GAP) return { ...draft, snap }
  const way = snap && draft.snap ? around.trace(draft.snap, snap) : []
  return { ...draft, snap, stroke: [...stroke, ...way, at] }
}

/** The pointer was lifted: the line, thinned, becomes ground. What has no ground is refused. */
export function strokeEnded(draft: Draft): Draft {
  const { stroke, pointer, work } = draft
  const open = { ...draft, ...LOOSE, snap: null }
  if (!stroke || !pointer) return open
  const line = thinned(closedAtCrossing(stroke, END / pointer.perMetre), TOLERANCE / pointer.perMetre)
  if (line.length < 3) return { ...open, said: { code: 'tooFew' } }
  if (work.ground?.kind === 'members') return { ...open, said: { code: 'isMembers' } }
  const shape = ringOf(withoutRepeat(line))
  const whole = work.ground ? joined(work.ground.shape, shape) : shape
  const said = { code: 'stroke', params: { n: line.length } }
  return { ...worked(open, { ground: { kind: 'drawn', shape: whole } }, said), tool: 'select' }
}

function withoutRepeat(line: readonly Position[]): readonly Position[] {
  const [first, last] = [line[0]!, line.at(-1)!]
  return first[0] === last[0] && first[1] === last[1] ? line.slice(0, -1) : line
}
