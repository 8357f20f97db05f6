import type { Theme } from '../ui/tokens'

type Canvas2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Width of the ground round words and lines that may lie on a light fill, css px at k = 1. */
export const HALO = 3

/** A text on its own ground. */
export function haloed(
  context: Canvas2D,
  theme: Theme,
  { text, x, y }: { readonly text: string; readonly x: number; readonly y: number },
): void {
  context.save()
  context.strokeStyle = theme.bg
  context.lineWidth = HALO
  context.lineJoin = 'round'
  context.strokeText(text, x, y)
  context.restore()
  context.fillText(text, x, y)
}
