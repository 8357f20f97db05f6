import type { DiscScale } from '../layers/part'
import { FONT_STACK, type Theme } from '../ui/tokens'
import { discScaleSize, paintDiscScale } from './disc-scale'
import { HALO, haloed } from './halo'
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
  /** the word at the arrow; null draws none */
  readonly north: string | null
  readonly discs: DiscScale
  /** right bottom corner of the scale of the discs; absent above the bar */
  readonly discsAt?: { readonly right: number; readonly bottom: number } | undefined
}

type Standing = Pick<Furniture, 'right' | 'bottom' | 'k' | 'perMetre' | 'north' | 'discs' | 'discsAt'>

/** The rectangles that scale bar, north arrow and discs take: labels leave them free. */
export function furnitureBoxes({ right, bottom, k, perMetre, north, discs, discsAt }: Standing): Box[] {
  const [width, height] = discScaleSize(discs)
  const at = discsAt ?? { right: right - DISCS_ASIDE * k, bottom: bottom - BAR_HEIGHT * k }
  const end = north === null ? right - ARROW_WIDTH * k : right
  const bar: Box = [right - barWidth(perMetre, k), bottom - BAR_HEIGHT * k, end, bottom]
  return height > 0 ? [bar, [at.right - width * k, at.bottom - height * k, at.right, at.bottom]] : [bar]
}

/** Width of scale bar and north arrow, css px. */
export const barWidth = (perMetre: number, k: number): number => scaleBar(perMetre, 150 * k).pixels + 96 * k

const BAR_HEIGHT = 46
/** What the arrow takes of the width, css px at k = 1. */
const ARROW_WIDTH = 34
/** The disc scale stands above the bar, not above the north arrow, css px at k = 1. */
const DISCS_ASIDE = 62

/** Strokes the path twice: ground below, the line on it. */
function cased(
  context: Canvas2D,
  theme: Furniture['theme'],
  { colour, width }: { readonly colour: string; readonly width: number },
): void {
  context.strokeStyle = theme.bg
  context.lineWidth = width + HALO
  context.stroke()
  context.strokeStyle = colour
  context.lineWidth = width
  context.stroke()
}

/** How much of a fill is seen through the ground of words. */
const GROUND_ALPHA = 0.86

/** Where villages are filled by value the words have a ground of their own; elsewhere it would hide the dot of a case. */
function grounded(context: Canvas2D, furniture: Furniture): void {
  context.save()
  context.fillStyle = furniture.theme.bg
  context.globalAlpha = GROUND_ALPHA
  for (const [left, top, right, bottom] of furnitureBoxes(furniture))
    context.fillRect(left, top, right - left, bottom - top)
  context.restore()
}

function arrow(context: Canvas2D, theme: Theme, north: string): void {
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
  haloed(context, theme, { text: north, x: 0, y: 22 })
}

/** Paints a scale bar in round lengths and, to its right, the north arrow; the scale of the discs above both or where it has its own place. */
export function paintFurniture(context: Canvas2D, furniture: Furniture): void {
  const { right, bottom, k, theme, north, discs: scale, discsAt } = furniture
  const at = discsAt ?? { right: right - DISCS_ASIDE * k, bottom: bottom - BAR_HEIGHT * k }
  if (scale.title) grounded(context, furniture)
  paintDiscScale(context, { ...at, k, theme, scale })
  const bar = scaleBar(furniture.perMetre, 150 * k)
  context.save()
  context.fillStyle = theme.ink2
  context.strokeStyle = theme.ink2
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  context.translate(right - 14 * k, bottom - 24 * k)
  context.scale(k, k)
  if (north) arrow(context, theme, north)
  const length = bar.pixels / k
  context.translate(-length - 66, 16)
  context.beginPath()
  context.moveTo(0, -6)
  context.lineTo(0, 0)
  context.lineTo(length, 0)
  context.lineTo(length, -6)
  context.moveTo(length / 2, -4)
  context.lineTo(length / 2, 0)
  cased(context, theme, { colour: theme.ink2, width: 1.3 })
  context.font = `400 15px ${FONT_STACK}`
  for (const [i, tick] of bar.ticks.entries())
    haloed(context, theme, { text: tick, x: (length * i) / 2, y: -10 })
  const clear = Math.max(12, context.measureText(bar.ticks[2]).width / 2 + 5)
  context.textAlign = 'left'
  haloed(context, theme, { text: bar.unit, x: length + clear, y: -10 })
  context.restore()
}

/** A dotted frame round ground that is shown larger elsewhere, css px. */
export function paintDottedFrame(
  context: Canvas2D,
  { box: [left, top, right, bottom], k, theme }: { box: Box; k: number; theme: Theme },
): void {
  context.save()
  context.setLineDash([1.5 * k, 3.5 * k])
  context.strokeStyle = theme.ink2
  context.lineWidth = 1.4 * k
  context.strokeRect(left, top, right - left, bottom - top)
  context.restore()
}
