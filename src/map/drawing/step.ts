import type { Hand } from '../hand'
import { type Draft, EMPTY_DRAFT, isIdle, LOOSE, redone, undone, worked } from './draft'
import { finished } from './finish'
import type { Input, Surroundings } from './input'
import { stroked, strokeEnded } from './step-freehand'
import { aimed, clicked, drawsLine, lineKey, typedSide } from './step-line'
import { chosen, lassoed, picked } from './step-places'
import { dragged, grasped, released, vertexKey } from './step-vertices'

/** css px the pointer may move while it is down and still have clicked */
const STILL = 4

/** The drawing after what a person did. Nothing is changed in place; an input that means nothing gives the same draft. */
export function step(draft: Draft, input: Input, around: Surroundings): Draft {
  switch (input.kind) {
    case 'hand':
      return handled(draft, input.hand, around)
    case 'key':
      return pressedKey(draft, input, around)
    case 'tool':
      return withTool(draft, input, around)
    case 'place':
    case 'zone': {
      const wants = draft.tool === 'merge' ? 'zone' : 'place'
      if (input.kind !== wants || !picks(draft)) return draft
      return chosen(draft, input.kind === 'zone' ? input.id : input.code, around)
    }
    case 'typed':
      return { ...draft, typed: input.text }
    case 'metres':
      return { ...draft, metres: input.metres }
    case 'source':
      return { ...draft, source: input.source, work: { ...draft.work, line: [] } }
    case 'snapping':
      return { ...draft, snapping: !draft.snapping, said: { code: draft.snapping ? 'snapOff' : 'snapOn' } }
    case 'ground':
      return { ...worked(draft, { ground: input.ground, line: [] }, { code: input.said }), ...LOOSE }
    case 'choose':
      return { ...draft, chosen: input.vertex }
    case 'finish':
      return finished(draft)
    case 'reopen':
      return { ...draft, finishing: false, said: null }
    case 'cancel':
      return cancelled(draft)
    case 'undo':
      return undone(draft)
    case 'redo':
      return redone(draft)
  }
}

const picks = ({ tool }: Draft): boolean =>
  tool === 'place' || tool === 'remainder' || tool === 'trim' || tool === 'merge'

/** True for a press that the drawing takes: the map then stays where it is. */
export function takes(draft: Draft): boolean {
  return draft.held !== null || draft.stroke !== null
}

function handled(draft: Draft, hand: Hand, around: Surroundings): Draft {
  if (draft.finishing || isIdle(draft)) return draft
  const { at, perMetre, shift, alt } = hand
  const pointer = { at, perMetre, shift, alt }
  if (hand.phase === 'leave') return { ...draft, pointer: null, snap: null }
  if (hand.phase === 'down') return down({ ...draft, pointer, pressed: hand.point }, hand)
  if (hand.phase === 'move') return moved(draft, pointer, around)
  return up({ ...draft, pressed: null }, { hand, from: draft.pressed, around })
}

function down(draft: Draft, hand: Hand): Draft {
  if (draft.tool === 'freehand' || (draft.tool === 'place' && hand.shift))
    return { ...draft, stroke: [hand.at], said: null }
  return draft.tool === 'select' ? grasped(draft) : draft
}

function moved(draft: Draft, pointer: NonNullable<Draft['pointer']>, around: Surroundings): Draft {
  const next = { ...draft, pointer }
  if (draft.stroke) return stroked(next, around)
  if (draft.held) return dragged(next, around)
  if (drawsLine(draft) || draft.tool === 'freehand') return { ...next, ...aimed(draft, pointer, around) }
  return { ...next, snap: null }
}

function up(
  draft: Draft,
  { hand, from, around }: { hand: Hand; from: readonly [number, number] | null; around: Surroundings },
): Draft {
  if (draft.stroke) return draft.tool === 'place' ? lassoed(draft, around) : strokeEnded(draft)
  if (draft.held) return released(draft)
  const isClick = from !== null && Math.hypot(hand.point[0] - from[0], hand.point[1] - from[1]) < STILL
  if (!isClick) return draft
  const pointer = { at: hand.at, perMetre: hand.perMetre, shift: hand.shift, alt: hand.alt }
  if (drawsLine(draft)) return clicked({ ...draft, ...aimed(draft, pointer, around) }, around)
  return picks(draft) ? picked({ ...draft, pointer }, around) : draft
}

function pressedKey(draft: Draft, input: Extract<Input, { kind: 'key' }>, around: Surroundings): Draft {
  if (isIdle(draft)) return draft
  if (input.key === 'Escape') return cancelled(draft)
  if (input.key === 'Enter') return draft.typed ? typedSide(draft) : finished(draft)
  const own = drawsLine(draft) ? lineKey(draft, input, around) : null
  if (own) return own
  return (draft.tool === 'select' && vertexKey(draft, input)) || draft
}

/** Esc takes back what is open, one thing at a time: the sheet, the gesture, then the whole drawing. */
function cancelled(draft: Draft): Draft {
  if (draft.finishing) return { ...draft, finishing: false, said: null }
  if (draft.typed) return { ...draft, typed: '' }
  if (draft.held || draft.stroke)
    return { ...draft, ...LOOSE, work: { ...draft.work, ground: draft.held ?? draft.work.ground } }
  if (draft.work.line.length > 0) return worked(draft, { line: [] }, { code: 'gestureDropped' })
  const { snapping, metres } = draft
  return { ...EMPTY_DRAFT, snapping, metres, said: draft.tool === 'select' ? null : { code: 'cancelled' } }
}

/** Takes up a tool. Tools that change a zone begin with its ground, the others with what is drawn already. */
function withTool(
  draft: Draft,
  { tool, zone }: Extract<Input, { kind: 'tool' }>,
  around: Surroundings,
): Draft {
  const { snapping, metres, work } = draft
  const fresh = { ...EMPTY_DRAFT, snapping, metres, tool, zone }
  if (work.ground && zone === draft.zone)
    return {
      ...draft,
      ...LOOSE,
      tool,
      finishing: false,
      snap: null,
      work: { ...work, line: [], other: null },
    }
  if (zone === null || tool === 'measure' || tool === 'merge') return fresh
  if (tool === 'buffer' || tool === 'ring') return { ...fresh, source: 'zone' }
  return { ...fresh, work: { ...fresh.work, ground: around.groundOf(zone) } }
}
