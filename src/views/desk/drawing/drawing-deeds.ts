import type { Position } from '#geo'
import { isBegun } from '../../../map/drawing/draft'
import { drawsLine } from '../../../map/drawing/step-line'
import type { VerbsOf } from '../../shell/keymap/bindings'
import type { KeyDeed } from '../../shell/keymap/keymap'
import { toolOfLetter } from './tool-list'
import type { DeskDrawing } from './use-drawing'

const OWN = new Set(['Enter', 'Escape', 'Backspace', 'Delete', '.', ','])
const ARROWS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])

/** What the keys of the desk do to a drawing: letters take up tools, and what is begun comes before all others. */
export function drawingDeeds(drawing: DeskDrawing, centre: () => Position | null) {
  const taken = ({ key }: KeyboardEvent): boolean => {
    const tool = drawing.draft.value.finishing ? null : toolOfLetter(key)
    if (tool) drawing.take(tool)
    return tool !== null
  }
  const drawn = (event: KeyboardEvent): boolean =>
    belongsToDrawing(drawing, event) && sent(drawing, event, centre)
  const snap = (): boolean => {
    if (drawing.draft.value.finishing) return false
    drawing.send({ kind: 'snapping' })
    return true
  }
  return {
    ...{ tools: taken, moreTools: taken, snap },
    ...{ finish: drawn, vertices: drawn, setVertex: drawn, lengths: drawn, undraw: drawn },
  } satisfies Partial<Record<VerbsOf<'desk'>, KeyDeed>>
}

/** A step of the drawing back or forth. False where nothing is being drawn: then the step is the log's. */
export function stepsDrawing(drawing: DeskDrawing, kind: 'undo' | 'redo'): boolean {
  if (drawing.isIdle.value) return false
  const { past, future } = drawing.draft.value
  if ((kind === 'undo' ? past : future).length > 0) drawing.send({ kind })
  return true
}

function belongsToDrawing({ draft, isIdle }: DeskDrawing, { key, target }: KeyboardEvent): boolean {
  if (draft.value.finishing) return key === 'Escape'
  if (isIdle.value) return false
  const presses = key === 'Enter' || key === ' '
  if (
    presses &&
    target instanceof Element &&
    target.closest('button, a, summary, [tabindex="0"]:not(canvas)')
  )
    return false
  if (OWN.has(key)) return true
  if (ARROWS.has(key)) return draft.value.tool === 'select' && draft.value.chosen !== null
  return drawsLine(draft.value) && /^[\d -]$/.test(key)
}

function sent(drawing: DeskDrawing, event: KeyboardEvent, centre: () => Position | null): boolean {
  const before = drawing.draft.value
  const isOpen =
    before.finishing || before.typed || before.held || before.stroke || before.work.line.length > 0
  if (event.key === 'Escape' && !isOpen && isBegun(before)) drawing.drop()
  else drawing.send({ kind: 'key', key: event.key, shift: event.shiftKey, centre: centre() })
  return true
}
