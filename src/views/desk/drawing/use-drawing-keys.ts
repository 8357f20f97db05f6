import { useEventListener } from '@vueuse/core'
import type { Position } from '#geo'
import { isBegun } from '../../../map/drawing/draft'
import { drawsLine } from '../../../map/drawing/step-line'
import { isTyping } from '../../shell/shortcuts'
import { toolOfLetter } from './tool-list'
import type { DeskDrawing } from './use-drawing'

const OWN = new Set(['Enter', 'Escape', 'Backspace', 'Delete', '.', ','])
const ARROWS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])

/** Letters take up tools; while something is drawn its keys come before everybody else's. */
export function useDrawingKeys(drawing: DeskDrawing, centre: () => Position | null): void {
  const handled = (event: KeyboardEvent): boolean => {
    if (event.defaultPrevented || isTyping(event.target) || event.altKey) return false
    if (event.ctrlKey || event.metaKey) return stepsBack(drawing, event)
    if (drawing.draft.value.finishing) return event.key === 'Escape' && sent(drawing, event, centre)
    if (belongsToDrawing(drawing, event)) return sent(drawing, event, centre)
    if (event.key.toLowerCase() === 'x') {
      drawing.send({ kind: 'snapping' })
      return true
    }
    const tool = toolOfLetter(event.key)
    if (tool) drawing.take(tool)
    return tool !== null
  }
  useEventListener(
    window,
    'keydown',
    (event: KeyboardEvent) => {
      if (!handled(event)) return
      event.preventDefault()
      event.stopPropagation()
    },
    { capture: true },
  )
}

function stepsBack(drawing: DeskDrawing, event: KeyboardEvent): boolean {
  const { past, future } = drawing.draft.value
  if (event.key.toLowerCase() !== 'z' || drawing.isIdle.value) return false
  if ((event.shiftKey ? future : past).length === 0) return false
  drawing.send({ kind: event.shiftKey ? 'redo' : 'undo' })
  return true
}

function belongsToDrawing({ draft, isIdle }: DeskDrawing, { key, target }: KeyboardEvent): boolean {
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
