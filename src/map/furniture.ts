import { largest } from '#geo'
import { formatCount } from '../i18n/format'
import { FONT_STACK, type Theme } from '../ui/tokens'
import type { Box } from './labels/box'
import type { DiscSize } from './part'
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
  /** the scale of the discs, the largest first; nothing where none is drawn */
  readonly sizes: readonly DiscSize[]
}

/** The rectangle that scale bar and north arrow take: labels leave it free. */
export function furnitureBox({
  right,
  bottom,
  k,
  perMetre,
  sizes,
}: Pick<Furniture, 'right' | 'bottom' | 'k' | 'perMetre' | 'sizes'>): Box {
  const bar = scaleBar(perMetre, 150 * k)
  const [width, height] = discScaleSize(sizes)
  const across = Math.max(bar.pixels + 96 * k, (width + DISCS_ASIDE) * k)
  return [right - across, bottom - (BAR_HEIGHT + height) * k, right, bottom]
}

const BAR_HEIGHT = 46
/** Height of a line of the disc scale and room for its numbers, css px at k = 1. */
const [SIZE_LINE, SIZE_WIDTH] = [17, 62]

/** The disc scale stands above the bar, not above the north arrow, css px at k = 1. */
const DISCS_ASIDE = 62

/** Width and height of the disc scale, css px at k = 1. */
export function discScaleSize(sizes: readonly DiscSize[]): readonly [width: number, height: number] {
  if (sizes.length === 0) return [0, 0]
  const radius = largest(sizes.map((size) => size.radius))
  return [2 * radius + SIZE_WIDTH, Math.max(2 * radius, sizes.length * SIZE_LINE) + 10]
}

/** Nested discs that share their foot, each with a line to its number: the scale the map's discs are drawn in. */
export function paintDiscScale(
  context: Canvas2D,
  { right, bottom, k, theme, sizes }: Pick<Furniture, 'right' | 'bottom' | 'k' | 'theme' | 'sizes'>,
): void {
  const [width, height] = discScaleSize(sizes)
  if (height === 0) return
  const largestRadius = largest(sizes.map(({ radius }) => radius))
  context.save()
  context.translate(right - (width + DISCS_ASIDE) * k, bottom - 5 * k)
  context.scale(k, k)
  context.font = `400 15px ${FONT_STACK}`
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  const tops = sizes.map(({ radius }) => -2 * radius)
  const lines = linesOf(tops)
  const discs = new Path2D()
  const leads = new Path2D()
  for (const [i, { radius }] of sizes.entries()) {
    discs.moveTo(largestRadius + radius, -radius)
    discs.arc(largestRadius, -radius, radius, 0, 2 * Math.PI)
    leads.moveTo(largestRadius, tops[i]!)
    leads.lineTo(2 * largestRadius + 6, lines[i]!)
    leads.lineTo(2 * largestRadius + 12, lines[i]!)
  }
  for (const path of [discs, leads]) stroked(context, path, { colour: theme.bg, width: 1.2 + HALO })
  stroked(context, leads, { colour: theme.ink3, width: 1 })
  stroked(context, discs, { colour: theme.ink, width: 1.2 })
  context.fillStyle = theme.ink2
  for (const [i, { count }] of sizes.entries())
    haloed(context, theme, { text: formatCount(count), x: width, y: lines[i]! })
  context.restore()
}

/** Where the numbers stand: at the tops of their discs, a line apart. */
function linesOf(tops: readonly number[]): number[] {
  let above = Number.NEGATIVE_INFINITY
  return tops.map((top, i) => {
    above = Math.min(Math.max(top, above + SIZE_LINE), -SIZE_LINE * (tops.length - 1 - i) - 6)
    return above
  })
}

function stroked(
  context: Canvas2D,
  path: Path2D,
  { colour, width }: { readonly colour: string; readonly width: number },
): void {
  context.strokeStyle = colour
  context.lineWidth = width
  context.stroke(path)
}

/** Width of the ground round words and lines that may lie on a light fill, css px at k = 1. */
const HALO = 3

function haloed(
  context: Canvas2D,
  theme: Furniture['theme'],
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

/** Paints a scale bar in round lengths and, to its right, the north arrow. */
export function paintFurniture(context: Canvas2D, furniture: Furniture): void {
  const { right, bottom, k, theme } = furniture
  paintDiscScale(context, { ...furniture, bottom: bottom - BAR_HEIGHT * k })
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
  haloed(context, theme, { text: furniture.north, x: 0, y: 22 })
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
