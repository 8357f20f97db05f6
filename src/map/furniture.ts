import { FONT_STACK, type Theme } from '../ui/tokens'
import type { Box } from './labels/box'
import { scaleBar } from './scale'

type Canvas2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Where scale bar and north arrow stand: the right bottom corner of both, css px, and their look. */
export interface Furniture {
  readonly right: number
  readonly bottom: number
  readonly k: number
  readonly perMetre: number
  readonly theme: Theme
  readonly north: string
}

/** The rectangle that scale bar and north arrow take: labels leave it free. */
export function furnitureBox({
  right,
  bottom,
  k,
  perMetre,
}: Pick<Furniture, 'right' | 'bottom' | 'k' | 'perMetre'>): Box {
  const bar = scaleBar(perMetre, 150 * k)
  return [right - bar.pixels - 96 * k, bottom - 46 * k, right, bottom]
}

/** Paints a scale bar in round lengths and, to its right, the north arrow. */
export function paintFurniture(context: Canvas2D, furniture: Furniture): void {
  const { right, bottom, k, theme } = furniture
  const bar = scaleBar(furniture.perMetre, 150 * k)
  context.save()
  context.fillStyle = theme.ink2
  context.strokeStyle = theme.ink2
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  context.translate(right - 14 * k, bottom - 24 * k)
  context.scale(k, k)
  context.beginPath()
  context.moveTo(0, -16)
  context.lineTo(6, 5)
  context.lineTo(0, 1)
  context.fill()
  context.beginPath()
  context.moveTo(0, -16)
  context.lineTo(-6, 5)
  context.lineTo(0, 1)
  context.closePath()
  context.lineWidth = 1
  context.stroke()
  context.font = `700 15px ${FONT_STACK}`
  context.fillText(furniture.north, 0, 22)
  const length = bar.pixels / k
  context.translate(-length - 66, 16)
  context.beginPath()
  context.moveTo(0, -6)
  context.lineTo(0, 0)
  context.lineTo(length, 0)
  context.lineTo(length, -6)
  context.moveTo(length / 2, -4)
  context.lineTo(length / 2, 0)
  context.lineWidth = 1.3
  context.stroke()
  context.font = `400 15px ${FONT_STACK}`
  for (const [i, tick] of bar.ticks.entries()) context.fillText(tick, (length * i) / 2, -10)
  context.textAlign = 'left'
  context.fillText(bar.unit, length + 12, -10)
  context.restore()
}
